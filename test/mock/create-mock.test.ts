import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Mock, MockOptions, MockPlan } from "../../scripts/mock/index.ts";
import { createMock } from "../../scripts/mock/index.ts";
import { printer } from "./printer.ts";

const address = "https://api.printer.test/v1";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  return () => vi.useRealTimers();
});

/** Status and body of an answer. */
async function ask(
  mock: Mock,
  call: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const [method = "", path = ""] = call.split(" ");
  const json = { "content-type": "application/json", ...headers };
  const sent = body === undefined ? { headers } : { body: JSON.stringify(body), headers: json };
  const response = await mock.fetch(address + path, { method, ...sent });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return [response.status, isJson ? JSON.parse(text) : text];
}

const text = { text: "Hello" };

test("a parameter takes several steps of a path as `{+name}`, if nothing fits that says more", async () => {
  const look = (operationId: string, name: string): unknown => ({
    operationId,
    parameters: [{ name, in: "path", required: true, schema: { type: "string" } }],
    responses: {
      200: { content: { "application/json": { schema: { const: operationId } } } },
    },
  });
  const mock = createMock({
    openapi: "3.1.0",
    info: { title: "Steps", version: "1" },
    servers: [{ url: address }],
    paths: {
      "/{+name}": { get: look("getAny", "name") },
      "/{+parent}/prints": { get: look("listPrints", "parent") },
      "/trays/{tray}": { get: look("getTray", "tray") },
    },
  });
  expect(await ask(mock, "GET /shops/7/trays/2")).toEqual([200, "getAny"]);
  expect(await ask(mock, "GET /shops/7/prints")).toEqual([200, "listPrints"]);
  expect(await ask(mock, "GET /trays/2")).toEqual([200, "getTray"]);
});

test("of several media types of JSON the one that has a schema is answered and judged by", async () => {
  const content = (schema: object): object => ({
    "application/json": { example: { id: 1 } },
    "application/json; charset=utf-8": { schema },
  });
  const mock = createMock({
    openapi: "3.1.0",
    info: { title: "Charsets", version: "1" },
    servers: [{ url: address }],
    paths: {
      "/prints": {
        post: {
          requestBody: { content: content({ required: ["text"] }) },
          responses: { 200: { content: content({ const: "a print" }) } },
        },
      },
    },
  });
  expect(await ask(mock, "POST /prints", {})).toEqual([400, expect.stringContaining("`text`")]);
  const accept = { accept: "application/json" };
  expect(await ask(mock, "POST /prints", { text: "Hello" }, accept)).toEqual([200, '"a print"']);
});

test("a path with a query goes before the same path without", async () => {
  const told = (operationId: string): unknown => ({
    operationId,
    responses: { 200: { content: { "application/json": { schema: { const: operationId } } } } },
  });
  const mock = createMock({
    openapi: "3.1.0",
    info: { title: "Queries", version: "1" },
    servers: [{ url: address }],
    paths: { "/prints": { get: told("listPrints") }, "/prints?upload": { get: told("getUpload") } },
  });
  expect(await ask(mock, "GET /prints?upload=")).toEqual([200, "getUpload"]);
  expect(await ask(mock, "GET /prints?upload")).toEqual([200, "getUpload"]);
  expect(await ask(mock, "GET /prints?page=2")).toEqual([200, "listPrints"]);
});

test("of operations that share a URL, the one is meant that the header names which stands in the path", async () => {
  const told = (target: string): unknown => ({
    operationId: target,
    parameters: [{ name: "X-Target", in: "header", required: true, schema: { const: `Shop.${target}` } }],
    responses: { 200: { content: { "application/json": { schema: { const: target } } } } },
  });
  const mock = createMock({
    openapi: "3.1.0",
    info: { title: "Targets", version: "1" },
    servers: [{ url: address }],
    paths: {
      "/#X-Target=Shop.Start": { post: told("Start") },
      "/#X-Target=Shop.Look": { post: told("Look") },
    },
  });
  const asked = (target: string): Promise<unknown> => ask(mock, "POST /", {}, { "X-Target": target });
  expect([await asked("Shop.Look"), await asked("Shop.Start")]).toEqual([
    [200, "Look"],
    [200, "Start"],
  ]);
});

