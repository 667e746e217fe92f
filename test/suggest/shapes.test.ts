import { describe, expect, test } from "vitest";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";
import { json, linksOf, object, pollingOf, stages, suggestedFor, text } from "./given.ts";

const id = { id: text };

describe("where the status is", () => {
  test.each([
    ["in an envelope", { data: object({ ...id, status: stages }) }, "$response.body#/data/status"],
    [
      "under the name of the thing",
      { export: object({ ...id, status: stages }) },
      "$response.body#/export/status",
    ],
    [
      "under its name and that of work",
      { export_task: object({ ...id, status: stages }), a: text, b: text },
      "$response.body#/export_task/status",
    ],
    [
      "under the name that the id has",
      { job: object({ ...id, status: stages }), a: text, b: text },
      "$response.body#/job/status",
    ],
    [
      "in a part for such things",
      { meta: object({ status: stages }), a: text, b: text },
      "$response.body#/meta/status",
    ],
    [
      "in an object of its own",
      { state: object({ current: stages }), a: text, b: text },
      "$response.body#/state/current",
    ],
  ])("%s", (_, members, status) => {
    const get = { operationId: "look", responses: { 200: json(object(members)) } };
    expect(pollingOf(suggestedFor({ "/exports/{jobId}": { get } }))).toMatchObject({ status });
  });

  test.each([
    ["beside its number", { exportStatus: object({ key: { type: "integer" }, value: stages }) }],
    ["in the details of work", { collectionDetails: object({ status: stages }), a: text, b: text }],
    ["in a summary", { summary: object({ status: stages }), a: text, b: text }],
    ["as text", { statusAsText: stages }],
  ])("%s", (_, members) => {
    const get = { operationId: "look", responses: { 200: json(object(members)) } };
    expect(pollingOf(suggestedFor({ "/exports/{jobId}": { get } }))).toMatchObject({ succeeded: ["done"] });
  });

  test("under the name of the kind of job that the path has", () => {
    const get = {
      operationId: "look",
      responses: { 200: json(object({ queryStatus: { enum: ["queued", "done"] }, a: text })) },
    };
    const found = suggestedFor({ "/query/jobs/{id}": { get } });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/queryStatus" });
  });

  test("in the answer for whatever there may be, where no other is a success", () => {
    const post = { operationId: "begin", responses: { default: json(object(id)), 404: json(object({})) } };
    const get = { operationId: "look", responses: { default: json(object({ ...id, status: stages })) } };
    const found = suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/status", succeeded: ["done"] });
    expect(found.jobs.map(({ starters }) => starters)).toEqual([["POST /exports"]]);
  });

  test("in a part that an allOf names first and describes later", () => {
    const allOf = [object({ data: { type: "object" } }), object({ data: object({ status: stages }) })];
    const get = { operationId: "look", responses: { 200: json({ allOf }) } };
    expect(pollingOf(suggestedFor({ "/exports/{id}": { get } }))).toMatchObject({
      status: "$response.body#/data/status",
    });
  });

  test("in an answer of any media type", () => {
    const get = { operationId: "look", responses: { 200: json(object({ status: stages }), "ok", "*/*") } };
    expect(pollingOf(suggestedFor({ "/exports/{id}": { get } }))).toMatchObject({
      status: "$response.body#/status",
    });
  });

  test("in the media type that has a schema, where another of JSON has none", () => {
    const content = {
      "application/json": {},
      "application/json; charset=utf-8": { schema: object({ status: stages }) },
    };
    const get = { operationId: "look", responses: { 200: { description: "ok", content } } };
    expect(suggestedFor({ "/exports/{id}": { get } }).jobs).toHaveLength(1);
  });

  test("which goes before what the example of the other shows, whose values count as well", () => {
    const response = (schema: unknown, example: unknown): unknown => ({
      description: "ok",
      content: { "application/json": { example }, "application/json; charset=utf-8": { schema } },
    });
    const told = [stages, text].map((status) => {
      const get = {
        operationId: "look",
        responses: { 200: response(object({ id: text, status }), { id: "e1", status: "done" }) },
      };
      const post = {
        operationId: "begin",
        responses: { 201: response(object({ id: text }), { key: "e1" }) },
      };
      return suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
    });
    expect(told.map(pollingOf)).toMatchObject([
      { pending: ["queued", "running"], succeeded: ["done"], failed: ["failed"] },
      { succeeded: ["done"] },
    ]);
    expect(told.map(linksOf)).toEqual(
      Array(2).fill([{ status: { operationId: "look", parameters: { id: "$response.body#/id" } } }]),
    );
  });

  test.each([
    ["the example", { example: { data: { id: "e1", done: false, error: null } } }],
    [
      "one of the examples",
      { examples: { new: { value: { data: { id: "e1", done: false, error: null } } } } },
    ],
    [
      "any of the examples",
      {
        examples: {
          none: { value: { count: 1 } },
          new: { value: { data: { id: "e1", done: false, error: null } } },
        },
      },
    ],
    [
      "an example that is the text of its JSON",
      { example: '{ "data": { "id": "e1", "done": false, "error": null } }' },
    ],
  ])("in %s of an answer that has no schema", (_, media) => {
    const answer = { description: "ok", content: { "application/json": media } };
    const found = suggestedFor({
      "/exports": { post: { operationId: "begin", responses: { 201: answer } } },
      "/exports/{id}": { get: { operationId: "look", responses: { 200: answer } } },
    });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/data/done", succeeded: [true] });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "look", parameters: { id: "$response.body#/data/id" } } },
    ]);
  });

  test("in the example of a GET whose schema is an object without properties", () => {
    const media = {
      schema: { type: "object", properties: {} },
      example: '{ "id": "e1", "done": false, "error": null }',
    };
    const answer = { description: "ok", content: { "application/json": media } };
    const found = suggestedFor({
      "/exports/{id}": { get: { operationId: "look", responses: { 200: answer } } },
    });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/done" });
  });

  test("in the example of a member of which the schema says no more than that it is an object", () => {
    const found = (bare: unknown): unknown => {
      const media = {
        schema: object({ export: bare }),
        example: { export: { status: "COMPLETED", error: null } },
      };
      const answer = { description: "ok", content: { "application/json": media } };
      const get = { operationId: "look", responses: { 200: answer } };
      return pollingOf(suggestedFor({ "/films/{id}/export": { get, post: { responses: { 202: answer } } } }));
    };
    expect(found({ type: "object", additionalProperties: {}, nullable: true })).toMatchObject({
      status: "$response.body#/export/status",
      succeeded: ["COMPLETED"],
    });
    expect(found(object({ url: text }))).toBeUndefined();
  });

  test("in two versions of an answer, which have values of their own each", () => {
    const media = (status: unknown): unknown => ({ schema: object({ status }) });
    const content = {
      "application/vnd.v4+json": media({ ...text, pattern: "^(queued|done|failed)$" }),
      "application/vnd.v3+json": media({ enum: ["queued", "awaitinginput", "finished"] }),
    };
    const get = { operationId: "look", responses: { 200: { description: "ok", content } } };
    expect(pollingOf(suggestedFor({ "/exports/{id}": { get } }))).toMatchObject({
      pending: ["queued", "awaitinginput"],
      succeeded: ["done", "finished"],
      failed: ["failed"],
    });
  });

  test("in the first of a list, where a filter leaves one and nothing else asks for one", () => {
    const exports = { type: "array", items: object({ id: text, status: stages }) };
    const get = {
      operationId: "look",
      parameters: [{ name: "export_id", in: "query", schema: text }],
      responses: { 200: json(object({ exports })) },
    };
    const post = { operationId: "begin", responses: { 201: json(object({ id: text })) } };
    const found = suggestedFor({ "/exports": { get, post } });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/exports/0/status" });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "look", parameters: { export_id: "$response.body#/id" } } },
    ]);
    const one = { operationId: "one", responses: { 200: json(object({ status: stages })) } };
    const both = suggestedFor({ "/exports": { get, post }, "/exports/{id}": { get: one } });
    expect(both.jobs.map(({ operation }) => operation)).toEqual(["GET /exports/{id}"]);
  });
});

