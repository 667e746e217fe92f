import { describe, expect, test } from "vitest";
import { isJob, isPerhapsJob, json, object, pollingOf, stages, suggestedFor, text } from "./given.ts";

const list = (items: unknown): unknown => ({ type: "array", items });

describe("the status stands", () => {
  const statusOf = (tasks: unknown): unknown => {
    const post = {
      operationId: "DescribeTasks",
      requestBody: json(object({ tasks: list(text) })),
      responses: { 200: json(object({ tasks, next: text })) },
    };
    return pollingOf(suggestedFor({ "/#X-Amz-Target=Logs.DescribeTasks": { post } }));
  };
  const tasks = list(object({ taskArn: text, status: stages }));

  test("in a list with a description beside it in an allOf, or one that may be null", () => {
    const wanted = { status: "$response.body#/tasks/0/status" };
    expect(statusOf(tasks)).toMatchObject(wanted);
    expect(statusOf({ allOf: [tasks, { description: "The tasks." }] })).toMatchObject(wanted);
    expect(statusOf({ anyOf: [tasks, { type: "null" }] })).toMatchObject(wanted);
    expect(statusOf({ anyOf: [tasks, object({ total: text })] })).toBeUndefined();
  });

  test("as the id or the execution of a state", () => {
    const numbers = {
      type: "integer",
      enum: [1, 2, 3, 4],
      description: "1: pending\n2: processing\n3: completed\n4: failed",
    };
    expect(isJob("/imports/{id}", object({ id: text, state: object({ id: numbers, label: text }) }))).toBe(
      true,
    );
    expect(isJob("/tests/{test_id}", object({ id: text, state: object({ execution: stages }) }))).toBe(true);
    expect(isPerhapsJob("/tests/{test_id}", object({ id: text, config: object({ execution: text }) }))).toBe(
      false,
    );
  });

  test("as the state of a state, which is called after what is done", () => {
    const clip = (name: string): unknown =>
      object({ id: text, url: text, attributes: object({ [name]: object({ state: stages }) }) });
    expect(isPerhapsJob("/previews/{id}", clip("videoDeliveryState"))).toBe(true);
    expect(isPerhapsJob("/previews/{id}", clip("videoDelivery"))).toBe(false);
  });

  test("in a list that is called after the thing, in one word with others", () => {
    const items = (name: string): unknown => object({ [name]: list(object({ key: text, status: stages })) });
    expect(isPerhapsJob("/queues/{queueId}/items/{itemId}", items("DownloadQueueItem"))).toBe(true);
    expect(isPerhapsJob("/queues/{queueId}/items/{itemId}", items("DownloadQueueLine"))).toBe(false);
  });

  test("not in what is said of a person", () => {
    const comment = (name: string): unknown => object({ note: text, [name]: object({ state: stages }) });
    expect(isPerhapsJob("/comments/{id}", comment("snapshot"))).toBe(true);
    expect(isPerhapsJob("/comments/{id}", comment("author"))).toBe(false);
  });

  test("not in the kind of an event", () => {
    const values = { type: "string", enum: ["task.started", "task.completed", "task.failed"] };
    expect(isPerhapsJob("/runs/{id}/logs/{log_id}", object({ id: text, step: values }))).toBe(true);
    expect(isPerhapsJob("/runs/{id}/logs/{log_id}", object({ id: text, eventType: values }))).toBe(false);
  });
});

describe("one is asked for", () => {
  test("by its id in the body of what lists such things", () => {
    const describing = (operationId: string, key: string): number => {
      const post = {
        operationId,
        requestBody: json(object({ [key]: text, limit: text })),
        responses: { 200: json(object({ exportTasks: list(object({ status: stages })), nextToken: text })) },
      };
      return suggestedFor({ [`/#X-Amz-Target=Logs.${operationId}`]: { post } }).jobs.length;
    };
    expect(describing("DescribeExportTasks", "taskId")).toBe(1);
    expect(describing("DescribeExportTasks", "shopId")).toBe(0);
  });

  test("by a path that ends with the name of a format", () => {
    const running = object({ ID: text, Running: { type: "boolean" } });
    expect(isPerhapsJob("/exec/{id}/json", running)).toBe(true);
    expect(isPerhapsJob("/exec/{id}/top", running)).toBe(false);
  });
});

describe("the thing", () => {
  test("is work if it checks business", () => {
    const check = object({ id: text, status: text, startTime: text, endTime: text });
    const paths = (path: string) => ({
      [path]: { post: { responses: { 202: json(object({ id: text })) } } },
    });
    expect(isPerhapsJob("/license-checks/{id}", check, {}, paths("/license-checks"))).toBe(true);
    expect(isPerhapsJob("/license-books/{id}", check, {}, paths("/license-books"))).toBe(false);
  });

  test("is named, and not written, if nothing calls it work and its state is no more than called so", () => {
    const post = { responses: { 201: json(object({ id: text })) } };
    const rate = object({ id: text, state: text, percentage: { type: "number" } });
    expect(isPerhapsJob("/rates/{id}", rate, {}, { "/rates": { post } })).toBe(false);
    expect(isPerhapsJob("/imports/{id}", rate, {}, { "/imports": { post } })).toBe(true);
  });
});

