import { expect, test } from "vitest";
import { clientOf, declarationOf, faultsOf, filesOf, lines } from "../given.ts";
import { runtime, typeErrors } from "../type-check.ts";

test("a parameter in braces that stands in the query of a path is one of the query", () => {
  const path = "/exports/{id}?file={filename}&kind={kind}&page={page}&50%={half}";
  const specification = `
    paths:
      ${path}:
        get:
          operationId: act
          parameters:
            - { name: filename, in: path, required: true, schema: { type: integer } }
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: kind, in: query, schema: { enum: [x, y] } }
          responses: { 204: { description: Done } }
  `;
  const client = clientOf(specification);
  expect(declarationOf("act", client)).toContain('"/exports/{id}"');
  expect(declarationOf("act", client)).toContain('"id=path&file=query&kind=query&page=query&50%25=query"');
  expect(faultsOf(specification)).toEqual([
    `warning /paths/${path}/get: The query parameter page of ${path} is not declared; it is taken for a text.`,
    `warning /paths/${path}/get: The query parameter 50% of ${path} is not declared; it is taken for a text.`,
  ]);
});

test("a parameter may take several steps of a path, as `{+name}`, and is declared without the sign", () => {
  const text = `
    paths:
      /v1/{+name}:
        get:
          operationId: act
          parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
          responses: { 204: {} }
      /v1/{+other}:check:
        post: { operationId: check, responses: { 204: {} } }
  `;
  expect(faultsOf(text)).toEqual([
    "warning /paths//v1/{+other}:check/post: The path parameter other of /v1/{+other}:check is not declared; it is taken for a text.",
  ]);
  const client = clientOf(text);
  const call = (name: string, of: string): string => declarationOf(name, of).replace(/\s+/g, " ");
  expect(call("act", client)).toContain('"/v1/{+name}", "name=path", { pathSerializer: severalSteps, ');
  expect(call("check", client)).toContain(
    '"/v1/{+other}:check", "other=path", { pathSerializer: severalSteps, ',
  );
  const literal = clientOf(text.replace("name: name", 'name: "+name"'));
  expect(call("act", literal)).toContain('"/v1/{+name}", "%2Bname=path", { empty: true }');
});

test("a percent sign may stand anywhere", () => {
  const { types } = filesOf(`
    paths:
      /a:
        get:
          operationId: act
          description: 100% of it
          responses:
            200:
              content:
                application/json:
                  schema: { type: object, properties: { 50%of: { enum: [7%] }, c: { $ref: "#/components/schemas/A%2DB" } } }
    components: { schemas: { A-B: { type: string } } }
  `);
  expect(types).toContain('"50%of"?: "7%";');
  expect(types).toContain('c?: components["schemas"]["A-B"];');
  expect(types).toContain("100% of it");
});

test("parameters of one name in two places, or named as the body is given, are told apart", () => {
  const client = clientOf(`
    paths:
      /things/{id}/{body}:
        get:
          operationId: act
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: body, in: path, required: true, schema: { type: string } }
            - { name: id, in: query, required: true, schema: { type: integer } }
            - { name: id, in: header, schema: { type: string } }
            - { name: limit, in: query, schema: { type: integer } }
          responses: { 204: {} }
  `);
  expect(declarationOf("ActParams", client)).toBe(
    lines(`
      export type ActParams = Omit<operations["act"]["parameters"]["path"], "body"> & {
        readonly body_path: operations["act"]["parameters"]["path"]["body"];
      } &
        Omit<operations["act"]["parameters"]["query"], "id"> & {
          readonly id_query: operations["act"]["parameters"]["query"]["id"];
        } &
        { readonly id_header?: NonNullable<operations["act"]["parameters"]["header"]>["id"] };
    `),
  );
  expect(declarationOf("act", client)).toBe(
    lines(`
      export const act: Operation<SampleClient, ActParams, undefined, "act"> =
        /* @__PURE__ */ define<ActParams, undefined, "act">(
          "act",
          "GET",
          "/things/{id}/{body_path}",
          "id=path&body_path=path&id_query=query&limit=query&id_header=header",
          { names: { id_query: "id", id_header: "id" }, empty: true },
        );
    `),
  );
});