describe("what tells how far it is", () => {
  test.each([
    ["a flag that it is over", { is_complete: { type: "boolean" }, error: text }, [false], [true]],
    ["a flag that it goes on", { in_progress: { type: "boolean" }, error: text }, [true], [false]],
    ["a flag with the name of the work", { jobComplete: { type: "boolean" }, errors: text }, [false], [true]],
    [
      "a percentage alone",
      { percent_complete: { type: "number" }, error: text, started_at: text },
      undefined,
      [100],
    ],
    [
      "a share of one",
      { progress: { type: "number", description: "Between 0 and 1" }, error: text, started_at: text },
      undefined,
      [1],
    ],
    [
      "words of a list in the description",
      { status: { ...text, description: "One of\n- queued: waits\n- done: over\n- failed: broken" } },
      ["queued"],
      ["done"],
    ],
    [
      "words of a description beside a $ref",
      { status: { allOf: [text, { description: "CREATED | RUNNING | COMPLETED | FAILED" }] } },
      ["CREATED", "RUNNING"],
      ["COMPLETED"],
    ],
    [
      "words of which a description says that it is one, whatever they mean",
      {
        status: {
          ...text,
          description: "Of the 'film'. Either 'spooled', 'crimped', 'spooling' or 'failed'. See 'help'.",
        },
      },
      ["crimped", "spooling"],
      ["spooled"],
    ],
    [
      "words of a description, and of an example that is the end of one of them",
      { status: { ...text, description: "'spooling' or 'failed'", example: "spooled" } },
      ["spooling"],
      ["spooled"],
    ],
    ["words of a pattern", { status: { ...text, pattern: "^(queued|done|failed)$" } }, ["queued"], ["done"]],
    [
      "words with a prefix",
      {
        state: {
          enum: ["JOB_STATE_UNSPECIFIED", "JOB_STATE_RUNNING", "JOB_STATE_SUCCEEDED", "JOB_STATE_FAILED"],
        },
      },
      ["JOB_STATE_UNSPECIFIED", "JOB_STATE_RUNNING"],
      ["JOB_STATE_SUCCEEDED"],
    ],
    [
      "branches with one word each",
      { status: { oneOf: [{ const: "running" }, { const: "Finished" }, { const: "had-errors" }] } },
      ["running"],
      ["Finished"],
    ],
  ])("%s", (_, members, pending, succeeded) => {
    const get = { operationId: "look", responses: { 200: json(object(members)) } };
    const post = { operationId: "begin", responses: { 202: json(object(id)) } };
    const found = suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
    expect(pollingOf(found)).toMatchObject({ ...(pending ? { pending } : {}), succeeded });
  });

  test("a flag that denies it says yes while it goes on, and tells no end", () => {
    const answer = object({ is_not_ready: { type: "boolean" }, error: text });
    const get = { operationId: "look", responses: { 200: json(answer) } };
    const post = { operationId: "begin", responses: { 202: json(object(id)) } };
    expect(suggestedFor({ "/exports": { post }, "/exports/{id}": { get } })).toMatchObject({
      jobs: [],
      others: [],
    });
  });

  test("nothing that is explained, where a call starts the work and none changes it", () => {
    const get = { operationId: "look", responses: { 200: json(object({ ...id, status: text })) } };
    const post = { operationId: "begin", responses: { 200: json(object(id)) } };
    const paths = { "/imports": { post }, "/imports/{id}": { get } };
    expect(suggestedFor(paths).jobs).toHaveLength(1);
    const patch = { responses: { 200: { description: "Changed" } } };
    expect(suggestedFor({ ...paths, "/imports/{id}": { get, patch } }).jobs).toEqual([]);
  });

  test("numbers that nothing explains are written as they are, in no list of ends", () => {
    const status = { type: "integer", enum: [10, 20, 30] };
    const get = { operationId: "look", responses: { 200: json(object({ ...id, status })) } };
    const post = { operationId: "begin", responses: { 202: json(object(id)) } };
    const found = suggestedFor({ "/imports": { post }, "/imports/{id}": { get } });
    expect(pollingOf(found)).toMatchObject({ pending: [10, 20, 30], succeeded: [] });
    expect(found.jobs[0]?.isOpen).toBe(true);
  });

  test("a time alone, which has to be there", () => {
    const body = object({ data: object({ ...id, completed_at: text }) });
    const get = { operationId: "look", responses: { 200: json(body) } };
    const post = { operationId: "begin", responses: { 202: json(object(id)) } };
    const found = suggestedFor({ "/backfills": { post }, "/backfills/{id}": { get } });
    expect(pollingOf(found)).toEqual({
      job: "lookJob",
      status: "$statusCode",
      succeeded: [200],
      result: "$response.body#/data",
      requires: ["completed_at"],
    });
  });
});

