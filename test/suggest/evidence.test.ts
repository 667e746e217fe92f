import { describe, expect, test } from "vitest";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";
import { json, linksOf, object, stages, suggestedFor, text } from "./given.ts";

/** One thing under an id, and whatever else. */
function given(
  item: string,
  schema: unknown,
  { paths = {}, put, patch, schemas = {} }: Readonly<Record<string, unknown>> = {},
): Suggestions {
  const get = { operationId: "look", responses: { 200: json(schema) } };
  return suggestedFor(
    { [item]: { get, ...(put ? { put } : {}), ...(patch ? { patch } : {}) }, ...Object(paths) },
    Object(schemas),
  );
}

function reasons(found: Suggestions): readonly string[] {
  return reasonsOf(found).map((each) => each.text);
}

function reasonsOf({ jobs, others }: Suggestions): Suggestions["jobs"][number]["evidence"] {
  return [...jobs, ...others].flatMap(({ evidence }) => evidence);
}

function starters({ jobs }: Suggestions): readonly string[] {
  return jobs.flatMap((job) => job.starters);
}

describe("what speaks for a job", () => {
  test("a schema that is named after work, where the path is not", () => {
    const schemas = { RenderJobResponse: object({ id: text, status: stages }) };
    const found = given("/films/{id}", { $ref: "#/components/schemas/RenderJobResponse" }, { schemas });
    expect(reasons(found)).toContain("its answer is called RenderJobResponse");
  });

  test("a path that is there for the status alone", () => {
    const found = given("/exports/{id}/status", object({ status: stages }));
    expect(reasons(found)).toContain("the operation is there for the status alone");
  });

  test("a 202 that says that it is not ready yet", () => {
    const responses = {
      200: json(object({ views: { type: "integer" } })),
      202: { description: "Not ready yet" },
    };
    const views = { "/views": { get: { operationId: "views", responses } } };
    const found = given("/films/{id}", object({ title: text }), { paths: views });
    expect(found.jobs.map(({ operation }) => operation)).toEqual(["GET /views"]);
    expect(reasons(found)).toContain("its 202 says that it is not ready yet");
  });

  test("stages and ends that are all known, and a failure among them", () => {
    expect(reasons(given("/films/{id}", object({ status: stages })))).toContain(
      "each of these values says that work waits, goes on or has ended",
    );
  });

  test("success and failure without a word for not yet", () => {
    const status = { type: "string", enum: ["passed", "failed"] };
    const found = given("/batches/{id}", object({ id: text, status, finished_at: text, error: text }));
    expect(reasons(found)).toContain("status says how it ended, and no value of it says not yet");
  });

  test("numbers that x-enum-varnames explains", () => {
    const status = { type: "integer", enum: [1, 2, 3], "x-enum-varnames": ["Queued", "Succeeded", "Failed"] };
    const [job] = given("/jobs/{id}", object({ id: text, status })).jobs;
    expect(job?.actions[0]?.update).toMatchObject({
      "x-polling": { pending: [1], succeeded: [2], failed: [3] },
    });
  });

  test("numbers that have a branch with a title each", () => {
    const oneOf = [
      { const: 0, title: "Running" },
      { const: 1, title: "Completed" },
      { const: 2, title: "Failed" },
    ];
    const [job] = given("/jobs/{id}", object({ id: text, status: { type: "integer", oneOf } })).jobs;
    expect(job?.actions[0]?.update).toMatchObject({
      "x-polling": { pending: [0], succeeded: [1], failed: [2] },
    });
  });

  test("a status inside latestStatus, and one inside content", () => {
    const latest = given(
      "/executions/{id}",
      object({ id: text, a: text, latestStatus: object({ status: stages }) }),
    );
    const content = given(
      "/executions/{id}",
      object({ id: text, a: text, content: object({ status: stages }) }),
    );
    expect([latest.jobs.length, content.jobs.length]).toEqual([1, 1]);
  });

  test("a word and its opposite, though the word is of people elsewhere", () => {
    const pair = object({ id: text, status: { enum: ["published", "notPublished"] } });
    expect(reasons(given("/exports/{id}/status", pair))).toContain(
      "status is one of published, notPublished",
    );
  });

  test("a path of results of operations, for the status alone", () => {
    const found = given("/locations/{place}/operationResults/{id}", object({ status: stages }));
    expect(reasons(found)).toContain("the operation is there for the status alone");
  });

  test("a text that calls the status that of an export, whatever the thing is called", () => {
    const status = { type: "string", description: "The status of the export." };
    const post = { responses: { 200: json(object({ Id: object({ id: { type: "integer" } }) })) } };
    const found = given("/cards/{card}/csv/{itemId}", object({ id: text, status }), {
      paths: { "/cards/{card}/csv": { post } },
    });
    expect(found.jobs).toHaveLength(1);
    expect(reasons(found)).toEqual([
      "status is called a status; its values are not told",
      "its description says that it is the status of the work",
      "POST /cards/{card}/csv starts one: its answer has Id/id, which look takes as itemId",
      "no call changes its status, so the service does",
    ]);
  });

  test("the very values that a job of the same document has", () => {
    const export_ = { get: { operationId: "export", responses: { 200: json(object({ status: stages })) } } };
    const films = { post: { responses: { 200: json(object({ filmId: text })) } } };
    const weak = object({ title: text, status: stages, last_sync: text });
    const patch = { responses: { 204: { description: "Changed" } } };
    const paths = { "/exports/{id}": export_, "/films": films };
    const found = given("/films/{filmId}", weak, { paths, patch });
    expect(reasons(found)).toContain("it has the very values that export has");
  });

  test("a job that the status of the same thing is", () => {
    const status = { get: { operationId: "howFar", responses: { 200: json(object({ status: stages })) } } };
    const found = given("/tasks/{taskId}", object({ id: text, status: text }), {
      paths: { "/tasks/{taskId}/status": status },
    });
    expect(found.jobs.map(({ operation }) => operation)).toEqual([
      "GET /tasks/{taskId}/status",
      "GET /tasks/{taskId}",
    ]);
    expect(reasons(found)).toContain("howFar tells the same of it");
  });

  test("a report, whatever it is about", () => {
    const found = given("/reports/orders/{id}", object({ status: stages }));
    expect(reasons(found)).toContain("order report is work that ends");
    const task = given("/task/domain/{id}", object({ status: stages }));
    expect(reasons(task)).toContain("domain task is work that ends");
  });

  test("how many of how many are done", () => {
    const found = given("/exports/{id}", object({ status: stages, completedCount: text, totalCount: text }));
    expect(reasons(found)).toContain("completedCount of totalCount is counted beside it");
  });

  test("a status that nobody explains, of its own path, where the start does work", () => {
    const schema = object({ decks: { type: "integer" }, status: text });
    const post = { responses: { 200: json(object({ deck_id: text })) } };
    const found = given("/decks/status/{id}", schema, { paths: { "/decks/generate": { post } } });
    expect(found.jobs).toHaveLength(1);
    expect(reasons(found)).toContain("what starts it does work, by its name");
  });

  test("a status that nobody explains, of work that may be renamed", () => {
    const schema = object({ id: text, name: text, status: text, completed_at: text });
    const patch = { requestBody: json(object({ name: text })), responses: { 200: json(schema) } };
    const paths = { "/scans": { post: { responses: { 201: json(schema) } } } };
    expect(reasons(given("/scans/{id}", schema, { patch, paths }))).toContain(
      "no call changes its status, so the service does",
    );
  });

  test("a result below its path", () => {
    const result = {
      "/exports/{id}/result": { get: { operationId: "take", responses: { 200: json(text) } } },
    };
    const found = given("/exports/{id}", object({ status: stages }), { paths: result });
    expect(reasons(found)).toContain("take gives what came of it");
  });

  test("a text that says when the work is over", () => {
    const over = { type: "boolean", description: "Whether the offline task has finished." };
    const paths = { "/films": { post: { responses: { 201: json(object({ id: text })) } } } };
    expect(reasons(given("/films/{id}", object({ isComplete: over, error: text }), { paths }))).toContain(
      "its description says that it is the status of the work",
    );
  });

  test("a machine at work that tells how far it is, or when and why it ended, on what is business elsewhere", () => {
    const of = (schema: unknown): unknown =>
      weightOf("notification is business or the work of people", schema);
    const weightOf = (reason: string, schema: unknown): unknown =>
      reasonsOf(given("/notifications/{id}", schema)).find((each) => each.text === reason)?.weight;
    const told = { status: stages, started_at: text, ended_at: text, result: text };
    const more = [{ progress: text }, { error: text }, {}];
    expect(more.map((each) => of(object({ ...told, ...each })))).toEqual([-1.5, -1.5, -3]);
  });

  test("a machine that says whether it is done, how far it is and why it failed, on what is business elsewhere", () => {
    const done = { complete: { type: "boolean" }, percentCompleted: { type: "number" } };
    const paths = { "/verifications": { post: { responses: { 200: json(object({ id: text })) } } } };
    const of = (more: Readonly<Record<string, unknown>>): unknown =>
      reasonsOf(given("/verifications/{id}", object({ ...done, ...more }), { paths })).find((each) =>
        each.text.startsWith("verification is business"),
      )?.weight;
    expect([of({ failureReason: text, results: text }), of({ results: text, error: text })]).toEqual([
      -1.5, -1.5,
    ]);
    expect(of({ results: text })).toBeUndefined();
  });

  test("the stage of a process, and a query that has finished", () => {
    const of = (members: Readonly<Record<string, unknown>>): readonly string[] =>
      reasons(given("/lineage/{id}", object({ ...members, percentCompleted: text, results: text })));
    const stage = { ...text, description: "The stage of the backup process for this." };
    const finished = { type: "boolean", description: "Whether the query has finished." };
    const told = "its description says that it is the status of the work";
    expect(of({ status: { ...stage, enum: ["running", "done"] } })).toContain(told);
    expect(of({ finished })).toContain(told);
  });

  test("a text that calls it work, of what is business elsewhere", () => {
    const status = { enum: ["queued", "running", "done", "failed"], description: "The status of the task." };
    expect(given("/commits/{id}", object({ id: text, status, error: text })).jobs).toHaveLength(1);
  });

  test("a text that says to ask again, of what is business elsewhere", () => {
    const paths = { "/orders": { post: { responses: { 201: json(object({ id: text })) } } } };
    const found = (description: string): number =>
      suggestedFor({
        ...paths,
        "/orders/{id}": { get: { description, responses: { 200: json(object({ status: stages })) } } },
      }).jobs.length;
    expect([found("One order."), found("Poll this until the order is made.")]).toEqual([0, 1]);
  });

  test("work in the plural, as it is spelled", () => {
    const of = (path: string): readonly string[] => reasons(given(path, object({ status: stages })));
    expect(of("/analyses/{id}")).toContain("analysis is work that ends");
    expect(of("/batches/{id}")).toContain("batch is work that ends");
  });

  test("a transfer, if it is one of data", () => {
    const of = (path: string): readonly string[] => reasons(given(path, object({ status: stages })));
    expect(of("/dataTransfers/{id}")).toContain("data transfer is work that ends");
    expect(of("/transfers/{id}")).not.toContain("transfer is work that ends");
  });

  test("words of people less, where the work can fail", () => {
    const of = (...status: readonly string[]): unknown =>
      reasonsOf(
        given("/copies/{id}", object({ status: { enum: status }, progress: text, error: text })),
      ).find((each) => each.text.endsWith("tell of people or business"))?.weight;
    expect([of("OPEN", "CLOSED", "FAILED"), of("OPEN", "CLOSED", "DONE")]).toEqual([-1, -2]);
  });

  test("of one value in the singular", () => {
    const of = (...status: readonly string[]): readonly string[] =>
      reasons(given("/copies/{id}", object({ status: { enum: ["queued", "done", "failed", ...status] } })));
    expect(of("draft")).toContain("draft tells of people or business");
    expect(of("draft", "viewed")).toContain("draft, viewed tell of people or business");
    expect(of("deleting", "destroyed")).toContain(
      "deleting, destroyed tell of a thing that stays until it is taken away",
    );
  });

  test("a status that nobody explains, of work that begins and ends by itself", () => {
    const schema = object({ id: text, status: text, started_at: text, finished_at: text, error: text });
    expect(given("/builds/{id}", schema).jobs).toHaveLength(1);
    const post = { requestBody: json(schema), responses: { 204: { description: "Written down" } } };
    const told = { "/builds": { post } };
    expect(given("/builds/{id}", schema, { paths: told }).jobs).toEqual([]);
  });

  test("what is done, by the ending of the word", () => {
    expect(reasons(given("/account-aggregations/{id}/status", object({ status: stages })))).toContain(
      "account aggregation may be work that ends",
    );
  });

  test("words that a text sets apart as code", () => {
    const status = { type: "string", description: "<code>queued</code> or <code>done</code>" };
    expect(reasons(given("/exports/{id}", object({ status })))).toContain("status is one of queued, done");
  });

  test("a status of the current batch, of what is asked for by the id of a batch", () => {
    const found = given("/forms/{batchId}", object({ currentBatchStatus: stages }));
    expect(reasons(found)).not.toContain(
      "currentBatchStatus is the status of something else, or one of several",
    );
  });

  test("a question by POST that says so at the end of its path alone", () => {
    const requestBody = json(object({ jobId: text }));
    const post = { requestBody, responses: { 200: json(object({ state: stages, progress: text })) } };
    const picture = { ...post, requestBody: json(object({ picture: text })) };
    const paths = {
      "/jobs/import/get_progress": { post },
      "/jobs/import/describe": { post },
      "/jobs/describe": { post: picture },
    };
    expect(given("/films/{id}", object({ title: text }), { paths }).jobs).toHaveLength(2);
  });

  test("an id that is called after the thing", () => {
    const found = given("/data-sources/{data_source}/status", object({ status: stages }));
    expect(reasons(found)).not.toContain("data_source does not look like the id of one");
  });

  test("a job, though what it does is business", () => {
    const found = given("/emails/jobs/sendEmail/{jobId}/status", object({ status: stages }));
    expect(found.jobs).toHaveLength(1);
    expect(reasons(found)).not.toContain("send email is business or the work of people");
  });
});