test("a header that is an object and not declared as JSON is left out, for nothing writes it, and one that is a list is not", () => {
  const given = `
    paths:
      /things:
        get:
          operationId: act
          parameters:
            - { name: X-Point, in: header, required: true, schema: { $ref: "#/components/schemas/Point" } }
            - { name: X-Points, in: header, schema: { type: array, items: { $ref: "#/components/schemas/Point" } } }
            - { name: X-Text, in: header, content: { text/plain: {} }, schema: { $ref: "#/components/schemas/Point" } }
            - { name: X-Tags, in: header, schema: { type: array, items: { type: string } } }
            - { name: X-Any, in: header, schema: {} }
          responses: { 204: {} }
    components: { schemas: { Point: { properties: { x: { type: number } } } } }
  `;
  const leftOut = (name: string, index: number): string =>
    `warning /paths//things/get/parameters/${index}: The header ${name} is left out: it is an object, and only values, lists of them and JSON are written into headers. Declare it as JSON (\`content: application/json\`) or as a text, in an overlay if need be; or send it with \`headers\` of the client's options.`;
  expect(faultsOf(given)).toEqual([
    leftOut("X-Point, which is required,", 0),
    leftOut("X-Points", 1),
    leftOut("X-Text", 2),
  ]);
  const client = clientOf(given);
  expect(client).toContain('"X-Tags=header&X-Any=header"');
  expect(declarationOf("ActParams", client)).toContain(
    'Omit<operations["act"]["parameters"]["header"], "X-Point" | "X-Points" | "X-Text">',
  );
});

test("a header, and a value in a path, that is declared as JSON is written so, and is required where the document says so", () => {
  const given = `
    paths:
      /things/{id}/{sizes}:
        get:
          operationId: act
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: sizes, in: path, required: true, explode: true, content: { application/json: { schema: { type: object } } } }
            - { name: id, in: header, content: { application/json: { schema: { $ref: "#/components/schemas/Point" } } } }
            - { name: X-Point, in: header, required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Point" } } } }
            - { name: X-Tags, in: header, content: { application/json: { schema: { type: array, items: { type: string } } } } }
            - { name: X-Kind, in: header, required: true, content: { application/json: { schema: { const: "né" } } } }
          responses: { 204: {} }
    components: { schemas: { Point: { properties: { x: { type: number } } } } }
  `;
  expect(faultsOf(given)).toEqual([
    "warning /paths//things/{id}/{sizes}/get/parameters/2: The parameter id in header is given as id_header, because there is another of this name.",
  ]);
  const { client, types } = filesOf(given);
  expect(declarationOf("act", client)).toBe(
    lines(`
      export const act: Operation<SampleClient, ActParams, undefined, "act"> =
        /* @__PURE__ */ define<ActParams, undefined, "act">(
          "act",
          "GET",
          "/things/{id}/{sizes}",
          "id=path&sizes=path&id_header=header&X-Point=header&X-Tags=header&X-Kind=header",
          {
            constants: { "X-Kind": "\\"n\\\\u00e9\\"" },
            names: { id_header: "id" },
            written: /* @__PURE__ */ jsonParameters("sizes", "id_header", "X-Point", "X-Tags"),
            empty: true,
          },
        );
    `),
  );
  expect(types).toMatch(/"X-Point": Point;/);
});

test("a parameter that is written as JSON has the type of its schema, not that of a text", () => {
  const { types } = filesOf(`
    paths:
      /things:
        get:
          operationId: act
          parameters:
            - { name: filter, in: query, content: { application/json: { schema: { $ref: "#/components/schemas/Filter" } } } }
            - { $ref: "#/components/parameters/sort" }
            - { name: any, in: query, content: { application/json: {} } }
          responses: { 204: {} }
    components:
      parameters:
        sort: { name: sort, in: query, content: { application/json: { schema: { type: array, items: { type: string } } } } }
      schemas: { Filter: { type: object, properties: { tags: { type: array, items: { type: string } } } } }
  `);
  expect(/query\?: \{[^}]*\}/.exec(types)?.[0].replace(/\s+/g, " ")).toBe(
    'query?: { filter?: Filter; sort?: components["parameters"]["sort"]; any?: unknown; }',
  );
  expect(types).toMatch(/ {4}sort: string\[\];/);
});

