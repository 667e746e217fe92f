import { describe, expect, test } from "vitest";
import { json, linksOf, object, pollingOf, stages, suggestedFor, text } from "./given.ts";

const id = { id: text };
const list = (items: unknown): unknown => ({ type: "array", items });

/** Whether one thing that is asked for is written as a job. */
function isJob(
  path: string,
  schema: unknown,
  words: Readonly<Record<string, unknown>> = {},
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): boolean {
  const get = { operationId: "look", responses: { 200: json(schema) }, ...words };
  const { [path]: others, ...more } = paths;
  return suggestedFor({ ...more, [path]: { get, ...others } }).jobs.some(
    ({ operation }) => operation === `GET ${path}`,
  );
}

describe("a status is seen", () => {
  const inside = (name: string): unknown =>
    object({
      ...id,
      by: text,
      [name]: object({ note: text, details: object({ by: text, status: stages }) }),
    });

  test("four levels down, where the names on the way are those of the thing", () => {
    const told = object({ ...id, metadata: object({ status: stages }) });
    const schema = object({ ...id, by: text, metadata: object({ by: text, exportStatus: told }) });
    expect(
      pollingOf(
        suggestedFor({
          "/exports/{exportId}": { get: { operationId: "look", responses: { 200: json(schema) } } },
        }),
      ),
    ).toMatchObject({ status: "$response.body#/metadata/exportStatus/metadata/status" });
  });

  test("less surely with each name that is that of something else", () => {
    expect(isJob("/exports/{id}", inside("owner"))).toBe(true);
    expect(isJob("/exports/{id}", object({ ...id, by: text, shop: inside("owner") }))).toBe(false);
  });

  test("by what its values say, whatever it is called", () => {
    const values = ["WaitingForTurn", "Copying", "Finished", "Failed"];
    const step = (each: readonly string[]): unknown =>
      object({ ...id, copyStep: { type: "string", enum: each } });
    expect(isJob("/copies/{id}", step(values))).toBe(true);
    expect(isJob("/copies/{id}", step(["first", "second", "third"]))).toBe(false);
  });

  test("as the whole answer", () => {
    const found = suggestedFor({
      "/exports/{id}/status": { get: { operationId: "look", responses: { 200: json(stages) } } },
    });
    expect(pollingOf(found)).toMatchObject({
      status: "$response.body",
      succeeded: ["done"],
      failed: ["failed"],
    });
  });

  test("where a frame of all answers says that its result may be anything, and the answer what it is", () => {
    const frame = object({ result: { anyOf: [{ type: "object" }, { type: "string" }, list({})] }, by: text });
    const own = object({ result: object({ ...id, status: stages }) });
    expect(isJob("/exports/{id}", { allOf: [frame, own] })).toBe(true);
    expect(isJob("/exports/{id}", { allOf: [frame] })).toBe(false);
  });

  test("in a summary of what is asked for", () => {
    expect(isJob("/exports/{id}/summary", object({ size: text, status: stages }))).toBe(true);
    expect(isJob("/exports/{id}/printers", object({ size: text, status: stages }))).toBe(false);
  });

  test("in a list of one that is asked for by its name", () => {
    const backups = list(object({ uuid: text, state: stages }));
    expect(isJob("/stores/{store}/backups/{backup}", object({ backups, size: text, at: text }))).toBe(true);
  });

  test("in a list of one that is asked for, and not in a list of what belongs to it", () => {
    const path = "/label-requests/{label_request_id}";
    const items = list(object({ status: stages, label_request_id: text }));
    expect(isJob(path, object({ label_requests: items, page: text }))).toBe(true);
    expect(isJob("/shops/{id}/label-requests", object({ label_requests: items, page: text }))).toBe(false);
  });
});

describe("a question is", () => {
  const tasks = list(object({ TaskId: text, State: stages }));
  const paths = (filters: Readonly<Record<string, unknown>>): Parameters<typeof suggestedFor>[0] => ({
    "/StartPrintExportTask": {
      post: {
        operationId: "StartPrintExportTask",
        responses: { 200: json(object({ PrintExportTask: object({ TaskId: text, State: stages }) })) },
      },
    },
    "/ReadPrintExportTasks": {
      post: {
        operationId: "ReadPrintExportTasks",
        requestBody: json(object({ Filters: object(filters), Page: text })),
        responses: { 200: json(object({ PrintExportTasks: tasks })) },
      },
    },
  });

  test("a list by POST, whose filter leaves one: the id is sent inside of it", () => {
    const found = suggestedFor(paths({ PrintIds: list(text), TaskIds: list(text) }));
    expect(found.jobs.map(({ operation }) => operation)).toEqual(["POST /ReadPrintExportTasks"]);
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/PrintExportTasks/0/State" });
    expect(linksOf(found)).toEqual([
      {
        status: {
          operationId: "ReadPrintExportTasks",
          requestBody: { Filters: { TaskIds: ["$response.body#/PrintExportTask/TaskId"] } },
        },
      },
    ]);
  });

  test("none where no filter leaves one", () => {
    expect(suggestedFor(paths({ Colours: list(text) })).jobs).toEqual([]);
  });

  test("none where one can be asked for by its id", () => {
    const search = {
      operationId: "searchExports",
      requestBody: json(object({ filter: object({ exportIds: list(text) }) })),
      responses: { 200: json(object({ exports: list(object({ ...id, status: stages })) })) },
    };
    const get = { operationId: "look", responses: { 200: json(object({ ...id, status: stages })) } };
    const found = suggestedFor({ "/exports/search": { post: search }, "/exports/{id}": { get } });
    expect(found.jobs.map(({ operation }) => operation)).toEqual(["GET /exports/{id}"]);
  });
});