test("an answer that leads to the status by a link of its own gets no other", () => {
  const links = { own: { operationId: "look", parameters: { id: "$response.body#/id" } } };
  const begun = { description: "Begun", content: { "application/json": { schema: object(id) } }, links };
  const get = { operationId: "look", responses: { 200: json(object({ ...id, status: stages })) } };
  const found = suggestedFor({
    "/exports": { post: { responses: { 202: begun } } },
    "/exports/{id}": { get },
  });
  expect(found.jobs[0]?.starters).toEqual(["POST /exports"]);
  expect(linksOf(found)).toEqual([]);
});

test("an answer that leads to one job by a link of its own starts no other", () => {
  const links = { own: { operationId: "job", parameters: { jobId: "$response.body#/job_id" } } };
  const schema = object({ job_id: text });
  const begun = { description: "Begun", content: { "application/json": { schema } }, links };
  const responses = { 200: json(object({ status: stages })) };
  const found = suggestedFor({
    "/imports/calculate": { post: { responses: { 202: begun } } },
    "/imports/jobs/{jobId}": { get: { operationId: "import", responses } },
    "/films/jobs/{jobId}": { get: { operationId: "job", responses } },
  });
  const starters = Object.fromEntries(found.jobs.map((job) => [job.operation, job.starters]));
  expect(starters).toEqual({
    "GET /imports/jobs/{jobId}": [],
    "GET /films/jobs/{jobId}": ["POST /imports/calculate"],
  });
});

