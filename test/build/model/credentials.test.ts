import { describe, expect, test } from "vitest";
import { clientOf, declarationOf, faultsOf } from "../given.ts";

const id = "{ name: id, in: path, required: true, schema: { type: string } }";
const ok = "responses: { 204: {} }";

/** A job whose start and whose question take a parameter; the links from the one to the other are flow maps. */
function exportsWith(parameter: string, handed = "", rest = ""): string {
  return `
    ${rest}
    paths:
      /exports:
        post:
          operationId: createExport
          parameters: [${parameter}]
          responses:
            201:
              content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
              links: { status: { operationId: getExport, parameters: { id: $response.body#/id, ${handed} } } }
      /exports/{id}:
        get:
          operationId: getExport
          parameters: [${id}, ${parameter}]
          x-polling: { job: export, status: $response.body#/state, succeeded: [done] }
          responses: { 200: { content: { application/json: { schema: { type: object, properties: { state: { const: done } } } } } } }
  `;
}

const key = "{ name: xi-api-key, in: header, required: true, schema: { type: string } }";
const place = "/paths//exports/post";

describe("a credential that operations declare as a parameter", () => {
  test("is the token of the client where no security scheme says so: no call asks for it, and no link hands it on", () => {
    const client = clientOf(exportsWith(key, "xi-api-key: $request.header.xi-api-key"));
    expect(declarationOf("createSampleClient", client)).toContain(`token: inHeader("xi-api-key"),`);
    expect(declarationOf("CreateExportParams", client)).toBe(
      "export type CreateExportParams = Record<never, never>;",
    );
    expect(declarationOf("GetExportParams", client)).toBe(
      `export type GetExportParams = operations["getExport"]["parameters"]["path"];`,
    );
    const [, , ...made] = declarationOf("createExport", client).split(/ =\n|\n(?= {4}\S)/);
    expect(made).toEqual([
      `    /* @__PURE__ */ define<CreateExportParams, CreateExportAnswer, "createExport">("createExport", "POST", "/exports"),`,
      "    export_,",
      "    (_request, { body }) => ({ id: body?.id }),\n  );",
    ]);
  });

  test("is told of once, with the lines that say so", () => {
    expect(faultsOf(exportsWith(key))).toEqual([
      `warning ${place}/parameters/0: 2 operations take the header xi-api-key, which is a credential by its name, and no security scheme says so. It is no parameter of calls, and no ref holds it: \`auth\` of the client gives it. Say so, in an overlay if need be: \`- { target: $, update: { security: [{ key: [] }], components: { securitySchemes: { key: { type: apiKey, in: header, name: "xi-api-key" } } } } }\`.`,
    ]);
  });

  test("is told of where a link hands it on", () => {
    const [, said] = faultsOf(exportsWith(key, "header.xi-api-key: $request.header.xi-api-key"));
    expect(said).toBe(
      `warning ${place}/responses/201/links/status/parameters/header.xi-api-key: The link gives header.xi-api-key, a credential, which the client sends with every request, so it is left out: no ref holds it. Take this line away.`,
    );
  });

  test("is one where it is optional, too", () => {
    const client = clientOf(exportsWith("{ name: X-Access-Token, in: header, schema: { type: string } }"));
    expect(declarationOf("createSampleClient", client)).toContain(`token: inHeader("X-Access-Token"),`);
    expect(client).not.toContain("X-Access-Token=header");
  });

  test("is one in a query", () => {
    const client = clientOf(exportsWith("{ name: api_key, in: query, schema: { type: string } }"));
    expect(declarationOf("createSampleClient", client)).toContain(`token: inQuery("api_key"),`);
    expect(client).not.toContain("api_key=query");
  });

  test("is one that a security scheme says of, whatever it is called, and then nothing is told", () => {
    const declared =
      "{ security: [{ k: [] }], components: { securitySchemes: { k: { type: apiKey, in: query, name: key } } } }";
    const yaml = exportsWith(
      "{ name: key, in: query, required: true, schema: { type: string } }",
      "",
      declared.slice(1, -1).replace(", components", "\n    components").trim(),
    );
    expect(faultsOf(yaml)).toEqual([]);
    const client = clientOf(yaml);
    expect(declarationOf("createSampleClient", client)).toContain(`token: inQuery("key"),`);
    expect(client).not.toContain("key=query");
  });

  test("goes into the headers of the client where another is the token", () => {
    const bearer =
      "security: [{ t: [] }]\n    components: { securitySchemes: { t: { type: http, scheme: bearer } } }";
    const yaml = exportsWith(
      "{ name: X-Account-Token, in: header, required: true, schema: { type: string } }",
      "",
      bearer,
    );
    expect(faultsOf(yaml)).toEqual([
      `warning ${place}/parameters/0: 2 operations take the header X-Account-Token, which is a credential by its name, and no security scheme says so. It is no parameter of calls, and no ref holds it: \`headers: { "X-Account-Token": … }\` of the client's options give it. Say so, in an overlay if need be: \`- { target: $, update: { components: { securitySchemes: { key: { type: apiKey, in: header, name: "X-Account-Token" } } } } }\`.`,
    ]);
    const client = clientOf(yaml);
    expect(declarationOf("createSampleClient", client)).toContain(`inHeader("Authorization", "Bearer ")`);
    expect(client).not.toContain("X-Account-Token=header");
  });

  test.each([
    [
      "that few operations are about, none of which tells of a job",
      `paths:
        /tokens: { get: { operationId: checkToken, parameters: [{ name: X-Subject-Token, in: header }], ${ok} } }
        /a: { get: { operationId: a, ${ok} } }
        /b: { get: { operationId: b, ${ok} } }`,
      "X-Subject-Token=header",
    ],
    [
      "that the start of a job gives, to ask for that job with",
      exportsWith("{ name: X-Job-Token, in: header }", "X-Job-Token: $response.body#/id"),
      "X-Job-Token=header",
    ],
    [
      "of which all values are listed",
      exportsWith("{ name: X-Auth-Kind, in: header, schema: { enum: [user, app] } }"),
      "X-Auth-Kind=header",
    ],
    ["that is the token of a page", exportsWith("{ name: pageToken, in: query }"), "pageToken=query"],
    ["that is the token of a document", exportsWith("{ name: token, in: query }"), "token=query"],
  ])("but none is a parameter %s", (_, yaml, kept) => {
    expect(clientOf(yaml)).toContain(kept);
    expect(faultsOf(yaml)).toEqual([]);
  });
});