test("whoever gets a number gets none that makes it another's name", () => {
  const client = clientOf(`
    paths:
      /a: { get: { operationId: getJob, responses: { 204: {} } } }
      /b: { get: { operationId: GetJob, responses: { 204: {} } } }
      /c: { get: { operationId: getJob2, responses: { 204: {} } } }
      /d: { get: { operationId: getJob, responses: { 204: {} } } }
  `);
  expect([...client.matchAll(/^export const (\w+)/gm)].map(([, name]) => name)).toEqual([
    "getJob",
    "GetJob3",
    "getJob2",
    "getJob4",
  ]);
});

test("beside a renamed parameter, one that is called as every object's function keeps its name", () => {
  const client = clientOf(`
    paths:
      /races/{id}:
        get:
          operationId: act
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: id, in: query, schema: { type: string } }
            - { name: constructor, in: query, schema: { type: string } }
            - { name: toString, in: header, schema: { type: string } }
          responses: { 204: {} }
  `);
  expect(client).toContain('names: { id_query: "id", "constructor": "constructor", "toString": "toString" }');
});

test("a link leads to such a parameter by its place, too", () => {
  const { client, types } = filesOf(`
    paths:
      /jobs/{id}:
        get:
          operationId: getJob
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          x-polling: { job: job, status: $response.body#/state, succeeded: [done] }
          responses:
            200:
              content: { application/json: { schema: { type: object, properties: { state: { type: string } } } } }
              links: { race: { operationId: getRace, parameters: { path.toString: $request.path.id } } }
      /races/{toString}:
        get:
          operationId: getRace
          parameters: [{ name: toString, in: path, required: true, schema: { type: string } }]
          responses: { 204: {} }
  `);
  expect(client).toContain('params: (request) => ({ "toString": request?.id })');
  const index = client.replaceAll('"openapi-jobs/runtime"', `"${runtime}"`);
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types })).toEqual([]);
});

test("a parameter that is called as every object's function is written in its style, too", () => {
  const { client, types } = filesOf(`
    paths:
      /races:
        get:
          operationId: act
          parameters:
            - { name: constructor, in: query, explode: false, schema: { type: array, items: { type: string } } }
            - { name: toString, in: query, style: deepObject, explode: true, schema: { type: object } }
          responses: { 204: {} }
  `);
  expect(client).toContain('"constructor": "comma" as const,');
  const index = client.replaceAll('"openapi-jobs/runtime"', `"${runtime}"`);
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types })).toEqual([]);
});

test("query parameters that are lists or objects are written as the specification says", () => {
  const client = clientOf(`
    paths:
      /things?kind=small#Search:
        get:
          operationId: act
          parameters:
            - { name: plain, in: query, schema: { type: array, items: { type: string } } }
            - { name: commas, in: query, explode: false, schema: { type: array, items: { type: string } } }
            - { name: pipes, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
            - { name: deep, in: query, style: deepObject, explode: true, schema: { type: object } }
            - { name: spread, in: query, schema: { type: object } }
            - { name: json, in: query, content: { application/json: { schema: { type: object } } } }
            - { name: note, in: query, content: { text/plain: { schema: { type: string } } } }
            - { name: any, in: query, content: { text/plain: {} } }
            - { name: cloudy, in: query, content: { "*/*": { schema: { type: object } } } }
            - { name: callback, in: query, allowReserved: true, schema: { type: string } }
            - { name: a&b=c, in: query, schema: { type: string } }
            - { name: "x[]", in: query, schema: { type: array, items: { type: string } } }
          responses: { 204: {} }
  `);
  expect(declarationOf("act", client)).toBe(
    lines(`
      export const act: Operation<SampleClient, ActParams, undefined, "act"> =
        /* @__PURE__ */ define<ActParams, undefined, "act">(
          "act",
          "GET",
          "/things",
          "plain=query&commas=query&pipes=query&deep=query&spread=query&json=query&note=query&any=query&cloudy=query&callback=query&a%26b%3Dc=query&x[]=query&kind=query",
          {
            constants: { kind: "small" },
            querySerializer: /* @__PURE__ */ urlencoded({
              commas: "comma",
              pipes: "pipeDelimited",
              deep: "deepObject",
              spread: "form",
              json: "json",
              callback: "reserved",
            }),
            empty: true,
          },
        );
    `),
  );
});
