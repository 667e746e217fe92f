import { describe, expect, test } from "vitest";
import { clientOf, commentOf, declarationOf, faultsOf, filesOf, lines } from "./given.ts";
import { configuration, givenProject } from "./project.ts";
import { runtime, typeErrors } from "./type-check.ts";

describe("a specification with faults that the output is not wrong by", () => {
  test("is generated, and the faults are warnings, whatever `redocly.yaml` makes of them", async () => {
    const project = givenProject({
      "redocly.yaml": `extends: [recommended-strict]\n${configuration("alpha")}`,
      "alpha.yaml": `openapi: 3.1.0
info: { titel: Old, contact: nobody }
servers: []
paths:
  /a:
    get:
      operationId: twice
      summary: null
      responses:
        '200':
          content:
            application/json:
              schema: { type: strng, example: 7, nullable: true, required: yes, properties: { a: null } }
  /b:
    get:
      operationId: twice
      parameters: [{ name: x }, { in: query }, nothing]
      responses: { '200': { description: ok, links: { next: { operationId: nowhere } } } }
`,
    });
    const { report } = await project.build();
    expect([...new Set(report.problems.map(({ severity }) => severity))]).toEqual(["warning"]);
    const codes = new Set<string>(report.problems.map(({ code }) => code));
    expect(codes).toContain("struct");
    expect(codes).toContain("unknown-operation");
    expect(codes).toContain("name-taken");
    expect(report.ok).toBe(true);
    expect(project.read("generated/alpha/types.ts")).toContain("a?: unknown;");
    const client = project.read("generated/alpha/index.ts");
    expect(client).toContain("export const twice: ");
    expect(client).toContain("export const twice2: ");
  });

  test.each([
    ["in one file", "schema: { type: integer }"],
    ["in several", "schema: { $ref: 'size.yaml' }"],
  ])("may have forgotten schemas and answers that it refers to, %s", async (_, size) => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /things:
    get:
      operationId: getThing
      parameters: [{ name: size, in: query, ${size} }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        '403': { $ref: '#/components/responses/Forbidden' }
components:
  responses: { NotFound: { description: no } }
  schemas:
    Thing:
      type: object
      properties: { price: { $ref: '#/components/schemas/Price' }, kind: { $ref: '#/components/schemas/Kind' } }
    Kind:
      oneOf: [{ $ref: '#/components/schemas/Toy' }, { $ref: '#/components/schemas/Book' }]
      discriminator: { propertyName: is, mapping: { toy: '#/components/schemas/Toy', gift: '#/components/schemas/Gift' } }
    Toy: { type: object, required: [is], properties: { is: { type: string } } }
`,
      "size.yaml": "{ type: integer }\n",
    });
    const { report } = await project.build({ runtime });
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    const lost = report.problems.filter(({ message }) => message.includes("leads nowhere"));
    expect(lost.map(({ severity, message }) => `${severity}: ${message}`).sort()).toEqual([
      "warning: `#/components/responses/Forbidden` leads nowhere: there is no `Forbidden`. The answer is left out.",
      "warning: `#/components/schemas/Book` leads nowhere: there is no `Book`. Anything is taken for one.",
      "warning: `#/components/schemas/Gift` leads nowhere: there is no `Gift`. Anything is taken for one.",
      "warning: `#/components/schemas/Price` leads nowhere: there is no `Price`. Anything is taken for one.",
    ]);
    expect(types).toContain("price?: unknown;");
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
  });

  test("may have forgotten all answers, what a name stands for, and may refer to anything", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.0.3
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      parameters: [{ name: size, in: query, schema: { type: integer } }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Kind' } } } }
        '403': { $ref: '#/components/responses/403' }
  /books:
    get:
      operationId: getBooks
      parameters: [{ $ref: '#/paths/~1toys/get/parameters/0' }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } } } }
components:
  schemas:
    Kind:
      oneOf: [{ $ref: '#/components/schemas/Toy' }]
      discriminator: { propertyName: is, mapping: { toy: Toy } }
    Toy: { type: object, required: [is], properties: { is: { type: string } } }
    Books: { $ref: '#/components/schemas/Record%3Cstring%3E' }
