import { describe, expect, test } from "vitest";
import type { Suggestions } from "../../scripts/suggest/index.ts";
import { suggest } from "../../scripts/suggest/index.ts";

const text = { type: "string" };
const stages = { type: "string", enum: ["queued", "running", "done", "failed"] };

function json(schema: unknown, description = "ok"): unknown {
  return { description, content: { "application/json": { schema } } };
}

function object(properties: Readonly<Record<string, unknown>>): unknown {
  return { type: "object", properties };
}

/** One thing under an id, and whatever else. */
function given(
  item: string,
  schema: unknown,
  { paths = {}, put, patch, schemas = {} }: Readonly<Record<string, unknown>> = {},
): Suggestions {
  const names = Array.from(item.matchAll(/\{(\w+)\}/g), ([, name]) => name);
  const parameters = names.map((name) => ({ name, in: "path", required: true, schema: text }));
  const get = { operationId: "look", responses: { 200: json(schema) } };
  return suggest({
    openapi: "3.1.0",
    info: { title: "Evidence", version: "1" },
    paths: {
      [item]: { parameters, get, ...(put ? { put } : {}), ...(patch ? { patch } : {}) },
      ...Object(paths),
    },
    components: { schemas },
  });
}

function reasons({ jobs, others }: Suggestions): readonly string[] {
  return [...jobs, ...others].flatMap(({ evidence }) => evidence.map((each) => each.text));
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
      "each of these is a stage or an end of work",
    );
  });

  test("success and failure without a word for not yet", () => {
    const status = { type: "string", enum: ["passed", "failed"] };
    const found = given("/batches/{id}", object({ id: text, status, finished_at: text, error: text }));
    expect(reasons(found)).toContain("status tells how it ended, with no word for not yet");
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

  test("a job, though what it does is business", () => {
    const found = given("/emails/jobs/sendEmail/{jobId}/status", object({ status: stages }));
    expect(found.jobs).toHaveLength(1);
    expect(reasons(found)).not.toContain("send email is business or the work of people");
  });
});

describe("what speaks against one", () => {
  test("callers who set the status themselves", () => {
    const schema = object({ id: text, status: stages });
    const patch = { requestBody: json(schema), responses: { 200: json(schema) } };
    const found = given("/tasks/{id}", schema, { patch });
    expect(found.jobs).toEqual([]);
    expect(reasons(found)).toContain("PATCH /tasks/{id} sets its status");
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
    expect(reasons(found)).toContain("last_sync stands beside it, so it happens again and again");
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

  test("an answer at the collection that has nothing but the id in it, whatever its name", () => {
    const post = { responses: { 201: json(object({ exportResult: text })) } };
    const found = given("/exports/{exportId}", object({ status: stages }), {
      paths: { "/exports": { post } },
    });
    expect(starters(found)).toEqual(["POST /exports"]);
  });
});
