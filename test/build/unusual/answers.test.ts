import { describe, expect, test } from "vitest";
import { clientOf, commentOf, declarationOf, faultsOf, filesOf, lines } from "../given.ts";
import { runtime, typeErrors } from "../type-check.ts";

test("an answer of a status without a body, or to HEAD, holds nothing, whatever its content is said to be", () => {
  const specification = `
    paths:
      /things/{id}:
        put:
          operationId: put
          responses:
            200: { content: { application/json: { schema: { type: string } } } }
            204: { content: { application/json: { schema: { type: string } } } }
            304: { $ref: "#/components/responses/Same" }
        delete:
          operationId: remove
          responses: { 204: { content: { application/json: {} } } }
        head:
          operationId: look
          responses: { 200: { content: { application/json: {} } } }
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    components: { responses: { Same: { description: Same, content: { text/html: {} } } } }
  `;
  const client = clientOf(specification);
  expect(declarationOf("PutAnswer", client)).toBe(
    lines(`
      export type PutAnswer =
        | operations["put"]["responses"][200]["content"]["application/json"]
        | undefined;
    `),
  );
  for (const name of ["put", "remove", "look"]) expect(declarationOf(name, client)).toContain("empty: true");
  const left = (pointer: string, status: string): string =>
    `warning /${pointer}: The content of the answer ${status} is left out: an answer of this status has no body.`;
  expect(faultsOf(specification)).toEqual([
    left("paths//things/{id}/put/responses/204/content", "204"),
    left("paths//things/{id}/put/responses/304", "304"),
    left("paths//things/{id}/delete/responses/204/content", "204"),
  ]);
});

test("of several media types of JSON the one that has a schema says what an answer is, a refused one too", () => {
  const both = (name: string): string =>
    `{ application/json: { example: {} }, "application/json; charset=utf-8": { schema: { $ref: "#/components/schemas/${name}" } } }`;
  const { client, types } = filesOf(`
    paths:
      /things/{id}:
        get:
          operationId: getThing
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          responses: { 200: { content: ${both("Thing")} }, 4XX: { $ref: "#/components/responses/Refused" } }
    components:
      responses: { Refused: { content: ${both("Refusal")} } }
      schemas:
        Thing: { type: object, required: [name], properties: { name: { type: string } } }
        Refusal: { type: object, required: [reason], properties: { reason: { type: string } } }
  `);
  const user = `
    import { getThing, type SampleClient } from "./index.ts";
    export async function words(sample: SampleClient): Promise<string> {
      const thing = await getThing(sample, { id: "t-1" });
      const answer = await getThing.answer(sample, { id: "t-1" });
      if (answer.status === 200) return thing.name + answer.body.name;
      // @ts-expect-error a thing has no reason
      thing.reason;
      return answer.status === 404 ? answer.body.reason : "";
    }
  `;
  expect(declarationOf("getThing", client)).not.toContain("Accept");
  const index = client.replaceAll('"openapi-jobs/runtime"', `"${runtime}"`);
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("a result in a list may not be there, for a list may be empty", () => {
  const { client, types } = filesOf(`
    paths:
      /prints:
        get:
          operationId: getPrints
          x-polling: { job: printing, status: "$response.body#/prints/0/state", pending: [on], succeeded: [off], result: "$response.body#/prints/0" }
          responses:
            200:
              content:
                application/json:
                  schema:
                    type: object
                    required: [prints]
                    properties:
                      prints: { type: array, items: { type: object, properties: { state: { type: string, enum: [on, off] } } } }
  `);
  const index = client.replaceAll('"openapi-jobs/runtime"', `"${runtime}"`);
  expect(declarationOf("PrintingResult", client)).toContain('GetPrintsAnswer["prints"][number] | undefined;');
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types })).toEqual([]);
});