`,
    });
    const { report } = await project.build({ runtime });
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    const lost = report.problems.filter(({ code }) => code === "no-unresolved-refs");
    expect(lost.map(({ severity, message }) => `${severity}: ${message}`).sort()).toEqual([
      "warning: `#/components/responses/403` leads nowhere: there is no `responses`. The answer is left out.",
      "warning: `#/components/schemas/Record%3Cstring%3E` leads nowhere: there is no `Record<string>`. Anything is taken for one.",
      "warning: `#/components/schemas/Record%3Cstring%3E` leads nowhere: there is no `Record<string>`. Anything is taken for one.",
    ]);
    expect(types).toContain('is: "toy";');
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
  });

  test("may close brackets, braces and quotation marks too far to the left", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Toys, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      description: 'The toys that
        are left.

'
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: string
                enum: [
                  ball, # comes back
                  kite
                ]
                example: {
                  "a": 1
                }
`,
    });
    const { report } = await project.build();
    expect(
      report.problems.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    ).toEqual([...["11:1", "22:17", "25:17"].map((place) => `${place} warning outdented`)]);
    expect(project.read("generated/alpha/types.ts")).toContain('"ball" | "kite"');
    expect(project.read("generated/alpha/index.ts")).toContain("The toys that are left.");
  });

  test("may go on with a quoted text, or with what is in brackets, too far to the left", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Toys, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      summary: "All toys,
      the broken ones
\t\t\t   'and' those
    that are lost."
      description: 'The toys that
      are left.'
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: string
                enum: [
                ball, kite,
              doll]
`,
    });
    const { report } = await project.build();
    expect(
      report.problems.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    ).toEqual([...["9:7", "11:5", "13:7", "22:17"].map((place) => `${place} warning outdented`)]);
    expect(project.read("generated/alpha/types.ts")).toContain('"ball" | "kite" | "doll"');
    const client = project.read("generated/alpha/index.ts");
    expect(client).toContain("All toys, the broken ones 'and' those that are lost.");
    expect(client).toContain("The toys that are left.");
  });

  test("but not leave a quotation mark out, which is told of where the text begins to go astray", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Toys, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      summary: "All toys.
      description: "Those that are left."
      responses: { '200': { description: "ok" } }
`,
    });
    const { report } = await project.build();
    expect(
      report.problems.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    ).toEqual(["9:7 error not-yaml"]);
  });

  test("may have schemas that consist of themselves", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.0.3
info: { title: Exports, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /exports:
    post:
      operationId: export
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Export' } } } }
      responses: { '204': { description: ok } }
components:
  schemas:
    Export:
      properties: { name: { type: string } }
      oneOf: [{ $ref: '#/components/schemas/View' }, { $ref: '#/components/schemas/List' }]
    View: { allOf: [{ $ref: '#/components/schemas/Export' }, { type: object, properties: { view: { type: string } } }] }
    List:
      allOf:
        - $ref: '#/components/schemas/Export'
        - { type: object, required: [list], properties: { list: { type: string }, next: { $ref: '#/components/schemas/List' } } }
    Either: { anyOf: [{ $ref: '#/components/schemas/Either' }, { type: string }] }
    Empty: { oneOf: [{ $ref: '#/components/schemas/OnlyOne' }] }
    OnlyOne: { allOf: [{ $ref: '#/components/schemas/Empty' }, { type: object, properties: { one: { type: number } } }] }
    Round: { allOf: [{ $ref: '#/components/schemas/Trip' }] }
    Trip: { allOf: [{ $ref: '#/components/schemas/Round' }, { type: object, properties: { km: { type: number } } }] }
`,
    });
    const { report } = await project.build({ runtime });
    expect(report.ok).toBe(true);
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    expect(types).toMatch(/type View = \{\s+name\?: string;\s+\} & \{\s+view\?: string;\s+\};/);
    expect(types).toContain("Either: string;");
    expect(types).toMatch(/type OnlyOne = \{\s+one\?: number;\s+\};/);
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
  });

  test("is refused while nobody knows which of two operations a link means", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Twice, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /a:
    get:
      operationId: twice
      x-polling: { job: job, status: $response.body, succeeded: [done] }
      responses: { '200': { description: a, content: { application/json: { schema: { enum: [done] } } } } }
  /b: { get: { operationId: twice, responses: { '204': { description: b } } } }
  /c: { post: { operationId: start, responses: { '202': { description: c, links: { a: { operationId: twice } } } } } }
`,
    });
    const { report } = await project.build();
    expect(report.problems.map(({ severity, code, line }) => `${line} ${severity} ${code}`)).toEqual([
      "10 error operation-id-twice",
    ]);
  });
});

test("a client whose specification does not tell the address asks for it", () => {
  const none = clientOf("{ servers: [], paths: {} }");
  const relative = clientOf("{ servers: [{ url: /api/v2 }], paths: {} }");
  expect(declarationOf("SampleClientOptions", none)).toBe(
    lines(`
      export interface SampleClientOptions extends ClientOptions {
        /** The whole address of the service: its specification does not tell it. */
        readonly baseUrl: string;
      }
    `),
  );
  expect(relative).toContain("its specification tells only `/api/v2`.");
  expect(relative).toContain(
    "export function createSampleClient(options: SampleClientOptions): SampleClient {",
  );
});

test("an operation may have an address of its own", () => {
  const client = clientOf(`
    paths:
      /files:
        servers: [{ url: "https://{region}.files.example/v1/", variables: { region: { default: eu } } }]
        post: { operationId: act, responses: { 204: {} } }
  `);
  expect(declarationOf("act", client)).toContain('server: "https://eu.files.example/v1",');
});

describe("names", () => {
  test("are made of method and path where there is no operationId, and of the words of one that is no name", () => {
    const client = clientOf(`
      paths:
        /: { get: { responses: { 204: {} } } }
        /users/{user-id}/files.json: { delete: { responses: { 204: {} } } }
        /a: { get: { operationId: "users/list files", responses: { 204: {} } } }
        /b: { get: { operationId: "100% sure", responses: { 204: {} } } }
        /c: { get: { operationId: Order.Cancel, responses: { 204: {} } } }
        /d: { get: { operationId: fetch, responses: { 204: {} } } }
        /e: { get: { operationId: then, responses: { 204: {} } } }
        /f: { get: { operationId: 取得, responses: { 204: {} } } }
    `);
    const names = [...client.matchAll(/^export const (\w+): Operation/gm)].map(([, name]) => name);
    expect(names).toEqual([
      "getRoot",
      "deleteUsersByUserIdFilesJson",
      "usersListFiles",
      "sure",
      "orderCancel",
      "fetch",
      "then_",
      "getF",
    ]);
  });

  test("in the types are those of the operations, however they are spelt", () => {
    const { client, types } = filesOf(`
      paths:
        /a: { get: { operationId: a#b, responses: { 200: { content: { application/json: {} } } } } }
        /b: { get: { operationId: 5% off, responses: { 200: { content: { application/json: {} } } } } }
        /c: { get: { operationId: same, responses: { 200: { content: { application/json: {} } } } } }
        /d: { get: { operationId: same, responses: { 200: { content: { application/json: {} } } } } }
        /e: { query: { operationId: find, responses: { 200: { content: { application/json: {} } } } } }
        /g: { additionalOperations: { PURGE: { operationId: purge, responses: { 200: { content: { application/json: {} } } } } } }
    `);
    expect(declarationOf("find", client)).toContain('("find", "QUERY", "/e");');
    expect(declarationOf("purge", client)).toContain('("purge", "PURGE", "/g");');
    expect(
      typeErrors({ "a/index.ts": client.replaceAll("openapi-jobs/runtime", runtime), "a/types.ts": types }),
    ).toEqual([]);
  });
});

test("a schema that is referred to where it stands, in another or in an operation, has a type", () => {
  const { client, types } = filesOf(`
    paths:
      /a:
        get:
          operationId: act
          parameters: [{ name: kind, in: query, schema: { type: string, enum: [x, y] } }]
          responses:
            200:
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      kind: { $ref: "#/paths/~1a/get/parameters/0/schema" }
                      name: { $ref: "#/components/schemas/User/allOf/0/properties/name" }
    components:
      schemas:
        User: { allOf: [{ type: object, properties: { name: { type: string, nullable: true } } }] }
  `);
  const user = `
    import type { ActAnswer } from "./index.ts";
    export const both: Required<ActAnswer> = { kind: "x", name: null };
    // @ts-expect-error there is no such kind
    export const none: ActAnswer = { kind: "z" };
  `;
  const index = client.replaceAll("openapi-jobs/runtime", runtime);
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("so has one among definitions of earlier drafts, which refer to each other", () => {
  const { types } = filesOf(`
    paths: {}
    components:
      schemas:
        Bill:
          type: object
          properties: { payer: { $ref: "#/components/schemas/Bill/definitions/person" } }
          definitions:
            person: { type: object, properties: { home: { $ref: "#/components/schemas/Bill/definitions/place" } } }
            place: { type: object, properties: { city: { type: string } } }
  `);
  const user = `
    import type { components } from "./types.ts";
    export const bill: components["schemas"]["Bill"] = { payer: { home: { city: "Bern" } } };
    // @ts-expect-error a city is a text
    export const none: components["schemas"]["Bill"] = { payer: { home: { city: 1 } } };
  `;
  expect(typeErrors({ "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("values and properties exclude each other: what has a type of its own keeps the ones that fit it", () => {
  const { types } = filesOf(`
    paths: {}
    components:
      schemas:
        Thing: { type: object, enum: [CAR, VAN], properties: { name: { type: string } } }
        Kind: { type: string, enum: [car, van], properties: { name: { type: string } }, additionalProperties: false }
        Loose: { enum: [CAR], properties: { name: { type: string } } }
  `);
  const user = `
    import type { components } from "./types.ts";
    type Schemas = components["schemas"];
    export const thing: Required<Schemas["Thing"]> = { name: "x" };
    export const kind: readonly Schemas["Kind"][] = ["car", "van"];
    export const loose: Schemas["Loose"] = { name: "x" };
    // @ts-expect-error not in the list
    export const none: Schemas["Kind"] = "bus";
  `;
  expect(typeErrors({ "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("an object of which nothing else is said may hold anything, and takes nothing from those beside it", () => {
  const { types } = filesOf(`
    paths: {}
    components:
      schemas:
        Named: { type: object, properties: { name: { type: string } } }
        Free: { type: object }
        Described: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: object, description: The owner, nullable: true }] }
        Both: { allOf: [{ type: object, example: {} }, { type: object, description: Nothing more }] }
        Mixed: { allOf: [{ $ref: "#/components/schemas/Named" }, { $ref: "#/components/schemas/Free" }] }
        Needed: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: object, required: [name] }] }
  `);
  const user = `
    import type { components } from "./types.ts";
    type Schemas = components["schemas"];
    export const free: Schemas["Free"] = { anything: ["at", "all"] };
    export const described: Schemas["Described"] = { name: "x" };
    export const both: Schemas["Both"] = { anything: 1 };
    export const mixed: Schemas["Mixed"] = { name: "x", more: true };
    export const needed: Schemas["Needed"] = { name: "x" };
    export const name: string | undefined = described.name;
    // @ts-expect-error there is no such property
    export const none: Schemas["Described"] = { nme: "x" };
  `;
  expect(typeErrors({ "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("an extension of somebody else may have the name of one of ours", async () => {
  const project = givenProject({
    "redocly.yaml": configuration("alpha"),
    "alpha.yaml": `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /a:
    x-errors: [{ message: There is no such product. }]
    get:
      operationId: getA
      responses: { '204': { description: a, x-rate-limit: { window: minute } } }