describe("how one is asked for", () => {
  test("by POST, with the id in the body", () => {
    const requestBody = json(object({ ...id, verbose: { type: "boolean" } }));
    const status = object({ data: object({ ...id, state: stages }) });
    const ask = { operationId: "fileOperationsInfo", requestBody, responses: { 200: json(status) } };
    const answer = object({ data: object({ fileOperation: object(id) }) });
    const begin = { operationId: "exportAll", responses: { 202: json(answer) } };
    const found = suggestedFor({
      "/fileOperations.info": { post: ask },
      "/collections.exportAll": { post: begin },
    });
    expect(linksOf(found)).toEqual([
      {
        status: {
          operationId: "fileOperationsInfo",
          requestBody: { id: "$response.body#/data/fileOperation/id" },
        },
      },
    ]);
  });

  test("by POST, with a list of ids in the body that has one", () => {
    const post = { operationId: "begin", responses: { 200: json(object({ task_id: text })) } };
    const ids = { type: "array", items: text };
    const ask = {
      operationId: "taskStatus",
      requestBody: json(object({ task_ids: ids, limit: { type: "integer" } })),
      responses: { 200: json(object({ tasks: { type: "array", items: object({ status: stages }) } })) },
    };
    const found = suggestedFor({ "/tml/async/import": { post }, "/tml/async/status": { post: ask } });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/tasks/0/status" });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "taskStatus", requestBody: { task_ids: ["$response.body#/task_id"] } } },
    ]);
  });

  test("at a path that says by a verb how it is asked", () => {
    const requestBody = json(object(id));
    const ask = {
      operationId: "getLight",
      requestBody,
      responses: { 200: json(object({ status: stages })) },
    };
    const found = suggestedFor({ "/jobs/get_light": { post: ask } });
    expect(found.jobs[0]?.evidence.map((each) => each.text)).toContain("job is work that ends");
  });

  test("at the one URL of all operations, by the name that the request has", () => {
    const name = { TranscriptionJobName: text };
    const job = object({ TranscriptionJob: object({ ...name, TranscriptionJobStatus: stages }) });
    const all = Object.fromEntries(
      ["Start", "Get", "List", "Delete"].map((verb) => {
        const operationId = `${verb}TranscriptionJob`;
        const post = { operationId, requestBody: json(object(name)), responses: { 200: json(job) } };
        return [`/#X-Target=Transcribe.${operationId}`, { post }];
      }),
    );
    const found = suggestedFor(all);
    expect(found.jobs.map(({ operation, starters }) => [operation, starters])).toEqual([
      [
        "POST /#X-Target=Transcribe.GetTranscriptionJob",
        ["POST /#X-Target=Transcribe.StartTranscriptionJob"],
      ],
    ]);
    expect(linksOf(found)).toEqual([
      {
        status: {
          operationId: "GetTranscriptionJob",
          requestBody: { TranscriptionJobName: "$response.body#/TranscriptionJob/TranscriptionJobName" },
        },
      },
    ]);
  });

  test("at a path that ends with one job, by a PUT at the same path", () => {
    const get = { operationId: "look", responses: { 200: json(object({ status: stages })) } };
    const put = { operationId: "begin", responses: { 201: json(object({ status: stages })) } };
    const found = suggestedFor({
      "/books/{name}/draft/testJob": { get, put },
      "/books/{name}/jobs": { get },
    });
    expect(found.jobs.map(({ operation, starters }) => [operation, starters])).toEqual([
      ["GET /books/{name}/draft/testJob", ["PUT /books/{name}/draft/testJob"]],
    ]);
    expect(suggestedFor({ "/books/{name}/build/": { get, post: put } }).jobs).toHaveLength(1);
    const endless = object({ status: { type: "string", enum: ["queued", "running", "done"] } });
    const look = { operationId: "look", responses: { 200: json(endless) } };
    expect(suggestedFor({ "/books/{name}/build/": { get: look } }).jobs).toEqual([]);
    // one that may fail is a job, whoever starts it
    expect(suggestedFor({ "/books/{name}/build/": { get } }).jobs).toHaveLength(1);
  });

  test("not by POST that changes the status", () => {
    const post = { operationId: "change", responses: { 200: json(object({ status: stages })) } };
    expect(suggestedFor({ "/exports/{id}/change-status": { post } }).jobs).toEqual([]);
  });

  test("at a path without a noun, by the name of the operation", () => {
    const get = {
      operationId: "dlp.projects.dlpJobs.get",
      responses: { 200: json(object({ state: stages })) },
    };
    const found = suggestedFor({ "/v2/{name}": { get } });
    expect(found.jobs[0]?.evidence.map((each) => each.text)).toContain("dlp job is work that ends");
  });

  test("at a status before the id", () => {
    const get = { operationId: "look", responses: { 200: json(object({ status: text, error: text })) } };
    const post = { operationId: "begin", responses: { 202: json(object({ name: text })) } };
    const found = suggestedFor({ "/migration-status/{name}": { get }, "/migration-status": { post } });
    expect(found.jobs[0]?.evidence.map((each) => each.text)).toEqual(
      expect.arrayContaining(["migration is work that ends", "the operation is there for the status alone"]),
    );
  });
});

