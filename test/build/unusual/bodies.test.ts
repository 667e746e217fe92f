import { expect, test } from "vitest";
import { declarationOf, faultsOf, filesOf, lines } from "../given.ts";

test("a media type that cannot be sent is told of, also where others can", () => {
  const body = (types: string): string => `
    paths:
      /things:
        post:
          operationId: act
          requestBody: { content: { ${types} } }
          responses: { 204: {} }
  `;
  expect(faultsOf(body("application/json: {}, multipart/related: {}"))).toEqual([
    "warning /paths//things/post/requestBody/content/multipart/related: The request body of POST /things is not sent as multipart/related, which is not supported, but as another of its media types.",
  ]);
  expect(faultsOf(body("multipart/related: {}"))).toEqual([
    "warning /paths//things/post/requestBody: POST /things is left out: a request body of multipart/related is not supported; write multipart/form-data.",
  ]);
});

test("bodies: JSON comes first, and the others are chosen by `contentType`", () => {
  const { client, types } = filesOf(`
    paths:
      /things:
        post:
          operationId: act
          requestBody:
            required: true
            content:
              application/xml: {}
              image/png: {}
              application/x-www-form-urlencoded: { encoding: { tags: { explode: false } } }
              multipart/form-data:
                schema:
                  type: object
                  properties:
                    photo: { type: string, format: binary }
                    pages: { type: array, items: { type: string, contentMediaType: image/png } }
                encoding: { photo: { contentType: image/png } }
              application/json: { schema: { type: object, properties: { photo: { type: string, format: binary } } } }
          responses: { 204: {} }
  `);
  expect(declarationOf("ActParams", client)).toBe(
    lines(`
      export type ActParams =
        | {
            readonly contentType?: "application/json";
            readonly body: operations["act"]["requestBody"]["content"]["application/json"];
          }
        | {
            readonly contentType: "multipart/form-data";
            readonly body: operations["act"]["requestBody"]["content"]["multipart/form-data"];
          }
        | {
            readonly contentType: "application/x-www-form-urlencoded";
            readonly body: operations["act"]["requestBody"]["content"]["application/x-www-form-urlencoded"];
          }
        | { readonly contentType: "image/png"; readonly body: Binary }
        | { readonly contentType: "application/xml"; readonly body: string };
    `),
  );
  expect(declarationOf("act", client)).toBe(
    lines(`
      export const act: Operation<SampleClient, ActParams, undefined, "act"> =
        /* @__PURE__ */ define<ActParams, undefined, "act">(
          "act",
          "POST",
          "/things",
          "contentType=body",
          {
            bodies: {
              "multipart/form-data": /* @__PURE__ */ multipart({ photo: "image/png" }),
              "application/x-www-form-urlencoded": /* @__PURE__ */ form({ tags: "comma" }),
              "image/png": /* @__PURE__ */ raw("image/png"),
              "application/xml": /* @__PURE__ */ raw("application/xml"),
            },
            empty: true,
          },
        );
    `),
  );
  const multipart = types.slice(types.indexOf('"multipart/form-data"'));
  expect(multipart).toMatch(/photo\?: Blob;\s+pages\?: Blob\[\];/);
  expect(types.slice(0, types.indexOf('"multipart/form-data"'))).not.toContain("Blob");
});

test("of several media types of JSON the one that has a schema is sent, as the document names it", () => {
  const { client } = filesOf(`
    paths:
      /things:
        post:
          operationId: act
          requestBody:
            required: true
            content:
              application/json: { example: { name: Thing } }
              "application/json; charset=utf-8": { schema: { type: string } }
          responses: { 204: {} }
  `);
  expect(declarationOf("ActParams", client)).toBe(
    lines(`
      export type ActParams =
        | {
            readonly contentType?: "application/json; charset=utf-8";
            readonly body: operations["act"]["requestBody"]["content"]["application/json; charset=utf-8"];
          }
        | {
            readonly contentType: "application/json";
            readonly body: operations["act"]["requestBody"]["content"]["application/json"];
          };
    `),
  );
  expect(declarationOf("act", client)).toContain('mediaType: "application/json; charset=utf-8"');
});