describe("of operations whose paths differ in nothing but the name of a parameter", () => {
  const word = { type: "string" };
  const asked = (name: string, schema: object, answer: object): object => ({
    operationId: `get-${name}`,
    parameters: [{ name, in: "path", required: true, schema }],
    responses: { 200: { content: { "application/json": { schema: answer } } } },
  });
  const graph = (paths: object): Mock =>
    createMock({
      openapi: "3.1.0",
      info: { title: "Graph", version: "1" },
      servers: [{ url: address }],
      paths,
    });

  test("the first is meant that takes the request", async () => {
    const mock = graph({
      "/{page}": { get: asked("page", { type: "integer" }, { const: "page" }) },
      "/{photo}": { get: asked("photo", word, { const: "photo" }) },
    });
    expect(await ask(mock, "GET /7")).toEqual([200, "page"]);
    expect(await ask(mock, "GET /cat")).toEqual([200, "photo"]);
  });

  test("the one whose job was started is meant, or else the first that tells of a job", async () => {
    const told = { required: ["id", "state"], properties: { id: word, state: word } };
    const job = (name: string, pending: string): object => ({
      ...asked(name, word, told),
      "x-polling": { status: "$response.body#/state", pending: [pending], succeeded: ["there"] },
    });
    const link = { operationId: "get-import", parameters: { import: "$response.body#/id" } };
    const made = { content: { "application/json": { schema: { ...told, required: ["id"] } } } };
    const mock = graph({
      "/{photo}": { get: asked("photo", word, { const: "photo" }) },
      "/{upload}": { get: job("upload", "uploading") },
      "/{import}": { get: job("import", "importing") },
      "/imports": { post: { responses: { 201: { ...made, links: { link } } } } },
    });
    const [, begun] = Object(await ask(mock, "POST /imports"));
    expect(await ask(mock, `GET /${begun.id}`)).toEqual([200, { id: begun.id, state: "importing" }]);
    expect(await ask(mock, "GET /cat")).toEqual([200, { id: expect.any(String), state: "uploading" }]);
  });
});

describe("a job", () => {
  test("is started under an id of its own, is pending for three seconds, status by status, and succeeds", async () => {
    const mock = createMock(printer);
    expect(await ask(mock, "POST /prints", text)).toEqual([202, { id: "print-1" }]);
    expect(await ask(mock, "POST /prints", text)).toEqual([202, { id: "print-2" }]);
    const seen = [];
    for (let second = 0; second <= 3; second++) {
      seen.push(await ask(mock, "GET /prints/print-1"));
      vi.advanceTimersByTime(1000);
    }
    expect(seen).toEqual([
      [200, { id: "print-1", state: "waiting", percent: 0 }],
      [200, { id: "print-1", state: "waiting", percent: 33 }],
      [200, { id: "print-1", state: "printing", percent: 66 }],
      [200, { id: "print-1", state: "done", percent: 100, pages: 7 }],
    ]);
  });

  test("goes as the next plan says: how long, how it ends, by which status; or never ends", async () => {
    const mock = createMock(printer, { jobs: { duration: 100 } });
    mock.plan({ end: "failed" });
    mock.plan({ end: "failed", status: "no-paper", duration: 50 });
    mock.plan({ stall: true });
    for (let job = 1; job <= 4; job++) await ask(mock, "POST /prints", text);
    vi.advanceTimersByTime(99);
    const states = async () => [
      await ask(mock, "GET /prints/print-1"),
      await ask(mock, "GET /prints/print-2"),
      await ask(mock, "GET /prints/print-3"),
      await ask(mock, "GET /prints/print-4"),
    ];
    expect(await states()).toMatchObject([
      [200, { state: "printing", percent: 41 }],
      [200, { state: "no-paper", percent: 42, problem: "The mock says: failed." }],
      [200, { state: "printing" }],
      [200, { state: "printing", percent: 99 }],
    ]);
    vi.advanceTimersByTime(100_000);
    expect(await states()).toMatchObject([
      [200, { state: "jammed", percent: 42, problem: "The mock says: failed." }],
      [200, { state: "no-paper" }],
      [200, { state: "printing" }],
      [200, { state: "done" }],
    ]);
  });

  test("ends as a header of the request that starts it says", async () => {
    const mock = createMock(printer, { jobs: { duration: 0 } });
    await ask(mock, "POST /prints", text, { "x-mock-end": "failed" });
    expect(await ask(mock, "GET /prints/print-1")).toMatchObject([200, { state: "jammed" }]);
    expect(await ask(mock, "POST /prints", text, { "x-mock-end": "canceled" })).toEqual([
      400,
      { error: "This job cannot be canceled: its `x-polling` lists no such status." },
    ]);
    expect(await ask(mock, "POST /prints", text, { "x-mock-end": "finished" })).toEqual([
      400,
      { error: "The header `x-mock-end` takes succeeded, failed or canceled, and not finished." },
    ]);
  });

  test("that was not started here begins with the first question for it", async () => {
    const mock = createMock(printer);
    expect(await ask(mock, "GET /prints/7")).toMatchObject([200, { id: "7", state: "waiting" }]);
    vi.advanceTimersByTime(3000);
    expect(await ask(mock, "GET /prints/8")).toMatchObject([200, { id: "8", state: "waiting" }]);
    expect(await ask(mock, "GET /prints/7")).toMatchObject([200, { id: "7", state: "done" }]);
  });
});