describe("what went wrong", () => {
  test.each([
    [
      "a kind and a detail",
      { failure: { enum: ["empty_media", "internal"] }, failure_detail: text },
      { code: "$response.body#/failure", message: "$response.body#/failure_detail" },
    ],
    ["a text", { errorText: text }, { message: "$response.body#/errorText" }],
    [
      "a type and a description",
      { errorType: text, errorDescription: text },
      { code: "$response.body#/errorType", message: "$response.body#/errorDescription" },
    ],
  ])("is told by %s", (_, members, error) => {
    const get = {
      operationId: "getExport",
      responses: { 200: json(object({ status: stages, ...members })) },
    };
    const post = { operationId: "startExport", responses: { 202: json(object(id)) } };
    const found = suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
    expect(updates(found)).toContainEqual(
      expect.objectContaining({ "x-polling": expect.objectContaining({ error }) }),
    );
  });
});

describe("what operations are called", () => {
  const status = json(object({ ...id, status: stages }));

  test("anew, where several have the same operationId, for a link could mean any of them", () => {
    const get = { operationId: "retrieve", responses: { 200: status } };
    const post = { operationId: "create", responses: { 202: json(object(id)) } };
    const list = { ...get, responses: { 200: json(text) } };
    const films = { get: list, post };
    const found = suggestedFor({ "/exports": { post }, "/exports/{id}": { get }, "/films": films });
    expect(updates(found)).toMatchObject([
      { operationId: "postExports" },
      { operationId: "getExportsById", "x-polling": { job: "exportJob" } },
      { links: { status: { operationId: "getExportsById" } } },
    ]);
  });

  test.each([
    ["the tag", "getJob", ["Transcriptions"], "Studio", "transcriptionJob"],
    [
      "the title, where the tag says nothing",
      "getJob",
      ["Jobs"],
      "The Film Studio REST API v2",
      "filmStudioJob",
    ],
    ["the title, where there are no names at all", undefined, undefined, "Cinematics APIs", "cinematicsJob"],
    ["nothing, where neither says anything", "getJob", ["Jobs"], "REST API", "job"],
    ["nothing, where the title is a sentence", "getJob", [], "All that you can do with films", "job"],
    ["the title, where it would be jobs", "jobsStatus", ["Jobs"], "Studio API", "studioJob"],
    ["its own name, where it has more of one", "getRenderJob", ["Films"], "Studio", "renderJob"],
  ])("a job and no more, after %s", (_, operationId, tags, title, job) => {
    const get = { operationId, tags, responses: { 200: status } };
    expect(pollingOf(suggestedFor({ "/jobs/{id}": { get } }, {}, title))).toMatchObject({ job });
  });

  test.each([
    ["ShowBulkFilmsJob", "bulkFilmsJob"],
    ["showBulkFilmsJobStatus", "bulkFilmsJob"],
    ["Films_GetRenderProgress", "render"],
    ["film_export_job_status", "filmExportJob"],
    ["filmExportGet", "filmExport"],
    ["film-exports/get", "filmExports"],
    ["Exports_GetByFilm", "exportsGetByFilmJob"],
    ["getBudget", "budget"],
  ])("by a job: %s asks for a %s, without what only says that it asks", (operationId, job) => {
    const get = { operationId, responses: { 200: status } };
    expect(pollingOf(suggestedFor({ "/jobs/{id}": { get } }))).toMatchObject({ job });
  });

  test("the same in each job that leads to them", () => {
    const ask = { responses: { 200: status } };
    const found = suggestedFor({
      "/exports/{jobId}/status": { get: ask },
      "/exports/{jobId}/results": { get: ask },
    });
    const names = updates(found).flatMap((update) => ("x-polling" in update ? [update.operationId] : []));
    const linked = updates(found).flatMap(
      (update) => JSON.stringify(update.links ?? "").match(/get\w+/g) ?? [],
    );
    expect(names).toEqual(["getExportsByJobIdStatus", "getExportsByJobIdResults"]);
    expect(linked.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(linked));
  });
});

function updates({ jobs }: Suggestions): readonly Record<string, unknown>[] {
  return jobs.flatMap(({ actions }) => actions.map(({ update }) => Object(update)));
}