describe("what speaks against one", () => {
  test("a switch on it, for what can be switched stays", () => {
    const paths = { "/storages/{id}/enable": { post: { responses: { 204: { description: "On" } } } } };
    expect(reasons(given("/storages/{id}", object({ id: text, status: stages }), { paths }))).toContain(
      "POST /storages/{id}/enable keeps it going, so it is a thing that stays",
    );
  });

  test("a 202 that most operations list, as frameworks do", () => {
    const get = { responses: { 200: json(object({ title: text })), 202: { description: "Accepted" } } };
    const paths = Object.fromEntries(
      ["a", "b", "c", "d", "e", "f", "g"].map((name) => [`/${name}`, { get }]),
    );
    expect(given("/films/{id}", object({ title: text }), { paths })).toMatchObject({ jobs: [], others: [] });
  });

  test("a 202 that the changing operations list as well, though most operations do not", () => {
    const both = { responses: { 200: json(object({ title: text })), 202: { description: "Processing" } } };
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const paths = Object.fromEntries([
      ...names.map((name) => [`/${name}`, { put: both, get: name === "a" ? both : {} }]),
      ...names.map((name) => [
        `/${name}/films`,
        { get: { responses: { 200: json(object({ title: text })) } } },
      ]),
    ]);
    expect(given("/films/{id}", object({ title: text }), { paths })).toMatchObject({ jobs: [], others: [] });
  });

  test("a 202 that tells of a fault", () => {
    const responses = {
      200: json(object({ title: text })),
      202: { description: "Accepted, but an unknown error came up while processing it" },
    };
    const paths = { "/views": { get: { responses } } };
    expect(given("/films/{id}", object({ title: text }), { paths })).toMatchObject({ jobs: [], others: [] });
  });

  test("polls that people vote in, for a text about those tells nobody to ask again", () => {
    const get = {
      description: "Get a poll.",
      responses: { 200: json(object({ id: text, status: stages })) },
    };
    expect(suggestedFor({ "/polls/{pollId}": { get } })).toMatchObject({ jobs: [] });
  });

  test("people who have to do it until a day", () => {
    const schema = object({ id: text, status: stages, assignee: text, due_date: text });
    expect(reasons(given("/tasks/{id}", schema))).toContain("assignee tells of people who do it");
    const post = { responses: { 201: json(object({ id: text })) } };
    const untold = object({ id: text, status: text, assignee: text });
    const found = given("/tasks/{id}", untold, { paths: { "/tasks": { post } } });
    expect(found).toMatchObject({ jobs: [], others: [] });
  });

  test("people who resolve it", () => {
    const schema = object({ id: text, pending: { type: "boolean" }, resolved_by: text });
    const post = { responses: { 201: json(object({ id: text })) } };
    const found = (item: unknown): Suggestions =>
      given("/tasks/{id}", item, { paths: { "/tasks": { post } } });
    expect(found(object({ id: text, pending: { type: "boolean" } })).jobs).toHaveLength(1);
    expect(found(schema).jobs).toEqual([]);
  });

  test("that it says whether something is switched on, whatever it says besides", () => {
    const status = { type: "string", enum: ["enabled", "disabled", "paused", "failed"] };
    const post = { responses: { 202: { description: "Accepted" } } };
    const found = given("/caches/status", object({ status }), { paths: { "/caches/{hash}": { post } } });
    expect(found).toMatchObject({ jobs: [], others: [] });
    const machine = { type: "string", enum: ["enabled", "disabled", "running", "failed"] };
    expect(reasons(given("/exports/{id}", object({ status: machine })))).not.toContain(
      "status says whether it is switched on",
    );
  });

  test("callers who say when it ended, as what they write down is over", () => {
    const schema = object({ id: text, started_at: text, finished_at: text });
    const told = (request: unknown): Suggestions => {
      const post = { requestBody: json(request), responses: { 202: json(object({ id: text })) } };
      return given("/deployments/{id}", schema, { paths: { "/deployments": { post } } });
    };
    expect(told(object({ version: text })).jobs).toHaveLength(1);
    expect(told(object({ version: text, started_at: text, finished_at: text }))).toMatchObject({ jobs: [] });
  });

  test("a status that nothing explains of what nothing calls work, less where it may be", () => {
    const found = (collection: string): Suggestions => {
      const post = { operationId: "generate", responses: { 201: json(object({ id: text })) } };
      return given(`${collection}/{id}`, object({ id: text, status: text }), {
        paths: { [collection]: { post } },
      });
    };
    expect(found("/investigations").others).toHaveLength(1);
    expect(found("/actions/runners").others).toEqual([]);
  });

  test("callers who set the status, less where they call off a job so", () => {
    const schema = object({ id: text, status: stages });
    const patch = { requestBody: json(schema), responses: { 200: json(schema) } };
    expect(given("/jobs/{id}", schema, { patch }).jobs).toHaveLength(1);
    expect(given("/films/{id}", schema, { patch })).toMatchObject({ jobs: [], others: [] });
  });

  test("money on its way", () => {
    const schema = object({ id: text, amount: { type: "integer" }, status: stages });
    expect(reasons(given("/exports/{id}", schema))).toContain("amount tells of money");
    expect(given("/transfers/{id}", schema).jobs).toEqual([]);
  });

  test("a schedule of work", () => {
    const found = given("/export_schedules/{id}", object({ id: text, status: stages }));
    expect(reasons(found)).toContain("export schedule does work again and again, and has no end itself");
    const state = suggestedFor({
      "/jobs/scheduler": { get: { responses: { 200: json(object({ is_running: { type: "boolean" } })) } } },
    });
    expect(state.jobs).toEqual([]);
  });

  test("a GET that does something", () => {
    const get = { responses: { 200: json(object({ done: { type: "boolean" }, error: text })) } };
    expect(suggestedFor({ "/v1/{name}:restore": { get } })).toMatchObject({ jobs: [], others: [] });
  });

  test("a parameter that names a kind, whoever answers with one", () => {
    const post = { responses: { 202: json(object({ reportType: text })) } };
    const found = given("/films/{reportType}", object({ status: stages }), { paths: { "/films": { post } } });
    expect(reasons(found)).toContain("reportType does not look like the id of one");
    const named = given("/export/data/{job_identifier}", object({ status: stages }));
    expect(reasons(named)).not.toContain("job_identifier does not look like the id of one");
  });

  test("a status with the name of something else", () => {
    expect(reasons(given("/exports/{id}", object({ id: text, poster_status: stages })))).toContain(
      "poster_status is the status of something else, or one of several",
    );
    expect(reasons(given("/exports/{id}", object({ id: text, export_status: stages })))).not.toContain(
      "export_status is the status of something else, or one of several",
    );
  });

  test("steps that people decide", () => {
    const status = { enum: ["pending_approval", "reviewing", "done", "failed"] };
    expect(reasons(given("/exports/{id}", object({ id: text, status })))).toContain(
      "pending_approval, reviewing tell of people or business",
    );
  });
  test("callers who set the status themselves", () => {
    const schema = object({ id: text, status: stages });
    const patch = { requestBody: json(schema), responses: { 200: json(schema) } };
    const found = given("/tasks/{id}", schema, { patch });
    expect(found.jobs).toEqual([]);
    expect(reasons(found)).toContain("PATCH /tasks/{id} sets its status");
  });

  test("callers who cannot set it, for it is only read", () => {
    const schema = object({ id: text, status: { enum: ["queued", "running", "done"], readOnly: true } });
    const patch = { requestBody: json(schema), responses: { 200: json(schema) } };
    expect(reasons(given("/scans/{id}", schema, { patch }))).not.toContain(
      "PATCH /scans/{id} sets its status",
    );
  });

  test("people who do it, told around the status", () => {
    const taskStatus = object({ type: stages });
    expect(reasons(given("/tasks/{id}", object({ id: text, assignee: text, taskStatus })))).toContain(
      "assignee tells of people who do it",
    );
  });

  test("a list with a filter, where one can be asked for elsewhere", () => {
    const list = json({ type: "array", items: object({ id: text, status: stages }) });
    const parameters = [{ name: "run_id", in: "query", schema: text }];
    const paths = { "/internal_runs": { get: { parameters, responses: { 200: list } } } };
    const found = given("/runs/{run_id}", object({ id: text, status: stages }), { paths });
    expect(found.jobs.map(({ operation }) => operation)).toEqual(["GET /runs/{run_id}"]);
  });

  test("a filter by somebody, which is no id of a job", () => {
    const parameters = [{ name: "user_id", in: "query", required: true, schema: text }];
    const get = { parameters, responses: { 200: json(object({ status: stages })) } };
    const found = given("/films/{id}", object({ title: text }), { paths: { "/sleep": { get } } });
    expect(reasons(found)).toEqual([]);
  });

  test("something that is put again", () => {
    const put = {
      requestBody: json(object({ title: text })),
      responses: { 200: { description: "Changed" } },
    };
    const found = given("/iterations/{id}", object({ id: text, status: stages }), { put });
    expect(reasons(found)).toContain("PUT /iterations/{id} changes it afterwards");
  });

  test("something that is changed afterwards", () => {
    const patch = {
      requestBody: json(object({ title: text })),
      responses: { 204: { description: "Changed" } },
    };
    const found = given("/storages/{id}", object({ id: text, status: stages }), { patch });
    expect(reasons(found)).toContain("PATCH /storages/{id} changes it afterwards");
  });

  test("a status of what was done last of many times", () => {
    const found = given("/storages/{id}", object({ status: stages, last_sync: text, progress: text }));
    expect(reasons(found)).toContain("last_sync tells that it happens again and again");
  });

  test("but not the latest status of one run, which is what it has come to", () => {
    const reasonsOf = (path: string, name: string): readonly string[] =>
      reasons(given(path, object({ id: text, [name]: stages })));
    expect(reasonsOf("/runs/{id}", "latestStatus")).not.toContainEqual(
      expect.stringMatching("again and again"),
    );
    expect(reasonsOf("/runs/{id}", "latest_sync_status")).toContain(
      "latest_sync_status tells that it happens again and again",
    );
    expect(reasonsOf("/films/{id}", "latestStatus")).toContain(
      "latestStatus tells that it happens again and again",
    );
  });

  test("a question that takes no id and that nothing starts", () => {
    const found = given("/conversions/{from}/{to_unit}", object({ status: stages }));
    expect(found.jobs).toEqual([]);
    expect(reasons(found)).toContain("to_unit does not look like the id of one");
  });

  test("a code that tells how the request went", () => {
    const schema = object({ status: object({ code: { type: "integer" } }), data: object({ id: text }) });
    expect(given("/jobs/{id}", schema)).toMatchObject({ jobs: [], others: [] });
  });
});

