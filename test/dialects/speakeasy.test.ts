import { describe, expect, test } from "vitest";
import { described, errorsOf, play } from "./given.ts";

/** A database that is made in the background, with this way to wait for it. */
function databases(
  polling: string,
  status = "{ type: string, enum: [pending, backing_up, ready, failed] }",
): string {
  return described(`  /databases:
    post:
      operationId: createDatabase
      x-speakeasy-entity-operation: Database#create
      responses:
        '202': { description: Begun, content: { application/json: { schema: { $ref: '#/components/schemas/Database' } } } }
  /databases/{id}:
    get:
      operationId: getDatabase
      x-speakeasy-entity-operation: [Database#read]
      x-speakeasy-polling:
${polling}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: The database, content: { application/json: { schema: { $ref: '#/components/schemas/Database' } } } }
        '204': { description: Not there yet }
components:
  schemas:
    Database:
      type: object
      required: [id]
      properties: { id: { type: string }, status: ${status} }
`);
}

const waitForReady = `        - name: WaitForReady
          delaySeconds: 5
          intervalSeconds: 20
          limitCount: 3
          failureCriteria:
            - condition: $statusCode == 200
            - condition: $response.body#/status == "failed"
          successCriteria:
            - condition: $statusCode == 200
            - condition: $response.body#/status == "ready"`;
const begun = [202, { id: "d-1", status: "pending" }] as const;

describe("x-speakeasy-polling", () => {
  test("waits for the value of success; what stands in no criterion goes on", async () => {
    expect(
      await play(databases(waitForReady), "createDatabase", {}, [
        begun,
        [200, { id: "d-1", status: "backing_up" }],
        [200, { id: "d-1", status: "ready" }],
      ]),
    ).toEqual({
      log: ["POST /databases", "GET /databases/d-1", "GET /databases/d-1"],
      states: ["pending", "succeeded"],
      result: { id: "d-1", status: "ready" },
    });
  });

  test("the value of failure is a failed job", async () => {
    const { result } = await play(databases(waitForReady), "createDatabase", {}, [
      begun,
      [200, { status: "failed" }],
    ]);
    expect(result).toMatchObject({ name: "JobFailedError" });
  });

  test("delay, interval and limit are those of the wait", async () => {
    const { log, result } = await play(databases(waitForReady), "createDatabase", {}, [
      begun,
      [200, { id: "d-1", status: "pending" }],
    ]);
    // 5 s, then every 20 s at least, for 65 s in all
    expect(log.length).toBeLessThanOrEqual(6);
    expect(result).toMatchObject({ name: "PollTimeoutError" });
  });

  test("criteria on the HTTP status alone are read, too", async () => {
    const polling = `        - name: WaitForSuccess
          successCriteria:
            - condition: $statusCode == 200`;
    const { states } = await play(databases(polling), "createDatabase", {}, [
      begun,
      [204],
      [200, { id: "d-1" }],
    ]);
    expect(states).toEqual(["pending", "succeeded"]);
  });

  test("a regex that lists values is read", async () => {
    const polling = `        - name: WaitForReady
          successCriteria:
            - { context: $response.body#/status, condition: '^(ready|backing_up)$', type: regex }`;
    const { states } = await play(databases(polling), "createDatabase", {}, [
      begun,
      [200, { status: "backing_up" }],
    ]);
    expect(states).toEqual(["succeeded"]);
  });

  test.each([
    ['condition: $response.body#/status != "pending"', "18:15", "This criterion cannot be read."],
    [
      "{ context: $response.body#/status, condition: '^re.*', type: regex }",
      "18:15",
      "This criterion cannot be read.",
    ],
    [
      'condition: $response.body#/id == "x"\n            - condition: $response.body#/status == "ready"',
      "16:11",
      "One status is read, and here are 2",
    ],
  ])("what cannot be said in our words is said aloud: %s", async (criterion, place, message) => {
    const polling = `        - name: WaitForReady\n          successCriteria:\n            - ${criterion}`;
    const [first] = (await errorsOf(databases(polling))).split("\n");
    expect(first).toContain(`sample.yaml:${place}  warning  ${message}`);
    expect(first).toContain("(dialect-not-read)");
  });

  test("of several ways to wait, the first is read and the others are named", async () => {
    const other = waitForReady.replace("WaitForReady", "WaitForEver");
    expect(await errorsOf(databases(`${waitForReady}\n${other}`))).toContain("`WaitForEver` is left out");
  });

  test("a fault in what it says is shown on its own line", async () => {
    const wrong = waitForReady.replace('"ready"', '"redy"');
    expect((await errorsOf(databases(wrong))).split("\n")[0]).toBe(
      "sample.yaml:16:9  error  The enum of the status has no `redy`.  (unknown-status)",
    );
  });
});