x-errors: { invalid-product: { description: There is no such product. } }
`,
  });
  const { report } = await project.build();
  expect(report.problems.map(({ severity, code, line }) => `${line} ${severity} ${code}`)).toEqual([
    "10 warning foreign-extension",
  ]);
});

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

test("a header that is an object is left out, for nothing writes it, and one that is a list is not", () => {
  const given = `
    paths:
      /things:
        get:
          operationId: act
          parameters:
            - { name: X-Args, in: header, content: { application/json: { schema: { type: object } } } }
            - { name: X-Point, in: header, schema: { $ref: "#/components/schemas/Point" } }
            - { name: X-Points, in: header, schema: { type: array, items: { $ref: "#/components/schemas/Point" } } }
            - { name: X-Tags, in: header, schema: { type: array, items: { type: string } } }
            - { name: X-Any, in: header, schema: {} }
          responses: { 204: {} }
    components: { schemas: { Point: { properties: { x: { type: number } } } } }
  `;
  expect(faultsOf(given)).toEqual(
    ["X-Args", "X-Point", "X-Points"].map(
      (name, index) =>
        `warning /paths//things/get/parameters/${index}: The header ${name} is left out: it is an object, and only values and lists of them are written into headers. Send it with \`headers\` of the client's options.`,
    ),
  );
  const client = clientOf(given);
  expect(client).toContain('"X-Tags=header&X-Any=header"');
  expect(declarationOf("ActParams", client)).toContain(
    'Omit<NonNullable<operations["act"]["parameters"]["header"]>, "X-Args" | "X-Point" | "X-Points">',
  );
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
          "plain=query&commas=query&pipes=query&deep=query&spread=query&json=query&callback=query&a%26b%3Dc=query&x[]=query&kind=query",
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

test("what follows a number sign is never sent, and so are no parameters in it", () => {
  expect(
    faultsOf(`
      paths:
        /send/#env/{id}:
          post:
            operationId: send
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { 204: {} }
    `),
  ).toEqual([
    "warning /paths//send/#env/{id}/post/parameters/0: The path parameter id is left out: it does not occur in /send/.",
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
 * Asks for JSON. There is \`application/xml\`, \`text/csv\` as well, by \`fetchClient(client).GET(…, {
 * headers: { Accept: … }, parseAs: "text" })\`.
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