describe("a document without jobs", () => {
  /** The printer before its overlay is applied, by a title of its own. */
  const jobless = (title: string, more: object = {}): object => {
    const { "x-polling": _, ...getPrint } = Object(printer).paths["/prints/{id}"].get;
    const paths = { ...Object(printer).paths, "/prints/{id}": { get: getPrint } };
    return { ...printer, info: { title, version: "1" }, paths, ...more };
  };
  const why = "This document has no jobs: none of its operations has `x-polling`.";
  const advice =
    "Where an overlay declares them, play generated/<api>/openapi.json: openapi-jobs generate writes it, overlays included.";

  test("that no client was generated from is warned of, once", () => {
    const warning = vi.spyOn(process, "emitWarning").mockReturnValue();
    for (let time = 1; time <= 2; time++) createMock(jobless("Original"));
    createMock(jobless("Generated", { "x-generated": "by openapi-jobs" }));
    createMock(printer);
    expect(warning.mock.calls).toEqual([
      [`Original: ${why} ${advice}`, { type: "MockWarning", code: "JOBLESS_MOCK" }],
    ]);
  });

  test("refuses to plan one, and a request that says how it ends", async () => {
    vi.spyOn(process, "emitWarning").mockReturnValue();
    const mock = createMock(jobless("Planned"));
    expect(() => mock.plan({ end: "failed" })).toThrow(new TypeError(`${why} ${advice}`));
    expect(await ask(mock, "POST /prints", text, { "x-mock-end": "failed" })).toEqual([
      400,
      { error: `${why} ${advice}` },
    ]);
    expect(await ask(mock, "POST /prints", text)).toMatchObject([202, {}]);
  });

  test("of which a client was generated is said to have none yet", () => {
    const mock = createMock(jobless("Generated", { "x-generated": "by openapi-jobs" }));
    expect(() => mock.plan({ end: "failed" })).toThrow(
      new TypeError(
        `${why} Declare them, for instance in the overlay that openapi-jobs suggest writes, and generate the client anew.`,
      ),
    );
  });
});

/** The printer, asked for more, and more exactly. */
const strict = structuredClone(printer) as StrictPrinter;
const query = strict.paths["/prints"].get.parameters;
query.push({ name: "limit", in: "query", schema: { type: "integer" } });
query.push({ name: "state", in: "query", schema: { enum: ["waiting", "done"] } });
Object.assign(strict.paths["/prints"].post.requestBody.content["application/json"].schema.properties, {
  copies: { type: "integer", minimum: 1 },
  sheet: {
    type: "object",
    required: ["format"],
    additionalProperties: false,
    properties: { format: { enum: ["A4", "A5"] }, sides: { type: "integer" } },
  },
});

interface StrictPrinter {
  readonly paths: {
    readonly "/prints": {
      readonly get: { readonly parameters: object[] };
      readonly post: {
        readonly requestBody: {
          readonly content: {
            readonly "application/json": { readonly schema: { readonly properties: object } };
          };
        };
      };
    };
  };
}

