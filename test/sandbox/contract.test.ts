import { describe, expect, it } from "vitest";
import { type Contract, openContract } from "../../src/sandbox/contract/contract.ts";
import { locate } from "../../src/sandbox/contract/pointer.ts";

const schema = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, at: { $ref: "#/components/schemas/Time" } },
};
const contract = openContract({
  openapi: "3.1.0",
  servers: [{ url: "https://api.example.com/v1" }],
  paths: {
    "/jobs/{job}": {
      parameters: [{ name: "job", in: "path", required: true }, { $ref: "#/components/parameters/Language" }],
      get: {
        operationId: "getJob",
        parameters: [{ name: "page", in: "query" }],
        responses: {
          200: {
            headers: { "X-Left": { required: true, schema: { type: "integer" } } },
            content: { "application/json; charset=utf-8": { schema } },
          },
          204: { description: "nothing" },
          202: {
            content: { "application/json": {}, "application/json; charset=utf-8": { schema } },
          },
          "4XX": { $ref: "#/components/responses/Refused" },
        },
      },
    },
    "/jobs/all": { get: { operationId: "listJobs", responses: { default: { description: "anything" } } } },
    "/files/{file}": {
      get: { operationId: "getFile", responses: { 200: { content: { "application/octet-stream": {} } } } },
    },
  },
  components: {
    parameters: { Language: { name: "lang", in: "query" } },
    responses: {
      Refused: { content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
    },
    schemas: {
      Time: { type: "string", format: "date-time" },
      Error: { type: "object", additionalProperties: false, properties: { code: { enum: ["a", "b"] } } },
    },
  },
});

describe("the operation of a request", () => {
  const find = (method: string, path: string): string | undefined => contract.find(method, path)?.id;

  it("is found by its method and path, below the path of the server", () => {
    expect([
      find("GET", "/v1/jobs/1"),
      find("GET", "/v1/jobs/all"),
      find("POST", "/v1/jobs/1"),
      find("GET", "/jobs/1"),
      find("GET", "/v2/jobs/1"),
      find("GET", "/v1/jobs/"),
      find("GET", "/v1/jobs/1/2"),
    ]).toEqual(["getJob", "listJobs", undefined, undefined, undefined, undefined, undefined]);
  });

  it("knows its query parameters, those of its path included", () => {
    expect(contract.find("GET", "/v1/jobs/1")?.query).toEqual(["lang", "page"]);
  });
});

describe("an answer", () => {
  const headers = { "x-left": "3" };

  it("that is as declared has no problems", async () => {
    expect(
      await problems("getJob", Response.json({ id: "1", at: "2026-07-01T06:00:00Z" }, { headers })),
    ).toEqual([]);
    expect(await problems("getJob", Response.json({ code: "a" }, { status: 404 }))).toEqual([]);
    expect(await problems("getJob", new Response(null, { status: 204 }))).toEqual([]);
    const file = new Response("bytes", { headers: { "content-type": "application/octet-stream" } });
    expect(await problems("getFile", file)).toEqual([]);
  });

  it.each([
    ["lacks a field", Response.json({}, { headers }), ["The body must have required property 'id'."]],
    [
      "has fields of another type and format",
      Response.json({ id: 1, at: "noon" }, { headers }),
      ["The body at /id must be string.", 'The body at /at must match format "date-time".'],
    ],
    [
      "has a value and a field too many",
      Response.json({ code: "c", more: 1 }, { status: 400 }),
      [
        'The body must NOT have additional properties ("more").',
        "The body at /code must be equal to one of the allowed values (a, b).",
      ],
    ],
    ["has another status", Response.json({}, { status: 500 }), ["Status 500 is not declared."]],
    [
      "has another media type",
      new Response("<p>", { headers: { ...headers, "content-type": "text/html" } }),
      ["The media type text/html is not declared."],
    ],
    [
      "is not JSON",
      new Response("{", { headers: { ...headers, "content-type": "application/json" } }),
      ["The body is not JSON."],
    ],
    ["has no body", new Response(null, { headers }), ["The media type (none) is not declared."]],
    ["lacks a header", Response.json({ id: "1" }), ["The header X-Left is missing."]],
    [
      "has a header of another type",
      Response.json({ id: "1" }, { headers: { "x-left": "few" } }),
      ["The header X-Left must be integer."],
    ],
  ])("that %s has problems", async (_, response, expected) => {
    expect(await problems("getJob", response)).toEqual(expected);
  });

  it("is judged by the schema of the one media type that has it, whatever the parameters of the other", async () => {
    const later = (body: unknown): Promise<unknown> =>
      problems("getJob", Response.json(body, { status: 202 }));
    expect([await later({ id: "1" }), await later({})]).toEqual([
      [],
      ["The body must have required property 'id'."],
    ]);
  });

  it("that should be empty has a problem when it is not", async () => {
    expect(await problems("listJobs", Response.json([]))).toEqual([
      "A body of type application/json is not declared.",
    ]);
  });

  it("can still be read afterwards", async () => {
    const response = Response.json({ id: "1" }, { headers });
    await problems("getJob", response);
    expect(await response.json()).toEqual({ id: "1" });
  });
});

it("follows references on its way through a document, escapes included", () => {
  const document = { "a/b~c": { deep: 1 }, at: { $ref: "#/a~1b~0c" }, outside: { $ref: "other.yaml" } };
  expect(locate(document, ["at", "deep"])).toEqual({ path: ["a/b~c", "deep"], value: 1 });
  expect(locate(document, ["at", "nothing", "deep"])).toBeUndefined();
  expect(locate(document, ["outside"])?.value).toEqual({ $ref: "other.yaml" });
});

function problems(id: string, response: Response): ReturnType<Contract["check"]> {
  const operation = contract.operations.find((each) => each.id === id);
  if (!operation) throw new Error(`The test's document has no operation ${id}.`);
  return contract.check(operation, response);
}
