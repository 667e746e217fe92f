import { describe, expect, test } from "vitest";
import type { Received } from "../../../src/runtime/call/answer.ts";
import type { ApiError } from "../../../src/runtime/call/api-error.ts";
import { errorRules } from "../../../src/runtime/call/error-rules.ts";
import { byStatus, refusal } from "../../../src/runtime/call/refusal.ts";
import { at } from "../../../src/runtime/values.ts";
import { NOON } from "../pretend-clock.ts";
import { errorFacts, errors } from "../printer.ts";

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
    const { ok: _, ...facts } = errorFacts;
    expect(refusal("getPrint", answer(200, { code: "E7" }), errorRules(facts))).toBe(undefined);
  });

  test("with any code is a refusal when ok is empty", () => {
    const rules = errorRules({ code: ({ body }) => at(body, "error_code"), ok: [] });
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
    // as a browser shows one
    [0, undefined, "getPrint: HTTP 0: a redirect, which is not followed"],
    [304, undefined, "getPrint: HTTP 304: answered with an empty body"],
    [200, { code: "E7" }, 'getPrint: HTTP 200, code E7: answered with application/json: {"code":"E7"}'],
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
    expect(refusal("getPrint", answer(418), byStatus)?.message).toBe(
      "getPrint: HTTP 418: answered with an empty body",
    );
  });
});

const rules = errorRules({
  ...errorFacts,
  means: { 401: ["7"], 404: [8301], 429: [600, "BUSY"], 503: [2200] },
});

test.each([
  { status: 429, body: undefined, meaning: 429 },
  { status: 400, body: { code: "600" }, meaning: 429 },
  { status: 200, body: { code: 600 }, meaning: 429 },
  { status: 409, body: { code: "BUSY" }, meaning: 429 },
  { status: 500, body: undefined, meaning: 500 },
  { status: 500, body: { code: "constructor" }, meaning: 500 },
  { status: 200, body: { code: 2200 }, meaning: 503 },
  { status: 200, body: { code: 4711 }, meaning: 200 },
  { status: 404, body: undefined, meaning: 404 },
  { status: 400, body: { code: "8301" }, meaning: 404 },
  { status: 401, body: undefined, meaning: 401 },
  { status: 400, body: { code: 7 }, meaning: 401 },
])("HTTP $status with $body amounts to HTTP $meaning; codes compare as text", ({ status, body, meaning }) => {
  expect(refusal("getPrint", answer(status, body), rules)).toMatchObject({ status, meaning });
});

test("without rules, a refusal amounts to its status", () => {
  expect(refusal("getPrint", answer(503, { code: 600 }), byStatus)).toMatchObject({ meaning: 503 });
});