describe("a plan that nobody can mean", () => {
  /** As it comes from JavaScript, or from a file. */
  const planned = (plan: unknown): void => createMock(printer).plan(plan as MockPlan);

  test.each([
    [
      { ends: "failed" },
      "mock.plan() has no `ends`. Did you mean `end`? There are: jobs, duration, end, status, stall.",
    ],
    [
      { operation: "createPrint", end: "failed" },
      "mock.plan() has no `operation`. There are: jobs, duration, end, status, stall.",
    ],
    [{ end: "success" }, "mock.plan(): `end` is succeeded, failed or canceled, and not success."],
    [{ duration: "3s" }, "mock.plan(): `duration` is a number of milliseconds, 0 or more, and not 3s."],
    [{ stall: "yes" }, "mock.plan(): `stall` is true or false, and not yes."],
    [
      "createPrint",
      "mock.plan() takes an object of jobs, duration, end, status, stall, and not createPrint.",
    ],
  ])("is refused: %j", (plan, message) => {
    expect(() => planned(plan)).toThrow(new TypeError(message));
  });

  test.each([
    [{ duration: 500 }, "createMock() has no `duration`. There are: clock, jobs."],
    [
      { jobs: { durations: 500 } },
      "createMock()'s `jobs` has no `durations`. Did you mean `duration`? There are: duration, end, status, stall.",
    ],
  ])("is refused among the options, too: %j", (options, message) => {
    expect(() => createMock(printer, options as MockOptions)).toThrow(new TypeError(message));
  });
});

describe("what went wrong", () => {
  const state = { type: "string", enum: ["running", "done", "broken"] };
  const error = {
    type: "object",
    required: ["code"],
    properties: { code: { type: "string" }, message: { type: "string" } },
  };
  const read = { message: "$response.body#/error/message" };

  /** What is answered of a job that is so, where the answer has this schema. */
  async function told(schema: object, end: "succeeded" | "failed", duration = 0, more: object = {}) {
    const polling = { job: "print", status: "$response.body#/state", ...more };
    const lists = { pending: ["running"], succeeded: ["done"], failed: ["broken"] };
    const mock = createMock(
      {
        servers: [{ url: address }],
        paths: {
          "/prints/{id}": {
            get: {
              parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
              "x-polling": { ...polling, ...lists },
              responses: { "200": { description: "OK", content: { "application/json": { schema } } } },
            },
          },
        },
      },
      { jobs: { duration, end } },
    );
    const response = await mock.fetch(`${address}/prints/7`);
    return response.json();
  }

  test.each([
    ["that x-polling reads a message from", { state, error }, { error: read }],
    ["that x-polling does not know", { state, error, error_message: { type: "string" } }, {}],
    ["in a list", { state, errors: { type: "array", items: error }, failedPages: { type: "integer" } }, {}],
  ])("is not said of a job that is under way or has succeeded: %s", async (_, properties, more) => {
    const schema = { type: "object", properties };
    expect(await told(schema, "succeeded", 0, more)).toEqual({ state: "done" });
    expect(await told(schema, "failed", 1000, more)).toEqual({ state: "running" });
    const failed = await told(schema, "failed", 0, more);
    expect(Object.keys(failed)).toEqual(Object.keys(properties));
  });

  test("is said of a job that failed, in the words that x-polling reads", async () => {
    const schema = { type: "object", properties: { state, error } };
    expect(await told(schema, "failed", 0, { error: read })).toEqual({
      state: "broken",
      error: { code: "text", message: "The mock says: failed." },
    });
  });

  test("is nothing where the document wants it to be there", async () => {
    const nothing = { ...error, type: ["object", "null"] };
    const schema = {
      type: "object",
      required: ["error", "errorText"],
      properties: { state, error: nothing, errorText: { type: "string" } },
    };
    expect(await told(schema, "succeeded")).toEqual({ state: "done", error: null, errorText: "" });
  });

  test("belongs to a result that tells of single things which failed", async () => {
    const result = { type: "object", properties: { failed: { type: "integer" } } };
    expect(await told({ type: "object", properties: { state, result } }, "succeeded")).toEqual({
      state: "done",
      result: { failed: 7 },
    });
  });
});

