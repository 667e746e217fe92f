import { describe, expect, test } from "vitest";
import { clientOf, commentOf, declarationOf, lines } from "../given.ts";

interface Case {
  readonly given: string;
  readonly params?: string;
  readonly answer?: string;
  readonly operation?: string;
}

/** One operation, `GET /things/{id}` unless its path or method is given. */
const cases: Record<string, Case> = {
  "an operation without parameters takes none": {
    given: `
      paths: { /things: { get: { operationId: act, responses: { 200: { content: { application/json: {} } } } } } }
    `,
    params: `export type ActParams = Record<never, never>;`,
    answer: `export type ActAnswer = operations["act"]["responses"][200]["content"]["application/json"];`,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">("act", "GET", "/things");
    `,
  },
  "parameters of the path, the operation and other places stand side by side": {
    given: `
      paths:
        /things/{id}:
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: X-Language, in: header, schema: { type: string } }
            - { name: limit, in: query, schema: { type: string } }
          get:
            operationId: act
            parameters: [{ name: limit, in: query, required: true, schema: { type: integer } }]
            responses: { 200: { content: { application/json: {} } } }
    `,
    params: `
      export type ActParams = operations["act"]["parameters"]["path"] &
        operations["act"]["parameters"]["query"] &
        NonNullable<operations["act"]["parameters"]["header"]>;
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">(
          "act",
          "GET",
          "/things/{id}",
          "id=path&limit=query&X-Language=header",
        );
    `,
  },
  "a required parameter with one possible value is sent without being asked for, an optional one is not": {
    given: `
      paths:
        /things:
          get:
            operationId: act
            parameters:
              - { name: version, in: query, required: true, schema: { type: string, enum: [v2] } }
              - { name: X-Kind, in: header, required: true, schema: { const: 7 } }
              - { name: only, in: query, schema: { enum: [one] } }
            responses: { 200: { content: { application/json: {} } } }
    `,
    params: `export type ActParams = Omit<operations["act"]["parameters"]["query"], "version">;`,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">(
          "act",
          "GET",
          "/things",
          "only=query&version=query&X-Kind=header",
          { constants: { version: "v2", "X-Kind": 7 } },
        );
    `,
  },
  "a name may have in it what separates names, or parameters of a query": {
    given: `
      paths:
        /things:
          get:
            operationId: act
            parameters:
              - { name: "a, b; header: c", in: query, schema: { type: string } }
              - { name: "100%", in: query, schema: { type: string } }
            responses: { 200: { content: { application/json: {} } } }
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">(
          "act",
          "GET",
          "/things",
          "a, b; header: c=query&100%25=query",
          { querySerializer: /* @__PURE__ */ urlencoded() },
        );
    `,
  },
  "headers that OpenAPI ignores are no parameters": {
    given: `
      paths:
        /things:
          get:
            operationId: act
            parameters:
              - { name: Content-Type, in: header, required: true, schema: { type: string } }
              - { name: authorization, in: header, schema: { type: string } }
              - { name: X-Mine, in: header, schema: { type: string } }
            responses: { 200: { content: { application/json: {} } } }
    `,
    params: `
      export type ActParams = Omit<operations["act"]["parameters"]["header"], "Content-Type" | "authorization">;
    `,
  },
  "a Content-Type that is asked for without a body to have it is sent": {
    given: `
      paths:
        /things:
          parameters:
            - { name: Content-Type, in: header, required: true, schema: { const: application/json } }
          get:
            operationId: act
            responses: { 200: { content: { application/json: {} } } }
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">(
          "act",
          "GET",
          "/things",
          "Content-Type=header",
          { constants: { "Content-Type": "application/json" } },
        );
    `,
  },
  "a Content-Type beside a body is that of the body": {
    given: `
      paths:
        /things:
          post:
            operationId: act
            parameters:
              - { name: Content-Type, in: header, required: true, schema: { const: application/json } }
            requestBody: { required: true, content: { application/json: {} } }
            responses: { 200: { content: { application/json: {} } } }
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">("act", "POST", "/things");
    `,
  },
  "a body that may be left out, of another JSON type": {
    given: `
      paths:
        /things:
          post:
            operationId: act
            requestBody: { content: { application/merge-patch+json: {} } }
            responses: { 200: { content: { application/json: {} } } }
    `,
    params: `
      export type ActParams = {
        readonly body?: NonNullable<operations["act"]["requestBody"]>["content"]["application/merge-patch+json"];
      };
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, ActAnswer, "act"> =
        /* @__PURE__ */ define<ActParams, ActAnswer, "act">(
          "act",
          "POST",
          "/things",
          "",
          { body: { mediaType: "application/merge-patch+json" } },
        );
    `,
  },
  "the answer is the JSON of every 2xx response, and nothing where one has no body": {
    given: `
      paths:
        /things:
          get:
            operationId: act
            responses:
              200: { content: { application/problem+json: {} } }
              2XX: { content: { "application/json; charset=utf-8": {} } }
              204: {}
              default: { content: { application/json: {} } }
    `,
    answer: `
      export type ActAnswer =
        | operations["act"]["responses"][200]["content"]["application/problem+json"]
        | operations["act"]["responses"]["2XX"]["content"]["application/json; charset=utf-8"]
        | undefined;
    `,
  },
  "a file is a download": {
    given: `
      paths: { /things: { get: { operationId: act, responses: { 200: { content: { application/pdf: {} } } } } } }
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, Download, "act"> =
        /* @__PURE__ */ define<ActParams, Download, "act">("act", "GET", "/things", "", { read: download });
    `,
  },
  "an answer without a body is undefined": {
    given: `
      paths: { /things: { delete: { operationId: act, responses: { 204: {} } } } }
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, undefined, "act"> =
        /* @__PURE__ */ define<ActParams, undefined, "act">("act", "DELETE", "/things", "", { empty: true });
    `,
  },
  "rate limits are in milliseconds, and an operation without security takes no token": {
    given: `
      security: [{ key: [] }]
      components: { securitySchemes: { key: { type: http, scheme: bearer } } }
      paths:
        /things:
          get:
            operationId: act
            security: []
            x-rate-limit: [{ requests: 100, per: 1m, bucket: all }, { requests: 5, per: 500ms }]
            responses: { 204: {} }
    `,
    operation: `
      export const act: Operation<SampleClient, ActParams, undefined, "act"> =
        /* @__PURE__ */ define<ActParams, undefined, "act">(
          "act",
          "GET",
          "/things",
          "",
          { empty: true, open: true, limits: [{ requests: 100, per: 60_000, bucket: "all" }, { requests: 5, per: 500 }] },
        );
    `,
  },
};

