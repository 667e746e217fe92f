import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited } from "./tasks.ts";

/** A description of operations whose answers all have a status that is open or done. */
function polled(...operations: readonly string[]): string {
  const paths = operations.map((operation, index) => `  /${index}:\n    get:\n${operation.trimEnd()}\n`);
  return `openapi: 3.1.0
info: { title: Once, version: 1.0.0 }
components:
  responses:
    Status:
      description: The status.
      content: { application/json: { schema: { type: object, properties: { status: { enum: [open, done] } } } } }
paths:
${paths.join("")}`;
}

describe("each fault is reported once", () => {
  it("ten faults give ten problems", async () => {
    const files = edited({
      "retry: [busy]": "retry: busy",
      "requestId: $response.header.X-Request-Id": "requestID: $response.header.X-Request-Id",
      "bucket: tasks }\n      requestBody": "buckets: tasks }\n      requestBody",
      "id: $response.body#/data/id": "id: $response.body#/data/taskId",
      "job: task": "job: Task",
      "succeeded: [done]": "succeeded: [Done]",
      "requires: [file]": "requires: [files]",
      "delay: 1s": "delay: 1",
      "minInterval: 2s": "minInterval: 2 seconds",
      "operationId: downloadFile\n              parameters":
        "operationId: downloadfile\n              parameters",
    });
    expect(await problemsOf(files)).toEqual([
      "tasks.yaml:48:14 jobs/x-polling The job `Task` is exported under this name, so write it in camelCase. -> task",
      "tasks.yaml:58:20 jobs/x-polling The result has no field `files`. -> file",
      "tasks.yaml:51:21 jobs/x-polling The enum of the status has no `Done`. -> done",
      "tasks.yaml:63:16 jobs/x-polling `delay` is a number and a unit, ms, s, m, h or d; here stands the number 1. -> 1s",
      "tasks.yaml:64:22 jobs/x-polling `minInterval` is a number and a unit, ms, s, m, h or d; here stands the text `2 seconds`. -> 2s",
      "tasks.yaml:6:3 jobs/x-errors `x-errors` has no key `requestID`. -> requestId",
      "tasks.yaml:8:10 jobs/x-errors `retry` is a list; here stands the text `busy`. -> retry: [busy]",
      "tasks.yaml:18:48 jobs/x-rate-limit `x-rate-limit` has no key `buckets`. -> bucket",
      "tasks.yaml:35:21 jobs/links The schema of the 202 answer has no `taskId` in `/data`. It has `id`.",
      "tasks.yaml:82:28 jobs/links No operation has the operationId `downloadfile`. -> downloadFile",
    ]);
  });

  it("an operationId that is used twice says nothing of the links that lead to it, or no longer do", async () => {
    const files = edited({ "get:\n      operationId: downloadFile": "get:\n      operationId: getTask" });
    expect(await problemsOf(files)).toEqual([
      expect.stringContaining("Every operation must have a unique `operationId`."),
    ]);
  });

  it("a fault in a part that two operations share is reported for one of them", async () => {
    const operation = (id: string): string => `
      operationId: ${id}
      responses: { '200': { $ref: '#/components/responses/Linked' } }`;
    const files = polled(operation("getA"), operation("getB")).replace(
      "    Status:",
      "    Linked: { description: Linked., links: { next: { operationId: getC } } }\n    Status:",
    );
    expect(await problemsOf(files)).toEqual([
      "api.yaml:5:67 jobs/links No operation has the operationId `getC`. -> getA",
    ]);
  });

  it("a schema that is a branch of itself is still known", async () => {
    const files = edited({
      "oneOf:\n      - $ref: '#/schemas/Plain'":
        "oneOf:\n      - $ref: '#/schemas/Task'\n      - $ref: '#/schemas/Plain'",
      "requires: [file]": "requires: [fil]",
    });
    expect(await problemsOf(files)).toEqual([
      "tasks.yaml:58:20 jobs/x-polling The result has no field `fil`. -> file",
    ]);
  });

  it("a $ref that leads nowhere is Redocly's to report, and what follows from it is nobody's", async () => {
    const files = edited({
      "$ref: shared.yaml#/schemas/Task": "$ref: shared.yaml#/schemas/Job",
      "/tasks/{id}:\n    parameters:\n      - $ref: shared.yaml#/parameters/space":
        "/tasks/{id}:\n    parameters:\n      - $ref: shared.yaml#/parameters/room",
      "file: $response.body#/data/result/file": "file: $request.path.space",
    });
    expect(await problemsOf(files)).toEqual([
      "tasks.yaml:40:9 no-unresolved-refs Can't resolve $ref",
      "tasks.yaml:79:67 no-unresolved-refs Can't resolve $ref",
    ]);
  });
});