describe("the answer", () => {
  const statusOf = (found: ReturnType<typeof suggestedFor>): unknown => pollingOf(found);

  test("is read from its example where its schema says no more than that it is an object", () => {
    const answered = (schema: unknown) => ({
      get: {
        operationId: "look",
        responses: {
          200: {
            description: "ok",
            content: { "application/json": { schema, example: { id: "1", status: "Completed" } } },
          },
        },
      },
    });
    const post = { operationId: "send", responses: { 202: json(object({ id: text })) } };
    const found = (schema: unknown) =>
      suggestedFor({ "/imports": { post }, "/imports/{id}": answered(schema) });
    const wanted = { status: "$response.body#/status" };
    expect(statusOf(found({ type: "object" }))).toMatchObject(wanted);
    expect(statusOf(found(object({ id: text })))).toBeUndefined();
  });

  test("tells by its `.tag` which shape it has, and so whether it is done", () => {
    const post = (name: string) => ({
      operationId: "copy_batch/check",
      summary: "Returns the status of an asynchronous job.",
      requestBody: json(object({ async_job_id: text })),
      responses: { 200: json(object({ [name]: { ...Object(text), example: "in_progress" } })) },
    });
    const found = (name: string) => suggestedFor({ "/copy_batch/check": { post: post(name) } });
    expect(statusOf(found(".tag"))).toMatchObject({ status: "$response.body#/.tag" });
    expect(statusOf(found(".label"))).not.toMatchObject({ status: "$response.body#/.label" });
  });

  test("is looked for where the job is asked about by a body, and nothing tells its status", () => {
    const post = (key: string) => ({
      operationId: "check",
      summary: "Returns the status of a job.",
      requestBody: json(object({ [key]: text })),
      responses: { 200: json(object({ note: text })) },
    });
    const found = (key: string) => suggestedFor({ "/sharing/check_job_status": { post: post(key) } });
    expect(found("async_job_id").jobs.length + found("async_job_id").others.length).toBe(1);
    expect(found("shop_id").jobs.length + found("shop_id").others.length).toBe(0);
  });

  test("says in an envelope how the request went, and nothing of work", () => {
    const answer = (name: string): unknown =>
      object({ status: { type: "string", enum: ["success", "error"] }, [name]: object({ id: text }) });
    const post = { responses: { 201: json(object({ id: text })) } };
    const found = (name: string): boolean =>
      isPerhapsJob("/forms/{formId}/responses", answer(name), {}, { "/forms/{formId}/responses": { post } });
    expect(found("details")).toBe(true);
    expect(found("data")).toBe(false);
  });

  test("has the status of something else, of what is no work and what nothing starts", () => {
    const artist = object({ name: text, syncStatus: stages, percent: { type: "number" } });
    const post = { responses: { 201: json(object({ id: text })) } };
    expect(isPerhapsJob("/artists/{id}", artist)).toBe(true);
    expect(isPerhapsJob("/artists/{id}", artist, {}, { "/artists": { post } })).toBe(true);
    const sung = { type: "string", enum: ["queued", "syncing", "readyToSync", "failed"] };
    const other = object({ name: text, syncStatus: sung, percent: { type: "number" } });
    expect(isPerhapsJob("/artists/{id}", other)).toBe(false);
    expect(isPerhapsJob("/artists/{id}", other, {}, { "/artists": { post } })).toBe(true);
  });
});

describe("no question", () => {
  test("is a GET that is called after what it sets going", () => {
    const run = object({ id: text, state: stages });
    expect(isJob("/executions/{id}", run, { operationId: "getExecution" })).toBe(true);
    expect(isJob("/executions/{id}", run, { operationId: "triggerExecution" })).toBe(false);
    expect(isJob("/executions/{id}", run, { operationId: "triggerExecutionStatus" })).toBe(true);
  });

  test("is a POST with a verb of its own that does something", () => {
    const found = (verb: string): number => {
      const post = {
        operationId: "templates.call",
        description: "The answer can be polled.",
        responses: { 200: json(object({ name: text, done: { type: "boolean" }, error: object({}) })) },
      };
      const all = suggestedFor({ [`/operations/{name}:${verb}`]: { post } });
      return all.jobs.length + all.others.length;
    };
    expect(found("poll")).toBe(1);
    expect(found("instantiate")).toBe(0);
  });
});
