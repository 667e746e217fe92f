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