describe("an answer", () => {
  const answers: Record<string, readonly [responses: string, answer: string, call: string]> = {
    "of the default response, where there is no other": [
      "{ default: { content: { application/json: {} } } }",
      'operations["act"]["responses"]["default"]["content"]["application/json"]',
      "",
    ],
    "that is text": ["{ 200: { content: { text/plain: {} } } }", "string", '"", { read: plainText }'],
    "that is whatever was asked for": [
      '{ 200: { content: { "*/*": { schema: { type: object } } } } }',
      'operations["act"]["responses"][200]["content"]["*/*"]',
      "",
    ],
    "that is a stream of events": [
      "{ 200: { content: { text/event-stream: {} } } }",
      "Download",
      '"", { read: download }',
    ],
    "that is JSON or a stream of events": [
      "{ 200: { content: { application/json: {}, text/event-stream: {} } } }",
      '| operations["act"]["responses"][200]["content"]["application/json"] | Download',
      '"", { read: downloadUnlessJson }',
    ],
    "that is JSON or a file": [
      "{ 200: { content: { application/pdf: {} } }, 202: { content: { application/json: {} } } }",
      '| operations["act"]["responses"][202]["content"]["application/json"] | Download',
      '"", { read: downloadUnlessJson }',
    ],
    "that is JSON or text": [
      "{ 200: { content: { text/plain: {} } }, 202: { content: { application/json: {} } } }",
      '| operations["act"]["responses"][202]["content"]["application/json"] | string',
      '"", { read: textUnlessJson }',
    ],
    "that is JSON because it was asked for": [
      "{ 200: { content: { application/xml: {}, application/json: {} } } }",
      'operations["act"]["responses"][200]["content"]["application/json"]',
      '"Accept=header", { constants: { Accept: "application/json" } }',
    ],
    "that is the JSON which has a schema because it was asked for": [
      "{ 200: { content: { application/json: { schema: {} }, application/hal+json: { schema: { type: object } } } } }",
      'operations["act"]["responses"][200]["content"]["application/hal+json"]',
      '"Accept=header", { constants: { Accept: "application/hal+json" } }',
    ],
    "that is JSON with a schema nowhere": [
      '{ 200: { content: { "application/json; charset=utf-8": {}, application/json: {} } } }',
      'operations["act"]["responses"][200]["content"]["application/json"]',
      "",
    ],
  };
  test.each(Object.entries(answers))("%s", (_, [responses, answer, call]) => {
    const client = clientOf(`paths: { /things: { get: { operationId: act, responses: ${responses} } } }`);
    const named = client.includes("export type ActAnswer =")
      ? declarationOf("ActAnswer", client)
          .replace(/^export type ActAnswer =/, "")
          .replace(/;$/, "")
      : /Operation<SampleClient, ActParams, (\w+), "act">/.exec(client)?.[1];
    expect(named?.replace(/\s+/g, " ").trim()).toBe(answer);
    const written = declarationOf("act", client).replace(/\s+/g, " ");
    expect(/"\/things",?(.*?),? ?\);$/.exec(written)?.[1]?.trim()).toBe(call);
  });

  test("that is JSON because it was asked for is documented so, with what there is besides", () => {
    const content = "{ application/xml: {}, application/json: {}, text/csv: {}, application/hal+json: {} }";
    const client = clientOf(
      `paths: { /things: { get: { operationId: act, responses: { 200: { content: ${content} } } } } }`,
    );
    expect(commentOf("act", client)).toBe(`/**
 * \`GET /things\`
 *
 * Asks for JSON. There is \`application/xml\`, \`text/csv\` as well, by
 * \`fetchClient(client).GET(…, { headers: { Accept: … }, parseAs: "text" })\`.
 */`);
  });

  test("that has an address of its own, or a method that openapi-fetch has not, is documented accordingly", () => {
    const has = "responses: { 200: { content: { application/json: {}, text/csv: {} } } }";
    const client = clientOf(`
      openapi: 3.2.0
      paths:
        /things:
          get: { operationId: act, servers: [{ url: https://csv.example }], ${has} }
          query: { operationId: ask, ${has} }
    `);
    expect(commentOf("act", client)).toContain("fetchClient(client).GET(…, { baseUrl: …, headers:");
    expect(commentOf("ask", client)).toContain("Asks for JSON. There is `text/csv` as well.");
  });
});
