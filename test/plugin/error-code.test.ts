import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";

/** A polled operation that is refused with a code of this schema until the job has ended. */
function described(
  polling: string,
  code = "{ type: string }",
  errors = "code: $response.body#/code",
): string {
  return `openapi: 3.1.0
info: { title: Reports, version: 1.0.0 }
x-errors: { ${errors} }
paths:
  /report:
    get:
      operationId: getReport
      x-polling: { job: report, ${polling} }
      responses:
        '200':
          description: The report.
          content: { application/json: { schema: { type: object, properties: { state: { enum: [done] } } } } }
        '400':
          description: Refused.
          content: { application/json: { schema: { type: object, properties: { code: ${code}, why: {} } } } }
`;
}

const both = "status: [$errorCode, $statusCode]";

describe("$errorCode in x-polling", () => {
  it("takes any code that an answer may have, and has what a refused answer says read", async () => {
    const error = "error: { code: $errorCode, message: $response.body#/why }";
    expect(
      await problemsOf(described(`${both}, pending: [NOT_READY], succeeded: [200], failed: [400], ${error}`)),
    ).toEqual([]);
    const lists = "pending: [NOT_READY], succeeded: [done]";
    expect(await problemsOf(described(`status: [$errorCode, $response.body#/state], ${lists}`))).toEqual([]);
    expect(
      await problemsOf(described(`${both}, pending: [1], succeeded: [200]`, "{ enum: [1, 2] }")),
    ).toEqual([]);
  });

  it("asks for no more than the codes of the job to be listed, and for those to be codes", async () => {
    const codes = "{ enum: [NOT_READY, DENIED] }";
    expect(await problemsOf(described(`${both}, pending: [NOT_REDY], succeeded: [200]`, codes))).toEqual([
      "api.yaml:8:78 jobs/x-polling The enum of the status has no `NOT_REDY`. -> NOT_READY",
    ]);
    expect(await problemsOf(described(`${both}, pending: [10], succeeded: [200]`))).toEqual([
      'api.yaml:8:78 jobs/x-polling The status is a string here, never the number 10. -> "10"',
    ]);
  });

  it("leaves the HTTP statuses what they were", async () => {
    expect(await problemsOf(described(`${both}, pending: [NOT_READY], succeeded: [201]`))).toEqual([
      "api.yaml:8:102 jobs/x-polling The operation documents no answer `201`. It has `200` and `400`.",
      "api.yaml:8:41 jobs/x-polling `200` is a possible status but stands in no list. Add it to the list that says what it means: `pending`, `succeeded`, `failed` or `canceled`.",
    ]);
  });

  it("is what `x-errors` reads, and a status or an error alone", async () => {
    const lists = "pending: [NOT_READY], succeeded: [200]";
    expect(
      await problemsOf(described(`${both}, ${lists}`, undefined, "message: $response.body#/why")),
    ).toEqual([
      "api.yaml:8:42 jobs/x-polling `$errorCode` cannot be read: `x-errors`, at the root, does not say with `code` where a refused answer has its code.",
    ]);
    expect(await problemsOf(described(`${both}, ${lists}, failedIf: $errorCode`))).toEqual([
      "api.yaml:8:118 jobs/x-polling `$errorCode` cannot be read here. Write `$response.body#/…` or `$response.header.…`.",
    ]);
  });
});