describe("the answer that starts a job", () => {
  const state = { type: "string", enum: ["failed", "running", "queued", "done"] };
  const error = { type: "object", required: ["code"], properties: { code: { enum: ["no_paper"] } } };
  const job = {
    type: "object",
    required: ["id", "state"],
    properties: {
      id: { type: "string" },
      state,
      error,
      percent: { type: "integer" },
      file: { type: "string" },
    },
  };

  /** What a job is accepted with where its start and the question for it are answered with these schemas. */
  async function accepted(
    [start, id]: readonly [start: object, id: string],
    question: object,
    polling: object,
    parameter: object = { type: "string" },
  ): Promise<unknown> {
    const ok = (schema: object): object => ({
      description: "OK",
      content: { "application/json": { schema } },
    });
    const links = { status: { operationId: "getPrint", parameters: { id: `$response.body#${id}` } } };
    const lists = { pending: ["queued", "running"], succeeded: ["done"], failed: ["failed"] };
    const mock = createMock({
      "x-generated": "by openapi-jobs",
      paths: {
        "/prints": { post: { responses: { "200": { ...ok(start), links } } } },
        "/prints/{id}": {
          get: {
            operationId: "getPrint",
            parameters: [{ name: "id", in: "path", required: true, schema: parameter }],
            "x-polling": { job: "print", ...polling, ...lists },
            responses: { "200": ok(question) },
          },
        },
      },
    });
    const response = await mock.fetch("https://api.test/prints", { method: "POST" });
    return response.json();
  }

  test.each([
    [{ type: "string" }, { type: "integer", minimum: 20 }, "21"],
    [{ type: "integer" }, { type: "string" }, 8],
    [{ type: "integer" }, { type: "string", pattern: "^[1-9][0-9]{2}$" }, 101],
  ])("gives an id that is declared as %j, and taken as %j, as both have it", async (given, taken, id) => {
    const answer = { type: "object", required: ["id"], properties: { id: given } };
    expect(await accepted([answer, "/id"], job, { status: "$response.body#/state" }, taken)).toEqual({ id });
  });

  const inJob = { type: "object", required: ["job"], properties: { job } };
  const begun = { id: "print-1", state: "queued", percent: 0 };

  test("tells its beginning, where it has its status: the first that is pending, and neither an error nor a result", async () => {
    const polling = {
      status: "$response.body#/job/state",
      progress: "$response.body#/job/percent",
      result: "$response.body#/job/file",
    };
    expect(await accepted([inJob, "/job/id"], inJob, polling)).toEqual({ job: begun });
  });

  test("does so beside the id, wherever the question for it has the status", async () => {
    const polling = {
      status: "$response.body#/state",
      progress: "$response.body#/percent",
      requires: ["file"],
    };
    expect(await accepted([inJob, "/job/id"], job, polling)).toEqual({ job: begun });
  });

  test("keeps an id that stands in what will be the result", async () => {
    const data = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
    const schema = { type: "object", properties: { state, data } };
    const polling = { status: "$response.body#/state", result: "$response.body#/data" };
    expect(await accepted([schema, "/data/id"], schema, polling)).toEqual({
      state: "queued",
      data: { id: "print-1" },
    });
  });

  test("says what it will where it has no such status", async () => {
    const start = {
      type: "object",
      properties: { id: { type: "string" }, state: { enum: ["accepted"] }, note: { type: "string" } },
    };
    expect(await accepted([start, "/id"], job, { status: "$response.body#/state" })).toEqual({
      id: "print-1",
      state: "accepted",
      note: "text",
    });
  });
});

test("of what has a state and is no job, none failed where it can be otherwise, and no error stands beside", async () => {
  const code = { type: "string", enum: ["too_big", "import_failed"] };
  const copy = {
    type: "object",
    properties: {
      state: { enum: ["failed", "in_progress", "success"] },
      error: { type: "object", properties: { code } },
      failed_code: code,
    },
  };
  const answer = (schema: object): object => ({
    description: "",
    content: { "application/json": { schema } },
  });
  const mock = createMock({
    "x-generated": "by openapi-jobs",
    servers: [{ url: address }],
    paths: {
      "/prints": {
        get: {
          responses: {
            "200": answer({ type: "object", properties: { copy, code, error: { type: "string" } } }),
            "404": answer(copy),
          },
        },
      },
    },
  });
  expect(await ask(mock, "GET /prints")).toEqual([
    200,
    { copy: { state: "in_progress" }, code: "too_big", error: "text" },
  ]);
});

