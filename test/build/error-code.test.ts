import { describe, expect, test } from "vitest";
import type { Answer } from "../dialects/given.ts";
import { described, errorsOf, play } from "../dialects/given.ts";

/** A report that is asked for by a token in a body. Until it is there, the question is refused, and a code says why. */
function reports(polling = "", errors = "x-errors: { code: $response.body#/error_code }\n"): string {
  return `${described(`  /report/create:
    post:
      operationId: createReport
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, properties: { days: { type: integer } } } } }
      responses:
        '200':
          description: Begun
          content:
            application/json:
              schema: { type: object, required: [report_token], properties: { report_token: { type: string } } }
          links:
            report:
              operationId: getReport
              requestBody: { report_token: $response.body#/report_token }
  /report/get:
    post:
      operationId: getReport
      x-polling:
        job: report
        status: [$errorCode, $statusCode]
        pending: [PRODUCT_NOT_READY]
        succeeded: [200]
        failed: [REPORT_FAILED, 410]
        error: { code: $errorCode, message: $response.body#/error_message }
        result: $response.body#/report
        timeout: 2m
${polling}      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [report_token], properties: { report_token: { type: string } } }
      responses:
        '200':
          description: The report
          content:
            application/json:
              schema: { type: object, properties: { report: { type: object, properties: { days: { type: integer } } } } }
        default:
          description: Refused
          content:
            application/json:
              schema:
                type: object
                properties: { error_code: { type: string }, error_message: { type: string, nullable: true } }
`)}${errors}`;
}

const begun: Answer = [200, { report_token: "r-1" }];
const given = { body: { days: 30 } };
const asked = "POST /report/get";

function refused(status: number, code: string): Answer {
  return [status, { error_code: code, error_message: "Words." }];
}

describe("a job that is refused with a code while it runs", () => {
  test("goes on as long as the code is listed as pending", async () => {
    expect(
      await play(reports(), "createReport", given, [
        begun,
        refused(400, "PRODUCT_NOT_READY"),
        refused(400, "PRODUCT_NOT_READY"),
        [200, { report: { days: 30 } }],
      ]),
    ).toEqual({
      log: ["POST /report/create", asked, asked, asked],
      states: ["pending", "succeeded"],
      result: { days: 30 },
    });
  });

  test("has failed with a code that is listed so, and by the HTTP status where the code is in no list", async () => {
    const failed = await play(reports(), "createReport", given, [begun, refused(400, "REPORT_FAILED")]);
    expect(failed.states).toEqual(["failed"]);
    expect(failed.result).toMatchObject({
      name: "JobFailedError",
      message: "sample/report failed with code REPORT_FAILED: Words.",
      status: "REPORT_FAILED",
    });
    const gone = await play(reports(), "createReport", given, [begun, refused(410, "REPORT_EXPIRED")]);
    expect(gone.result).toMatchObject({ name: "JobFailedError", code: "REPORT_EXPIRED", status: 410 });
  });

  test("says nothing with any other code: the call was refused, and is asked again only if that may help", async () => {
    const other = await play(reports(), "createReport", given, [begun, refused(400, "INVALID_TOKEN")]);
    expect(other.states).toEqual([]);
    expect(other.result).toMatchObject({
      name: "PollingError",
      cause: { name: "ApiError", status: 400, code: "INVALID_TOKEN" },
    });
    const trouble = await play(reports(), "createReport", given, [
      begun,
      refused(500, "INTERNAL_SERVER_ERROR"),
      refused(400, "PRODUCT_NOT_READY"),
      [502],
      [200, { report: { days: 1 } }],
    ]);
    expect(trouble).toMatchObject({ states: ["pending", "succeeded"], result: { days: 1 } });
  });

  test("is waited for until the time is up", async () => {
    const { result } = await play(reports(), "createReport", given, [
      begun,
      ...Array.from({ length: 100 }, () => refused(400, "PRODUCT_NOT_READY")),
    ]);
    expect(result).toMatchObject({ name: "PollTimeoutError" });
    expect(String(result)).toMatch(
      /did not end within 120000 ms \(asked \d+ times: \d+ × PRODUCT_NOT_READY\)$/,
    );
  });
});

describe("$errorCode", () => {
  test("is read by `x-errors`, which has to say where it stands", async () => {
    const errors = await errorsOf(reports("", "x-errors: { message: $response.body#/error_message }\n"));
    expect(errors).toContain(
      "`$errorCode` cannot be read: `x-errors`, at the root, does not say with `code` where a refused answer has its code.",
    );
  });
});
