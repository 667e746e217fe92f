import { describe, expect, test } from "vitest";
import type { Received } from "../../../src/runtime/call/answer.ts";
import type { ApiError } from "../../../src/runtime/call/api-error.ts";
import type { ErrorRules } from "../../../src/runtime/call/error-rules.ts";
import {
  didNothing,
  isDeadToken,
  isNotFound,
  isPassing,
  refusal,
} from "../../../src/runtime/call/error-rules.ts";
import { at } from "../../../src/runtime/values.ts";
import { NOON } from "../pretend-clock.ts";
import { errors } from "../printer.ts";

function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Received {
  const unparsed = typeof body === "string" ? { unparsed: true as const } : {};
  return { status, headers: new Headers(headers), body, ...unparsed };
}

function refused(status: number, body?: unknown, headers?: Record<string, string>): ApiError | undefined {
  return refusal("getPrint", answer(status, body, headers), errors, NOON);
}

describe("an accepted answer", () => {
  test.each([
    ["with a code that means success", { code: 0, state: "done" }],
    ["with such a code as text", { code: "0", state: "done" }],
    ["without a code", { state: "done" }],
    ["with an empty code", { code: "", state: "done" }],
    ["with a code that is none", { code: { nested: 1 }, state: "done" }],
    ["that is a list", [{ code: "E7" }]],
    ["that is null", null],
    ["without a body", undefined],
    ["that is no JSON", "code: E7"],
  ])("%s is no refusal", (_, body) => {
    expect(refused(200, body)).toBe(undefined);
  });

  test("with a code in no list is a refusal, though the status is 200", () => {
    const body = { code: "E7", message: "The tray is empty." };
    expect(refused(200, body, { "x-request-id": "r-1" })).toMatchObject({
      message: "getPrint: HTTP 200, code E7: The tray is empty. (request id r-1)",
      status: 200,
      code: "E7",
      requestId: "r-1",
      body,
    });
  });

  test("is not looked into when the rules have no ok", () => {
    const { ok: _, ...rules } = errors;
    expect(refusal("getPrint", answer(200, { code: "E7" }), rules)).toBe(undefined);
  });

  test("with any code is a refusal when ok is empty", () => {
    const rules: ErrorRules = { code: ({ body }) => at(body, "error_code"), ok: [] };
    expect(refusal("getPrint", answer(200, { error_code: 0 }), rules)).toMatchObject({ code: 0 });
    expect(refusal("getPrint", answer(200, {}), rules)).toBe(undefined);
  });
});

describe("a refused answer", () => {
  test.each([
    [400, { message: "No such tray." }, "getPrint: HTTP 400: No such tray."],
    [
      400,
      { code: 17, message: " " },
      'getPrint: HTTP 400, code 17: answered with application/json: {"code":17,"message":" "}',
    ],
    [
      400,
      { message: ["a", "b"] },
      'getPrint: HTTP 400: answered with application/json: {"message":["a","b"]}',
    ],
    [401, undefined, "getPrint: HTTP 401: answered with an empty body"],
    [404, null, "getPrint: HTTP 404: answered with application/json: null"],
    [409, [], "getPrint: HTTP 409: answered with application/json: []"],
    [500, 7, "getPrint: HTTP 500: answered with application/json: 7"],
    [302, undefined, "getPrint: HTTP 302: a redirect, which is not followed"],
  ])("HTTP %i with %j reads: %s", (status, body, message) => {
    expect(refused(status, body, { "content-type": "application/json" })?.message).toBe(message);
  });

  test("of a gateway shows how its page begins", () => {
    const page = "<html>\n<h1>502 Bad Gateway</h1>\n</html>";
    expect(refused(502, page, { "content-type": "text/html" })?.message).toBe(
      "getPrint: HTTP 502: answered with text/html: <html> <h1>502 Bad Gateway</h1> </html>",
    );
  });

  test("says when to come back, by the longest wish of its headers", () => {
    const headers = { "retry-after": "2", "x-free-in-ms": "2500", "x-free-at": String(NOON / 1000 + 7) };
    expect(refused(429, {}, headers)?.retryAfter).toBe(7_000);
    expect(refused(429, {})?.retryAfter).toBe(undefined);
  });

  test("needs no rules at all", () => {
    expect(refusal("getPrint", answer(418), {})?.message).toBe(
      "getPrint: HTTP 418: answered with an empty body",
    );
  });
});

const rules: ErrorRules = {
  ...errors,
  retry: [600, "BUSY"],
  unavailable: [2200],
  renew: ["7"],
  notFound: [8301],
};

test.each([
  { answer: answer(429), nothing: true, passing: true, notFound: false, dead: false },
  { answer: answer(400, { code: "600" }), nothing: true, passing: true, notFound: false, dead: false },
  { answer: answer(200, { code: 600 }), nothing: true, passing: true, notFound: false, dead: false },
  { answer: answer(409, { code: "BUSY" }), nothing: true, passing: true, notFound: false, dead: false },
  { answer: answer(500), nothing: false, passing: true, notFound: false, dead: false },
  { answer: answer(503), nothing: false, passing: true, notFound: false, dead: false },
  { answer: answer(408), nothing: false, passing: true, notFound: false, dead: false },
  { answer: answer(200, { code: 2200 }), nothing: false, passing: true, notFound: false, dead: false },
  { answer: answer(404), nothing: false, passing: false, notFound: true, dead: false },
  { answer: answer(400, { code: "8301" }), nothing: false, passing: false, notFound: true, dead: false },
  { answer: answer(401), nothing: false, passing: false, notFound: false, dead: true },
  { answer: answer(400, { code: 7 }), nothing: false, passing: false, notFound: false, dead: true },
  { answer: answer(403), nothing: false, passing: false, notFound: false, dead: false },
  { answer: answer(302), nothing: false, passing: false, notFound: false, dead: false },
])("what $answer.status with $answer.body means; codes compare as text", (row) => {
  const error = refusal("getPrint", row.answer, rules);
  expect(error && didNothing(error, rules)).toBe(row.nothing);
  expect(isPassing(error, rules)).toBe(row.passing);
  expect(isNotFound(error, rules)).toBe(row.notFound);
  expect(isDeadToken(row.answer, rules)).toBe(row.dead);
});

test("where nobody was reached, asking again may help", () => {
  expect(isPassing(new TypeError("fetch failed"), rules)).toBe(true);
  expect(isNotFound(new TypeError("fetch failed"), rules)).toBe(false);
});