describe("what a success requires", () => {
  /** What is answered of a job that has succeeded, of which the HTTP status tells, where this is its answer. */
  async function told(answer: object, code = 200): Promise<unknown> {
    const polling = { job: "print", status: "$statusCode", pending: [202], succeeded: [code] };
    const mock = createMock(
      {
        "x-generated": "by openapi-jobs",
        servers: [{ url: address }],
        paths: {
          "/prints/{id}": {
            get: {
              parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
              "x-polling": { ...polling, requires: ["file"] },
              responses: {
                202: { description: "Not yet" },
                [code]: { description: "There", ...answer },
              },
            },
          },
        },
      },
      { jobs: { duration: 0 } },
    );
    return ask(mock, "GET /prints/7");
  }
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });
  const file = (schema: object): object => json({ type: "object", properties: { file: schema } });

  test.each([
    ["in its schema", file({ type: "string" }), { file: "text" }],
    ["in a schema that does not know it", json({ type: "object" }), { file: "text" }],
    ["with other members", json({ additionalProperties: { type: "integer" } }), { key: 7, file: 7 }],
    ["without a schema", { content: { "application/json": {} } }, { any: "thing", file: "text" }],
    ["without a body", {}, { file: "text" }],
    ["whose example is empty", file({ type: "string", example: "" }), { file: "text" }],
    ["whose first value is empty", file({ enum: ["", "a.pdf"] }), { file: "a.pdf" }],
    ["that may be null", file({ type: ["null", "string"], default: null }), { file: "text" }],
  ])("is there: %s", async (_, answer, body) => {
    expect(await told(answer)).toEqual([200, body]);
  });

  test.each([
    ["the schema has no room", json({ type: "object", additionalProperties: false }), 200],
    ["the schema has nothing to say", file({ type: "string", maxLength: 0 }), 200],
    ["there can be no body", {}, 204],
  ])("is a 501 where it cannot be: %s", async (_, answer, code) => {
    expect(await told(answer, code)).toEqual([
      501,
      "The document has no answer of GET /prints/{id} that the mock could make.\n",
    ]);
  });
});

describe("a status", () => {
  test("goes before what merely may be in an answer, and is not put where the document has no room", async () => {
    const schema = (more: object): object => ({
      paths: {
        "/prints": {
          get: {
            "x-polling": { job: "print", status: "$response.body#/state", succeeded: ["done"] },
            responses: {
              "200": {
                description: "OK",
                content: { "application/json": { schema: { type: "object", ...more } } },
              },
            },
          },
        },
      },
    });
    const look = async (more: object): Promise<unknown> => {
      const response = await createMock(schema(more)).fetch("https://any.test/prints");
      return response.status === 200 ? response.json() : response.status;
    };
    const text = { type: "string" };
    expect(await look({ properties: { a: text, state: text }, maxProperties: 1 })).toEqual({ state: "done" });
    expect(await look({ properties: { a: text } })).toEqual({ a: "text", state: "done" });
    expect(await look({ properties: { a: text }, additionalProperties: false })).toBe(501);
  });
});

describe("a form", () => {
  test("may be without any field", async () => {
    const form = { "application/x-www-form-urlencoded": { schema: { type: "object" } } };
    const mock = createMock({
      servers: [{ url: address }],
      paths: {
        "/prints": {
          post: {
            requestBody: { required: true, content: form },
            responses: { "204": { description: "Printed" } },
          },
        },
      },
    });
    const empty = await mock.fetch(`${address}/prints`, { method: "POST", body: new URLSearchParams() });
    expect(empty.status).toBe(204);
    expect(await ask(mock, "POST /prints")).toEqual([400, "The body is missing.\n"]);
  });
});

