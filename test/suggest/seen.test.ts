import { describe, expect, test } from "vitest";
import { doubtsOf, isJob, json, linksOf, object, pollingOf, stages, suggestedFor, text } from "./given.ts";

const id = { id: text };
const list = (items: unknown): unknown => ({ type: "array", items });

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

describe("one that needs no id", () => {
  const made = { post: { responses: { 202: json(object({ ...id })) } } };
  const status = object({ ...id, status: stages });

  test("is the newest of all, with a mark, for it may be somebody else's", () => {
    const latest = { get: { operationId: "look", responses: { 200: json(status) } } };
    const found = suggestedFor({ "/sites/{site}/builds": made, "/sites/{site}/builds/latest": latest });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/status", succeeded: ["done"] });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "look", parameters: { site: "$request.path.site" } } },
    ]);
    expect(doubtsOf(found)).toEqual([
      "that nobody else starts one meanwhile, for the answer is about the newest",
    ]);
    expect(isJob("/sites/{site}/notes/latest", object({ ...id, status: text }))).toBe(false);
  });

  test("is started rather as the one that it is than as the newest", () => {
    const look = { responses: { 200: json(status) } };
    const found = suggestedFor({
      "/sites/{site}/builds": { post: { responses: { 202: json(object({ buildId: text })) } } },
      "/sites/{site}/builds/latest": { get: { operationId: "lookAtNewest", ...look } },
      "/site-builds/{buildId}": { get: { operationId: "look", ...look } },
    });
    expect(found.jobs.map(({ operation, starters }) => [operation, starters])).toEqual([
      ["GET /site-builds/{buildId}", ["POST /sites/{site}/builds"]],
      ["GET /sites/{site}/builds/latest", []],
    ]);
  });

  test("is the only one, if one call at the same path starts it and nobody changes it", () => {
    const at = (more: object): boolean =>
      isJob("/shops/{shop}/clearing", status, {}, { "/shops/{shop}/clearing": { ...made, ...more } });
    const put = { requestBody: json(object({ name: text })), responses: { 204: { description: "ok" } } };
    expect(at({})).toBe(true);
    expect(at({ put })).toBe(false);
    expect(isJob("/shops/{shop}/clearing", status)).toBe(false);
  });

  test("but not a list of what is made there, nor the same question by two methods", () => {
    const copied = { "/shops/{shop}/snapshot": made };
    expect(isJob("/shops/{shop}/snapshot", object({ found: list(status) }), {}, copied)).toBe(false);
    const body = { requestBody: json(object({ sql: text })) };
    const paths = { "/clearings": made };
    expect(isJob("/clearings", status, body, paths)).toBe(false);
    const one = { get: { operationId: "lookAtOne", responses: { 200: json(status) } } };
    expect(isJob("/clearings", status, {}, { ...paths, "/clearings/{id}": one })).toBe(false);
  });

  test("nor what is answered with the task that does it", () => {
    const task = { $ref: "#/components/schemas/Task" };
    const get = (operationId: string) => ({ operationId, responses: { 200: json(task) } });
    const found = suggestedFor(
      { "/peerings": { get: get("listPeerings"), ...made }, "/tasks/{id}": { get: get("look") } },
      { Task: status },
    );
    expect(found.jobs.map(({ operation }) => operation)).toEqual(["GET /tasks/{id}"]);
  });
});

describe("a question is also", () => {
  const post = { operationId: "sit", responses: { 200: json(object({ ...id, status: stages })) } };

  test("one that waits for the end, which is not what starts a job", () => {
    const found = suggestedFor({
      "/operations/{id}/wait": { post },
      "/operations/{id}": { get: { ...post, operationId: "look" } },
      "/copies": { post: { responses: { 202: json(object({ operationId: text })) } } },
    });
    expect(found.jobs.map(({ operation, starters }) => [operation, starters])).toEqual([
      ["GET /operations/{id}", ["POST /copies"]],
      ["POST /operations/{id}/wait", []],
    ]);
  });

  test("one below a job that is answered with the very same", () => {
    const run = { $ref: "#/components/schemas/Run" };
    const look = (operationId: string) => ({ get: { operationId, responses: { 200: json(run) } } });
    const below = { "/runs/{id}/attempts/{number}": look("lookAtAttempt") };
    const schemas = {
      Run: object({ ...id, status: { ...text, description: "`queued`, then `completed`" } }),
    };
    const both = suggestedFor({ "/runs/{id}": look("look"), ...below }, schemas);
    expect(both.jobs.map(({ operation }) => operation)).toEqual([
      "GET /runs/{id}",
      "GET /runs/{id}/attempts/{number}",
    ]);
    expect(suggestedFor(below, schemas).jobs).toEqual([]);
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