describe("a polled operation", () => {
  const responses = "      responses: { '200': { $ref: '#/components/responses/Status' } }";
  const right = "job: a, status: $response.body#/status, pending: [open], succeeded: [done]";
  it.each([
    [
      "has one block, and a list is reserved",
      `      operationId: getA\n      x-polling: [{ ${right} }]\n${responses}`,
      "api.yaml:12:7 jobs/x-polling A list of `x-polling` blocks is reserved for later; write one block.",
    ],
    [
      "has an object for a block",
      `      operationId: getA\n      x-polling: true\n${responses}`,
      "api.yaml:12:18 jobs/x-polling `x-polling` is an object with the keys `job`, `status`, `pending`, `succeeded`, `failed`, `canceled`, `otherwise`, `missing`, `ignoreCase`, `failedIf`, `result`, `requires`, `progress`, `error`, `delay`, `minInterval`, `maxInterval` and `timeout`; here stands the boolean true.",
    ],
    [
      "has a JSON body in a 2xx response",
      `      operationId: getA\n      x-polling: { ${right} }\n      responses: { '200': { description: Nothing. } }`,
      "api.yaml:13:7 jobs/x-polling `getA` is polled, so it needs a 2xx response with a JSON body, from which the status is read.",
    ],
    [
      "has its JSON in a 2xx response, not only in others",
      `      operationId: getA\n      x-polling: { ${right} }\n      responses: { '404': { $ref: '#/components/responses/Status' } }`,
      "api.yaml:13:7 jobs/x-polling `getA` is polled, so it needs a 2xx response with a JSON body, from which the status is read.",
    ],
    [
      "documents the HTTP statuses that it lists",
      `      operationId: getA\n      x-polling: { job: a, status: $statusCode, pending: [202], succeeded: [200] }\n${responses}`,
      "api.yaml:12:59 jobs/x-polling The operation documents no answer `202`. It has `200`.",
    ],
    [
      "lists the HTTP statuses of success that it documents",
      `      operationId: getA\n      x-polling: { job: a, status: $statusCode, succeeded: [404] }\n      responses: { '200': { $ref: '#/components/responses/Status' }, 4XX: { description: Gone. } }`,
      "api.yaml:12:36 jobs/x-polling `200` is a possible status but stands in no list. Add it to the list that says what it means: `pending`, `succeeded`, `failed` or `canceled`.",
    ],
    [
      "lists texts for a header",
      `      operationId: getA\n      x-polling: { job: a, status: $response.header.State, pending: [0], succeeded: ['1'] }\n      responses: { '200': { description: A., headers: { State: { schema: { enum: [0, 1] } } } } }`,
      'api.yaml:12:70 jobs/x-polling The status is a string here, never the number 0. -> "0"',
    ],
  ])("%s", async (_, operation, problem) => {
    expect(await problemsOf(polled(operation))).toEqual([problem]);
  });

  it("has a job of its own name", async () => {
    const a = `      operationId: getA\n      x-polling: { ${right} }\n${responses}`;
    expect(await problemsOf(polled(a, a.replace("getA", "getB")))).toEqual([
      "api.yaml:17:25 jobs/x-polling `a` is already the job of `getA`; give this one a name of its own.",
    ]);
    expect(await problemsOf(polled(a, a.replace("getA", "A").replace("job: a", "job: b")))).toEqual([
      "api.yaml:12:25 jobs/x-polling `a` is too near to the operationId `A`; both are exported under their names. -> aJob",
    ]);
  });

  it("gives the links of one name on all of its answers the same meaning", async () => {
    const linked = (link: string): string =>
      `{ description: A., content: { application/json: { schema: { properties: { status: {} } } } }, links: { next: { operationId: ${link} } } }`;
    const a = `      operationId: getA\n      x-polling: { ${right} }\n      responses: { '200': ${linked("getA")}, '202': ${linked("getB")} }`;
    const b = `      operationId: getB\n${responses}`;
    expect(await problemsOf(polled(a, b))).toEqual([
      "api.yaml:13:273 jobs/links The 200 answer has a link `next` too, with another meaning; make them the same.",
    ]);
  });

  it("need not be given a parameter with one possible value, nor one that OpenAPI tells to ignore", async () => {
    const a = `      operationId: getA
      parameters:
        - { name: action, in: query, required: true, schema: { const: status } }
        - { name: Content-Type, in: header, required: true, schema: { type: string } }
        - { name: id, in: query, required: true, schema: { type: string } }
      x-polling: { ${right} }
${responses}`;
    const start = (parameters: string): string => `      operationId: start
      responses: { '202': { description: Begun., links: { status: { operationId: getA, parameters: ${parameters} } } } }`;
    expect(await problemsOf(polled(a, start("{ id: x }")))).toEqual([]);
    expect(await problemsOf(polled(a, start("{}")))).toEqual([
      "api.yaml:21:88 jobs/links The link leaves out `id`, without which `getA` cannot tell the status.",
    ]);
  });
});