describe("a URL that a link of a job reads its parameters off", () => {
  test("leads to what the link is to, in a header and in the body", async () => {
    const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
    const page = { name: "page", in: "query", required: true, schema: { type: "integer", minimum: 2 } };
    const url = { type: "object", properties: { state: { type: "string" }, file: { type: "string" } } };
    const links = {
      file: { operationId: "getFile", "x-url": "$response.body#/file" },
      log: { operationId: "getLog", "x-url": "$response.header.Location" },
    };
    const polling = { job: "print", status: "$response.body#/state", succeeded: ["done"] };
    const text = {
      "200": { description: "Text", content: { "text/plain": { schema: { type: "string" } } } },
    };
    const content = { "application/json": { schema: url } };
    const mock = createMock({
      servers: [{ url: address }],
      paths: {
        "/prints/{id}": {
          parameters: [id],
          get: {
            operationId: "getPrint",
            "x-polling": polling,
            responses: { "200": { description: "OK", content, links } },
          },
        },
        "/files/{id}": { get: { operationId: "getFile", parameters: [id, page], responses: text } },
        "/logs/{id}": { get: { operationId: "getLog", parameters: [id], responses: text } },
      },
    });
    const answer = await mock.fetch(`${address}/prints/7`);
    expect(answer.headers.get("location")).toBe(`${address}/logs/text`);
    expect(await answer.json()).toEqual({ state: "done", file: `${address}/files/text?page=7` });
  });
});

describe("a request", () => {
  test("for any other operation is answered with a sample", async () => {
    const print = { id: "text", state: "waiting", percent: 7, pages: 7, problem: "text" };
    expect(await ask(createMock(printer), "GET /prints?tray=1")).toEqual([200, [print]]);
  });

  test.each([
    ["GET /prints", undefined, "The query parameter `tray` is missing."],
    ["POST /prints", undefined, "The body is missing."],
    ["POST /prints", {}, "The body lacks `text`."],
  ])("that lacks what the document requires is refused: %s %j", async (call, body, error) => {
    expect(await ask(createMock(printer), call, body)).toEqual([400, { error }]);
  });

  test.each([
    ["POST /prints", { text: 7 }, "The body's `/text` is no string."],
    ["POST /prints", ["Hello"], "The body is no object."],
    ["POST /prints", { text: "Hello", copies: 0 }, "The body's `/copies` is less than 1."],
    ["POST /prints", { text: "Hello", sheet: { sides: 2 } }, "The body's `/sheet` lacks `format`."],
    [
      "POST /prints",
      { text: "Hello", sheet: { format: "A4", side: 2 } },
      "The body's `/sheet` may not have `side`.",
    ],
    ["GET /prints?tray=1&limit=many", undefined, "The query parameter `limit` is no integer."],
    ["GET /prints?tray=1&state=on", undefined, 'The query parameter `state` is none of "waiting", "done".'],
  ])("that is not as the document says is refused: %s %j", async (call, body, error) => {
    expect(await ask(createMock(strict), call, body)).toEqual([400, { error }]);
  });

  test.each([
    ["GET /prints?tray=1&limit=10&state=done"],
    ["GET /prints/7"],
    ["POST /prints", { text: "Hello", copies: 2, sheet: { format: "A4" }, unknown: [] }],
  ])("that is, is taken: %s %j", async (call, body?: object) => {
    const [status] = [await ask(createMock(strict), call, body)].flat();
    expect(status).toBeLessThan(300);
  });

  describe("with a parameter that has a media type", () => {
    const range = { type: "object", required: ["to"], properties: { to: { type: "integer" } } };
    const json = (schema: object): object => ({ "application/json": { schema } });
    const mock = createMock({
      servers: [{ url: address }],
      paths: {
        "/prints/{code}": {
          get: {
            "x-polling": { job: "print", status: "$statusCode", succeeded: [204] },
            parameters: [
              { name: "code", in: "path", required: true, content: json({ type: "integer" }) },
              { name: "range", in: "query", required: true, content: json(range) },
              { name: "tags", in: "query", content: json({ type: "array", items: { type: "string" } }) },
              { name: "note", in: "query", content: { "text/plain": { schema: { maxLength: 3 } } } },
              { name: "X-Code", in: "header", content: json({ type: "integer" }) },
            ],
            responses: { 204: { description: "There" } },
          },
        },
      },
    });
    const encoded = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

    test.each([
      ["7", `range=${encoded({ to: 7 })}`, "7"],
      ["7", `range=${encoded({ to: 7 })}&tags=${encoded(["7"])}&note=abc`, "7"],
    ])("is taken as a client sends it: %s?%s, %s", async (code, query, header) => {
      expect(await ask(mock, `GET /prints/${code}?${query}`, undefined, { "X-Code": header })).toEqual([
        204,
        "",
      ]);
    });

    test.each([
      ["a", `range=${encoded({ to: 7 })}`, "7", "The path's `code` is not JSON."],
      ["%22a%22", `range=${encoded({ to: 7 })}`, "7", "The path's `code` is no integer."],
      ["7", "tags=[]", "7", "The query parameter `range` is missing."],
      ["7", "range=to,7", "7", "The query parameter `range` is not JSON."],
      ["7", `range=${encoded({})}`, "7", "The query parameter `range` lacks `to`."],
      [
        "7",
        `range=${encoded({ to: "7" })}`,
        "7",
        "The query parameter `range` has a `/to` that is no integer.",
      ],
      [
        "7",
        `range=${encoded({ to: 7 })}&tags=${encoded("a")}`,
        "7",
        "The query parameter `tags` is no array.",
      ],
      [
        "7",
        `range=${encoded({ to: 7 })}&note=abcd`,
        "7",
        "The query parameter `note` has more than 3 characters.",
      ],
      ["7", `range=${encoded({ to: 7 })}`, "a", "The header `X-Code` is not JSON."],
      ["7", `range=${encoded({ to: 7 })}`, "true", "The header `X-Code` is no integer."],
    ])("is refused if it is not as the document says: %s?%s, %s", async (code, query, header, why) => {
      expect(await ask(mock, `GET /prints/${code}?${query}`, undefined, { "X-Code": header })).toEqual([
        400,
        `${why}\n`,
      ]);
    });
  });

  test("with a body of another kind is refused", async () => {
    const mock = createMock(printer);
    const sent = (type: string) =>
      mock.fetch(`${address}/prints`, { method: "POST", body: "{", headers: { "content-type": type } });
    expect(await (await sent("text/plain")).json()).toEqual({
      error: "The body is `text/plain`, where application/json is taken.",
    });
    expect(await (await sent("application/json")).json()).toEqual({ error: "The body is not JSON." });
  });

  test.each([
    [
      "GET /print/7",
      404,
      "There is no GET /v1/print/7 here. There are: GET /prints, POST /prints, GET /prints/{id}.\n",
    ],
    ["PUT /prints/7", 405, "There is no PUT of this, but GET /prints/{id}.\n"],
  ])("for what there is not is told what there is: %s", async (call, status, sentence) => {
    expect(await ask(createMock(printer), call)).toEqual([status, sentence]);
  });

  test("is answered at whatever host, with the path of the server or without", async () => {
    const mock = createMock(printer);
    for (const url of ["https://other.test/v1/prints/1", "http://localhost:1/prints/1"])
      expect((await mock.fetch(url)).status).toBe(200);
  });
});

