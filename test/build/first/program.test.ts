import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lines } from "../given.ts";
import { polledDocument } from "../shapes.ts";
import { typeErrors } from "../type-check.ts";
import { made } from "./made.ts";

function programOf(name: string): string {
  return made(name, parse(documents[name] ?? ""))[`${name}.ts`] ?? "";
}

/** What a program calls, from the making of its client on. */
function callsOf(name: string): readonly string[] {
  const program = programOf(name);
  return program
    .slice(program.search(/^const \w+ = create/m))
    .split("\n")
    .slice(0, -1);
}

const text = "content: { application/json: { schema: { type: string } } }";
const question = `
      operationId: getJob
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      x-polling: { job: work, status: $response.body, succeeded: [done] }
      responses: { '200': { description: ok, ${text} } }`;
const link = `
            content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
            links: { job: { operationId: getJob, parameters: { id: $response.body#/id } } }`;

/** A specification whose one starter has such details. */
function starting(details: string): string {
  return `
paths:
  /jobs/{id}:
    get:${question}
  /jobs:
    post:
      operationId: startJob
      responses:
        '202':
          description: ok${link.replace(/^ {12}/gm, "          ")}
${lines(details).replace(/^(?=.)/gm, "      ")}
`;
}

/** A specification whose one job has such links. */
function leading(links: string): string {
  const id = "parameters: [{ name: id, in: path, required: true, schema: { type: string } }]";
  const file = "application/pdf: {}";
  const json = "application/json: { schema: { type: string } }";
  const answer = (content: string): string =>
    `responses: { '200': { description: ok, content: { ${content} } } }`;
  return `${polledYaml.trimEnd().replace(/ \} \}$/, `, links: { ${lines(links).trim().replaceAll("\n", ", ")} } } }`)}
    delete: { operationId: remove, responses: { '204': { description: gone } }, ${id} }
  /jobs/{id}/file:
    get: { operationId: getFile, ${id}, ${answer(file)} }
  /files:
    post:
      operationId: getFiles
      requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string } } } } }
      ${answer(file)}
  /jobs/{id}/mixed:
    get: { operationId: getMixed, ${id}, ${answer(`${json}, ${file}`)} }
  /jobs/{id}/thing:
    get: { operationId: getThing, ${id}, ${answer(json)} }
`;
}

const polledYaml = `
paths:
  /jobs/{id}:
    get:${question}
`;

/** A specification of two jobs; the body that the first one starts with has such a schema, and the second takes three values. */
function beside(schema: string, more = ""): string {
  const three = ["a", "b", "c"].map((name) => `{ name: ${name}, in: query, required: true, schema: {} }`);
  return `${starting(`
    requestBody:
      required: true
      content: { application/json: { schema: ${schema} } }
    ${more}
  `)}
  /others:
    post:
      operationId: startOther
      parameters: [${three.join(", ")}]
      responses:
        '202':
          description: ok${link.replace(/^ {12}/gm, "          ")}
`;
}

const pair = "type: object, required: [p, q], properties: { p: { type: string }, q: { type: string } }";
const few: Readonly<Record<string, string>> = {
  four: beside(`{ type: object, required: [x, y], properties: { x: { ${pair} }, y: { ${pair} } } }`),
  three: beside(`{ type: object, required: [x, y], properties: { x: { ${pair} }, y: { type: string } } }`),
  all: beside(`{ allOf: [{ ${pair} }, { type: object, required: [r, s] }] }`),
  one: beside(`{ oneOf: [{ ${pair} }, { type: object, required: [r, s, t, u] }] }`),
  items: beside(
    `{ type: array, items: { allOf: [{ ${pair} }, { ${pair.replaceAll(/\b[pq]\b/g, "$&$&")} }] } }`,
  ),
  readOnly: beside(
    `{ type: object, required: [p, q, r, s], properties: { p: { readOnly: true, type: string } } }`,
  ),
  gone: beside(`{ type: string }`, "deprecated: true"),
};