describe("what a name, a key or a summary says", () => {
  const status = object({ status: { type: "string", enum: ["processing", "half", "completed", "failed"] } });

  test("that it tells a status, counts for a job", () => {
    const path = "/films/{film}/classify";
    expect(isJob(path, status, { summary: "Classification status" })).toBe(true);
    expect(isJob(path, status, { summary: "A status page" })).toBe(false);
  });

  test("that it is about a request, counts for a job, unless it is one of people", () => {
    expect(isJob("/shops/{shop}/applies/{applyRequestId}", status)).toBe(true);
    expect(isJob("/shops/{shop}/applies/{applyId}", status)).toBe(false);
    expect(isJob("/shops/{shop}/papers/{signRequestId}", status)).toBe(false);
    expect(isJob("/shops/{shop}/approvals/{approvalRequestId}", object({ status: text }))).toBe(false);
  });

  test("that it is a job, counts where the path says nothing of work", () => {
    const post = { responses: { 200: json(object({ previewId: text })) } };
    const paths = { "/preview": { post } };
    const said = { summary: "The results of a preview job" };
    expect(isJob("/preview/{previewId}", object({ state: text }), said, paths)).toBe(true);
    expect(isJob("/preview/{previewId}", object({ state: text }), {}, paths)).toBe(false);
  });
});

describe("a status that nobody explains is that of a job", () => {
  const schema = object({ ...id, status: text });

  test("where it is work that is asked for by its id and that no call changes", () => {
    const body = { requestBody: json(object({ name: text })), responses: { 204: { description: "ok" } } };
    expect(isJob("/batch/{jobId}", schema)).toBe(true);
    expect(isJob("/batch/{jobId}", schema, {}, { "/batch/{jobId}": { put: body } })).toBe(false);
  });

  test("also where an example shows one value of it", () => {
    const shown = object({ ...id, status: { type: "string", example: "built" } });
    expect(isJob("/builds/{id}", shown)).toBe(true);
    expect(isJob("/buildings/{id}", shown)).toBe(false);
  });

  test("unless callers tell it, or people do it", () => {
    const post = { requestBody: json(schema), responses: { 204: { description: "ok" } } };
    expect(isJob("/batch/{jobId}", schema, {}, { "/shops/{shop}/batch": { post } })).toBe(false);
    expect(isJob("/shops/{shop}/tasks/{task_id}", schema)).toBe(false);
  });

  test("of which the call says that it tells it, and that something starts", () => {
    const post = { responses: { 200: json(object({ requestId: text })) } };
    const said = { summary: "The status of the directory check" };
    const path = "/directory/check/{requestId}";
    expect(isJob(path, schema, said, { "/directory/check": { post } })).toBe(true);
    expect(isJob(path, schema, said)).toBe(false);
  });
});

test("what many calls answer with is what they set to work, whatever it is called", () => {
  const session = object({
    session_id: text,
    state: { type: "string", enum: ["Starting", "Working", "Idle"] },
    progress: text,
    result: text,
    end_time: text,
  });
  const posts = ["mount", "move", "copy", "publish", "shelve"].map((verb) => [
    `/books/${verb}`,
    { post: { operationId: verb, responses: { 202: json(session) } } },
  ]);
  expect(isJob("/sessions/{session_id}", session, {}, Object.fromEntries(posts))).toBe(true);
  expect(isJob("/sessions/{session_id}", session, {}, Object.fromEntries(posts.slice(1)))).toBe(false);
});

test("a text that says to ask again tells that the service sets a status that nobody explains", () => {
  const post = { responses: { 200: json(object(id)) } };
  const schema = object({ ...id, state: text });
  const said = { description: "Poll it until it has ended." };
  expect(isJob("/lookups/{id}", schema, said, { "/lookups": { post } })).toBe(true);
  expect(isJob("/lookups/{id}", schema, {}, { "/lookups": { post } })).toBe(false);
});

test("callers who commit an upload, and then it is worked on, speak less against it", () => {
  const values = { type: "string", enum: ["created", "committed", "aborted", "processing", "failed"] };
  const schema = object({ ...id, status: values });
  const post = { responses: { 201: json(schema) } };
  const patch = { requestBody: json(object({ status: text })), responses: { 200: json(schema) } };
  const paths = { "/uploads": { post }, "/uploads/{id}": { patch } };
  expect(isJob("/uploads/{id}", schema, {}, paths)).toBe(true);
});
