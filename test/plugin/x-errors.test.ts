import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited } from "./tasks.ts";

type Fault = readonly [fault: string, edits: Readonly<Record<string, string>>, problem: string];

describe("x-errors points at the fault and says what to write", () => {
  it.each<Fault>([
    [
      "an unknown key",
      { "renew: [expired]": "renews: [expired]" },
      "tasks.yaml:9:3 jobs/x-errors `x-errors` has no key `renews`. -> renew",
    ],
    [
      "a field that no answer has",
      { "code: $response.body#/code\n": "code: $response.body#/cod\n" },
      "tasks.yaml:4:9 jobs/x-errors The schema of the answers has no `cod`. -> $response.body#/code",
    ],
    [
      "a list of fields, none of which any answer has",
      {
        "message: [$response.body#/message, $response.body#/errorMessage]":
          "message: [$response.body#/mesage, $response.body#/errorMessage]",
      },
      "tasks.yaml:5:13 jobs/x-errors The schema of the answers has no `mesage`. -> $response.body#/message",
    ],
    [
      "the request",
      { "requestId: $response.header.X-Request-Id": "requestId: $request.header.X-Request-Id" },
      "tasks.yaml:6:14 jobs/x-errors `$request.header.X-Request-Id` cannot be read here. Write `$response.body#/…` or `$response.header.…`.",
    ],
    [
      "the status code for a code",
      { "code: $response.body#/code\n": "code: $statusCode\n" },
      "tasks.yaml:4:9 jobs/x-errors `$statusCode` cannot be read here. Write `$response.body#/…` or `$response.header.…`.",
    ],
    [
      "no code for the lists of codes",
      { "  code: $response.body#/code\n": "" },
      "tasks.yaml:6:3 jobs/x-errors `ok` lists codes, but `x-errors` lacks `code`, which says where an answer has its code.",
    ],
    [
      "a code for a list",
      { "retry: [busy]": "retry: busy" },
      "tasks.yaml:8:10 jobs/x-errors `retry` is a list; here stands the text `busy`. -> retry: [busy]",
    ],
    [
      "an object in a list",
      { "retry: [busy]": "retry: [busy, {}]" },
      "tasks.yaml:8:17 jobs/x-errors A code is a string, a number or a boolean; here stands an object.",
    ],
    [
      "one code with two meanings",
      { "renew: [expired]": "renew: [expired, busy]" },
      "tasks.yaml:9:20 jobs/x-errors `busy` already stands in `retry`; a code has one meaning.",
    ],
    [
      "one code as a number and as text",
      { "renew: [expired]": "renew: [expired, '0']" },
      "tasks.yaml:9:20 jobs/x-errors `0` already stands in `ok`; a code has one meaning.",
    ],
    [
      "an expression for the name of a header",
      { "retryAfter: [X-Retry-After]": "retryAfter: [$response.header.X-Retry-After]" },
      "tasks.yaml:11:16 jobs/x-errors `retryAfter` has names of headers, without more; here stands the text `$response.header.X-Retry-After`. -> X-Retry-After",
    ],
    [
      "one header for a list",
      { "retryAfter: [X-Retry-After]": "retryAfter: X-Retry-After" },
      "tasks.yaml:11:15 jobs/x-errors `retryAfter` is a list of header names; here stands the text `X-Retry-After`. -> retryAfter: [X-Retry-After]",
    ],
    [
      "a header name with a colon",
      { "retryAfter: [X-Retry-After]": "retryAfter: ['X-Retry-After:']" },
      "tasks.yaml:11:16 jobs/x-errors `retryAfter` has names of headers, without more; here stands the text `X-Retry-After:`.",
    ],
  ])("%s", async (_, edits, problem) => {
    expect(await problemsOf(edited(edits))).toEqual([problem]);
  });

  it("a list for the block", async () => {
    const files = {
      "a.yaml": `openapi: 3.1.0\ninfo: { title: A, version: 1.0.0 }\npaths: {}\nx-errors: [1]\n`,
    };
    expect(await problemsOf(files)).toEqual([
      "a.yaml:4:11 jobs/x-errors `x-errors` is an object with the keys `code`, `message`, `requestId`, `ok`, `retry`, `unavailable`, `renew`, `notFound` and `retryAfter`; here stands a list.",
    ]);
  });
});

describe("the code of x-errors", () => {
  const files = (errors: string): string => `openapi: 3.1.0
info: { title: A, version: 1.0.0 }
x-errors: ${errors}
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200': { description: A., content: { application/json: { schema: { properties: { code: {} } } } } }
        4XX: { description: B., content: { application/json: { schema: { properties: { error: {} } } } } }
`;

  it("may stand in a 2xx answer if there is a list of codes that are ok", async () => {
    expect(await problemsOf(files("{ code: $response.body#/code, ok: [0] }"))).toEqual([]);
  });

  it("is not looked for in a 2xx answer without one", async () => {
    expect(await problemsOf(files("{ code: $response.body#/code }"))).toEqual([
      "api.yaml:3:19 jobs/x-errors The schema of the answers has no `code`. It has `error`.",
    ]);
  });
});

describe("x-errors that several APIs share", () => {
  it("has its faults shown where they are written", async () => {
    const files = {
      "a.yaml": `openapi: 3.1.0\ninfo: { title: A, version: 1.0.0 }\npaths: {}\nx-errors: { $ref: shared.yaml#/x-errors }\n`,
      "shared.yaml": "x-errors:\n  codes: $response.body#/code\n  retry: [1]\n",
    };
    expect(await problemsOf(files)).toEqual([
      "shared.yaml:2:3 jobs/x-errors `x-errors` has no key `codes`. -> code",
    ]);
  });

  it("may name fields that this API does not have, as long as it has one of the alternatives", async () => {
    expect(
      await problemsOf(
        edited({ "code: $response.body#/code\n": "code: [$response.body#/errCode, $response.body#/code]\n" }),
      ),
    ).toEqual([]);
  });
});