const documents: Readonly<Record<string, string>> = {
  started: starting(`
    requestBody:
      required: true
      content:
        application/json:
          schema:
            type: object
            required: [format, size, pages, at]
            properties:
              format: { type: string, enum: [pdf, svg] }
              size: { type: object, required: [width], properties: { width: { type: integer, minimum: 20 }, height: { type: integer } } }
              pages: { type: array, items: { type: object, required: [name], properties: { name: { type: string } } } }
              at: { type: string, format: date-time }
              note: { type: string }
              etag: { type: string, readOnly: true }
  `),
  several: `${starting("deprecated: true")}
  /others:
    post:
      operationId: startOther
      responses:
        '202':
          description: ok${link.replace(/^ {12}/gm, "          ")}
`,
  ...few,
  polled: polledYaml,
  unmet: starting(`
    requestBody:
      required: true
      content: { application/json: { schema: { type: integer, minimum: 3, maximum: 2 } } }
  `),
  measured: `
components: { securitySchemes: { key: { type: http, scheme: basic } } }
security: [{ key: [] }]
paths:
  /jobs/{id}:
    get:
      operationId: getJob
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      x-polling: { job: work, status: $response.body#/state, succeeded: [done], progress: $response.body#/percent }
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object, properties: { state: { type: string }, percent: { type: integer } } }
`,
  keyed: `
components: { securitySchemes: { key: { type: apiKey, in: header, name: Authorization } } }
security: [{ key: [] }]
paths:
  /things: { get: { operationId: listThings, responses: { '200': { description: ok, ${text} } } } }
`,
  jobless: `
servers: []
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /things:
    post:
      operationId: createThing
      responses: { '201': { description: ok, ${text} } }
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, ${text} } }
    parameters: [{ name: X-Tag, in: header, required: true, schema: { type: integer } }]
  /all:
    get:
      operationId: listThings
      parameters: [{ name: filter, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, ${text} } }
`,
  odd: starting(`
    parameters:
      - { name: X-Tag, in: header, required: true, schema: { type: string, example: blue } }
      - { name: id, in: query, required: true, schema: { type: array, items: { type: integer } } }
      - { name: "filter[a]", in: query, required: true, style: deepObject, schema: { type: object, required: [b], properties: { b: { type: boolean } } } }
      - { name: where, in: query, required: true, content: { application/json: { schema: { type: object, required: [b], properties: { b: { type: boolean } } } } } }
      - { name: constructor, in: query, schema: { type: string } }
      - { name: "*/;\\"", in: query, required: true, schema: { type: string, enum: ["\\";alert(1)//", b] } }
  `),
  download: leading("file: { operationId: getFile, parameters: { id: $request.path.id } }"),
  open: leading("file: { operationId: getFiles }"),
  mixed: leading("mixed: { operationId: getMixed, parameters: { id: $request.path.id } }"),
  read: leading(`
    remove: { operationId: remove, parameters: { id: $request.path.id } }
    again: { operationId: getJob, parameters: { id: $request.path.id } }
    thing: { operationId: getThing, parameters: { id: $request.path.id } }
  `),
  silent: leading(`
    remove: { operationId: remove, parameters: { id: $request.path.id } }
    thing: { operationId: getThing }
  `),
  // its variable, the verb, the handle and the mock would be called as what is imported
  fetch: starting("{}").replace("{}", "").replaceAll("startJob", "start").replaceAll("work", "job"),
  delete: `
paths:
  /mocks:
    get: { operationId: createMock, responses: { '200': { description: ok, ${text} } } }
`,
  upload: starting(`
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            required: [file, more, name]
            properties:
              file: { type: string, format: binary }
              more: { type: array, items: { type: string, format: binary } }
              name: { type: string }
  `),
  list: starting(`
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema: { type: array, items: { type: object, required: [cut], properties: { cut: { type: integer } } } }
  `),
  bytes: starting("requestBody: { required: true, content: { application/octet-stream: {} } }"),
  plain: starting("requestBody: { required: true, content: { text/plain: { schema: { type: string } } } }"),
  form: starting(`
    requestBody:
      required: true
      content: { application/x-www-form-urlencoded: { schema: { type: object, required: [a], properties: { a: { type: string } } } } }
  `),
  account: starting(`
    requestBody:
      required: true
      content:
        application/json:
          schema:
            type: object
            required: [id, password]
            properties: { id: { type: string, readOnly: true }, password: { type: string, writeOnly: true } }
  `),
};