describe("what starts one", () => {
  test("one of two answers, where they have the id in different places", () => {
    const responses = { 200: json(object({ data: object({ id: text }) })), 202: json(object({ id: text })) };
    const found = given("/exports/{id}", object({ status: stages }), {
      paths: { "/exports": { post: { responses } } },
    });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "look", parameters: { id: "$response.body#/id" } } },
    ]);
  });
  test("an answer whose text tells of a Location, where no header is documented", () => {
    const post = {
      description: "The <b>location</b> response header leads to it.",
      responses: { 202: { description: "Accepted" } },
    };
    const found = given("/exports/{exportId}", object({ status: text, error: text }), {
      paths: { "/exports": { post } },
    });
    expect(reasons(found)).toContain(
      "POST /exports starts one: its answer has a URL in $response.header.Location",
    );
  });
  test("an accepted answer of the very schema that tells the status, wherever it comes from", () => {
    const schema = { $ref: "#/components/schemas/Async" };
    const schemas = {
      Async: object({ id: text, status: text, progress: { type: "number" }, error: text, result: text }),
    };
    const paths = { "/films/{film}/copy": { post: { responses: { 202: json(schema) } } } };
    expect(starters(given("/async/request/{id}", schema, { paths, schemas }))).toEqual([
      "POST /films/{film}/copy",
    ]);
  });

  test("an answer at the collection that is the id and nothing else", () => {
    const paths = { "/exports": { post: { responses: { 201: json(text) } } } };
    const found = given("/exports/{exportId}", object({ status: stages }), { paths });
    expect(starters(found)).toEqual(["POST /exports"]);
  });

  test("not what was accepted nearby and has an id of its own", () => {
    const job = {
      operationId: "dropCoupons",
      responses: { 202: json(object({ id: text, status: stages })) },
    };
    const found = given("/apps/campaigns/clips/{clipId}", object({ name: text, status: stages }), {
      paths: { "/apps/campaigns/coupons_deletion": { post: job } },
    });
    expect(reasons(found)).toContain("no operation was found that starts one");
  });

  test("an answer of something else that has the id of the work", () => {
    const paths = {
      "/films/{film}/check": { post: { responses: { 200: json(object({ batch_id: text })) } } },
    };
    const found = given("/batches/{batch_id}", object({ status: { enum: ["passed", "failed"] } }), { paths });
    expect(reasons(found)).toContain(
      "what starts it is sent to another path, and answers with the id of this work",
    );
  });
  test("a PUT that makes it under an id of the caller's own", () => {
    const put = { responses: { 202: json(object({ status: stages })) } };
    const found = given("/imports/{name}", object({ status: stages }), { put });
    expect(starters(found)).toEqual(["PUT /imports/{name}"]);
  });

  test("an answer that calls its id that of the task", () => {
    const id = { type: "string", description: "The id of the task that was created." };
    const post = { responses: { 200: json(object({ id })) } };
    const found = given("/tasks/{id}", object({ status: stages }), {
      paths: { "/image_to_video": { post } },
    });
    expect(starters(found)).toEqual(["POST /image_to_video"]);
  });

  test("not the operation that calls one off, though its answer has the id", () => {
    const post = { operationId: "cancelExport", responses: { 200: json(object({ exportId: text })) } };
    const found = given("/exports/{exportId}", object({ status: stages }), {
      paths: { "/exports/off": { post } },
    });
    expect(starters(found)).toEqual([]);
  });

  test("an answer at the collection that leads to what was made by its own link", () => {
    const links = object({ self: object({ href: text }) });
    const post = { responses: { 202: json(object({ message: text, _links: links })) } };
    const found = given("/exports/{exportId}", object({ status: stages }), {
      paths: { "/exports": { post } },
    });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "look", "x-url": "$response.body#/_links/self/href" } },
    ]);
  });

  test("a call below the path that runs one", () => {
    const paths = {
      "/policies/{id}/report/run": { post: { responses: { 200: json(object({ a: text })) } } },
    };
    expect(starters(given("/policies/{id}/report", object({ status: stages }), { paths }))).toEqual([
      "POST /policies/{id}/report/run",
    ]);
  });

  test("of two jobs that the answer has the id of, the one that asks for less", () => {
    const schema = object({ snapshot: object({ id: text, status: stages }) });
    const get = { responses: { 200: json(schema) } };
    const found = suggestedFor({
      "/tests/{id}/snapshots/{snapshotId}": { get },
      "/snapshots/{id}": { get },
      "/polls/{id}/snapshot": { post: { operationId: "begin", responses: { 200: json(schema) } } },
    });
    expect(found.jobs.filter((job) => job.starters.length > 0).map((job) => job.operation)).toEqual([
      "GET /snapshots/{id}",
    ]);
  });

  test("a call at the same path that takes a name where the question takes an id", () => {
    const schema = object({ id: text, status: stages });
    const get = { operationId: "look", responses: { 200: json(schema) } };
    const found = suggestedFor({
      "/loads/{name}": { post: { operationId: "begin", responses: { 201: json(schema) } } },
      "/loads/{load_id}": { get },
    });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "look", parameters: { load_id: "$response.body#/id" } } },
    ]);
  });

  test("an answer at the collection with an id of any name", () => {
    const post = { responses: { 201: json(object({ uuid: text, name: text })) } };
    const found = given("/exports/{export_id}", object({ status: stages }), {
      paths: { "/exports": { post } },
    });
    expect(starters(found)).toEqual(["POST /exports"]);
  });

  test("an answer at the collection that has nothing but the id in it, whatever its name", () => {
    const post = { responses: { 201: json(object({ exportResult: text })) } };
    const found = given("/exports/{exportId}", object({ status: stages }), {
      paths: { "/exports": { post } },
    });
    expect(starters(found)).toEqual(["POST /exports"]);
  });
});