test("a path may hold what a URL holds only encoded, and so may the path of the server", async () => {
  const book = {
    parameters: [{ name: "my id", in: "path", required: true, schema: { type: "integer" } }],
    responses: { "204": { description: "there" } },
  };
  const library = {
    openapi: "3.1.0",
    info: { title: "Library", version: "1.0.0" },
    servers: [{ url: "https://library.test/lesesäle" }],
    paths: { '/bücher/old%20"ones"/100%/{my id}': { get: book } },
  };
  const mock = createMock(library);
  const statusOf = async (url: string): Promise<number> => (await mock.fetch(url)).status;
  expect(await statusOf('https://library.test/lesesäle/bücher/old "ones"/100%/7')).toBe(204);
  expect(await statusOf("https://library.test/b%C3%BCcher/old%20%22ones%22/100%/7")).toBe(204);
  expect(await statusOf("https://library.test/b%C3%BCcher/old%20%22ones%22/100%/seven")).toBe(400);
  expect(await statusOf("https://library.test/bucher/old%20%22ones%22/100%/7")).toBe(404);
});

test("what is no OpenAPI document is refused", () => {
  expect(() => createMock({ printer })).toThrow(
    new TypeError("A mock needs an OpenAPI document, such as that in generated/<api>/openapi.json."),
  );
});