describe("the first program", () => {
  test("starts a job with all that is required, on a mock, and waits for its result", () => {
    expect(programOf("started")).toBe(
      `${lines(`
        import { start } from "openapi-jobs";
        import { createMock } from "openapi-jobs/mock";
        import { createStartedClient, startJob } from "./started/index.js";

        // The mock plays the service, without an account. For the real one, leave out createMock and fetch.
        const { fetch } = createMock("started/openapi.json");
        const started = createStartedClient({ fetch });
        const job = await start(started, startJob, {
          body: {
            format: "pdf",
            size: { width: 20 },
            pages: [{ name: "text" }],
            at: "2026-01-02T03:04:05Z",
          },
        });
        for await (const { state, status } of job) console.log(state, status);
        console.log(await job.result());
      `)}\n`,
    );
  });

  test("starts what is not deprecated, if it can", () => {
    expect(callsOf("several")[1]).toBe("const job = await start(several, startOther);");
  });

  test.each([
    ["four", "startOther"],
    ["three", "startJob"],
    ["all", "startOther"],
    ["one", "startJob"],
    ["items", "startOther"],
    ["readOnly", "startJob"],
    ["gone", "startOther"],
  ])("starts what takes the fewest values, and of those that take as many the first: %s", (name, started) => {
    expect(callsOf(name)[1]).toContain(`await start(${name}, ${started}, {`);
  });

  test("polls where nothing starts the job", () => {
    const program = programOf("polled");
    expect(program.slice(0, program.indexOf("\n"))).toBe('import { poll } from "openapi-jobs";');
    expect(callsOf("polled").slice(0, 2)).toEqual([
      "const polled = createPolledClient({ fetch });",
      'const job = poll(polled, work, { id: "text" });',
    ]);
  });

  test("says of a job that is polled although something starts it why that is not called", () => {
    expect(callsOf("unmet").slice(0, 3)).toEqual([
      "const unmet = createUnmetClient({ fetch });",
      "// startJob starts such a job, but no values for it were found that the document allows: so the id is made up.",
      'const job = poll(unmet, work, { id: "text" });',
    ]);
  });

  test("shows how far a job is that tells it, and what a token looks like that is a name and a secret", () => {
    expect(callsOf("measured")).toEqual([
      'const measured = createMeasuredClient({ auth: btoa("name:secret"), fetch });',
      'const job = poll(measured, work, { id: "text" });',
      "for await (const { state, progress } of job) console.log(state, progress);",
      "console.log(await job.result());",
    ]);
  });

  test.each([
    [
      "download",
      'const file = await job.follow("file");',
      'console.log(await save(file, "download", { overwrite: true }));',
    ],
    [
      "open",
      'const file = await job.follow("file", { body: ["text"] });',
      'console.log(await save(file, "download", { overwrite: true }));',
    ],
    ["mixed", 'console.log(await job.follow("mixed"));'],
    ["read", 'console.log(await job.follow("thing"));'],
    ["silent"],
  ])("goes on from a job (%s) to the file that it made, or to what only has to be read", (name, ...rest) => {
    expect(callsOf(name).slice(3)).toEqual(["console.log(await job.result());", ...rest]);
    const saves = programOf(name).includes('import { save } from "openapi-jobs/node";');
    expect(saves).toBe(rest.length === 2);
  });

  test("asks what takes the least where there is no job, of a service whose address and token have to be given", () => {
    expect(callsOf("jobless")).toEqual([
      'const jobless = createJoblessClient({ baseUrl: "https://api.example.test", auth: "my-key", fetch });',
      "console.log(await listThings(jobless));",
    ]);
    expect(programOf("jobless")).not.toContain('"openapi-jobs"');
  });

  test("says of a key that is a whole header that nothing is put before it", () => {
    const said =
      "// auth is sent as it is: what the service wants before the key, such as `Token` and a space, belongs there, too.";
    expect(programOf("keyed")).toContain(
      `${said}\nconst keyed = createKeyedClient({ auth: "my-key", fetch });\n`,
    );
    expect(programOf("jobless")).not.toContain("auth is sent");
  });

  test("gives parameters by the names that a caller gives them by", () => {
    expect(callsOf("odd").slice(1, 9)).toEqual([
      "const job = await start(odd, startJob, {",
      "  id: [7],",
      '  "filter[a]": { b: true },',
      "  where: { b: true },",
      '  "constructor": "text",',
      '  "*/;\\"": "\\";alert(1)//",',
      '  "X-Tag": "blue",',
      "});",
    ]);
  });

  test("has no name twice", () => {
    expect(programOf("fetch")).toBe(
      `${lines(`
        import { start as start_ } from "openapi-jobs";
        import { createMock } from "openapi-jobs/mock";
        import { createFetchClient, start } from "./fetch/index.js";

        // The mock plays the service, without an account. For the real one, leave out createMock and fetch.
        const { fetch } = createMock("fetch/openapi.json");
        const fetch_ = createFetchClient({ fetch });
        const job = await start_(fetch_, start);
        for await (const { state, status } of job) console.log(state, status);
        console.log(await job.result());
      `)}\n`,
    );
    expect(programOf("delete").split("\n").slice(0, 2)).toEqual([
      'import { createMock as createMock_ } from "openapi-jobs/mock";',
      'import { createDeleteClient, createMock } from "./delete/index.js";',
    ]);
    expect(callsOf("delete")[0]).toBe("const delete_ = createDeleteClient({ fetch });");
  });

  test.each([
    ["upload", 'file: new Blob(["text"]), more: [new Blob(["text"])], name: "text"'],
    ["list", "body: [{ cut: 7 }]"],
    ["bytes", 'body: new Blob(["text"])'],
    ["plain", 'body: "text"'],
    ["form", 'body: { a: "text" }'],
    ["account", 'body: { password: "text" }'],
  ])("has the body of %s", (name, body) => {
    expect(callsOf(name).join("\n")).toContain(body);
  });

  test("is none where there is nothing to call, or nothing to call it with", () => {
    const impossible =
      "requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Endless' } } } }";
    const path = `/a: { post: { operationId: a, ${impossible}, responses: { '200': { description: ok } } } }`;
    expect(made("none", { paths: {} })["none.ts"]).toBe("");
    const endless =
      "{ type: object, required: [a], properties: { a: { $ref: '#/components/schemas/Endless' } } }";
    const yaml = `{ paths: { ${path} }, components: { schemas: { Endless: ${endless} } } }`;
    expect(made("none", parse(yaml))["none.ts"]).toBe("");
  });
});