describe("an operation", () => {
  for (const [name, { given, params, answer, operation }] of Object.entries(cases)) {
    test(name, () => {
      const client = clientOf(given);
      if (params) expect(declarationOf("ActParams", client)).toBe(lines(params));
      if (answer) expect(declarationOf("ActAnswer", client)).toBe(lines(answer));
      if (operation) expect(declarationOf("act", client)).toBe(lines(operation));
    });
  }

  test("types of an id with underscores have none, unless two would have one name", () => {
    const types = (...ids: readonly string[]): readonly string[] => {
      const paths = ids.map((id) => `/${id}: { get: { operationId: ${id}, responses: { 204: {} } } }`);
      return clientOf(`paths: { ${paths.join(", ")} }`).match(/(?<=^export type )\w+Params/gm) ?? [];
    };
    expect(types("get_send_job", "get_all", "getAll", "_v1_2")).toEqual([
      "GetSendJobParams",
      "Get_allParams",
      "GetAllParams",
      "V12Params",
    ]);
  });

  test("an id that is no usable name is still what the types and errors call it", () => {
    const client = clientOf(`
      paths:
        /a: { get: { operationId: jobs/get-status, responses: { 200: { content: { application/json: {} } } } } }
        /b: { get: { operationId: delete, responses: { 204: {} } } }
    `);
    expect(declarationOf("JobsGetStatusAnswer", client)).toBe(
      lines(`
        export type JobsGetStatusAnswer = operations["jobs/get-status"]["responses"][200]["content"]["application/json"];
      `),
    );
    expect(declarationOf("delete_", client)).toBe(
      lines(`
        export const delete_: Operation<SampleClient, DeleteParams, undefined, "delete"> =
          /* @__PURE__ */ define<DeleteParams, undefined, "delete">("delete", "GET", "/b", "", { empty: true });
      `),
    );
  });

  test("an editor shows the words of the specification, the request, and that it is deprecated", () => {
    const client = clientOf(`
      paths:
        /things/{id}:
          get:
            operationId: act
            deprecated: true
            summary: Act on a thing
            description: |
              Does what has to be done,
              and then some.

              1. First this.
              2. Then that.
            parameters: [{ name: id, in: path, required: true }]
            responses: { 204: {} }
    `);
    expect(commentOf("act", client)).toBe(
      lines(`
        /**
         * Act on a thing
         *
         * Does what has to be done, and then some.
         *
         * 1. First this.
         * 2. Then that.
         *
         * \`GET /things/{id}\`
         *
         * @deprecated
         */
      `),
    );
    expect(commentOf("ActParams", client)).toBe("/** Parameters of `act`. */");
  });
});