const root = new URL("../../../", import.meta.url);
const read = (file: string): string => fs.readFileSync(new URL(file, root), "utf8");

test("first programs compile: for our own APIs, all fixtures, and answers of all shapes", () => {
  const fixtures = [
    "build/fixtures/awkward",
    "build/fixtures/directions",
    "build/fixtures/printing",
    "mock/rendering",
    "mock/search",
  ];
  const files: Readonly<Record<string, string>> = Object.assign(
    {},
    ...fs
      .readdirSync(new URL("generated/", root))
      .map((name) => made(name, JSON.parse(read(`generated/${name}/openapi.json`)))),
    ...fixtures.map((file) => made(file.replace(/.*\//, ""), parse(read(`test/${file}.yaml`)))),
    ...Object.entries(documents).map(([name, yaml]) => made(name, parse(yaml))),
    // always the same samples, so that a failure is not somebody else's
    ...fc
      .sample(polledDocument, { numRuns: 10, seed: 7 })
      .map((document, index) => made(`shape-${index}`, document)),
  );
  const programs = Object.keys(files).filter((file) => !file.includes("/"));
  expect(programs.filter((file) => files[file] === "")).toEqual([]);
  expect(programs).toHaveLength(7 + fixtures.length + Object.keys(documents).length + 10);
  expect(typeErrors(files)).toEqual([]);
});
