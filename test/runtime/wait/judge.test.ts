import { describe, expect, test, vi } from "vitest";
import { ApiError } from "../../../src/runtime/call/api-error.ts";
import { failed, missing, pending } from "../../../src/runtime/job/reading.ts";
import { judge } from "../../../src/runtime/wait/judge.ts";
import type { Circumstances } from "../looks.ts";
import { answered, waitFor } from "../looks.ts";
import { NOON } from "../pretend-clock.ts";

/** `pending, listed`, or `again: getPrint: HTTP 503: …`, or `while young: …` where only a young job is asked for again. */
function judged(look: Parameters<typeof judge>[1], circumstances?: Circumstances): string {
  const verdict = judge(waitFor(circumstances), look, NOON, false);
  const young = judge(waitFor(circumstances), look, NOON, true);
  if (verdict.reading) return `${verdict.reading.state}, ${verdict.reading.how}`;
  const again = verdict.again ? "again" : young.again ? "while young" : "no more";
  return `${again}: ${verdict.error instanceof Error ? verdict.error.message : verdict.error}`;
}

describe("a listed status is about the job, whatever else the answer says", () => {
  test.each([
    [{ state: "queued" }, 200, "pending, listed"],
    [{ state: "done", file: "f-1" }, 200, "succeeded, listed"],
    [{ state: "done" }, 200, "pending, incomplete"],
    [{ state: "jammed", code: "E7" }, 200, "failed, listed"],
    [{ state: "canceled" }, 410, "canceled, listed"],
  ])("%j with HTTP %i: %s", (body, status, verdict) => {
    expect(judged(answered(body, status))).toBe(verdict);
    expect(judged(answered(body, status), { options: { strict: true } })).toBe(verdict);
  });
});

describe("of a question that was turned away, no status is about the job", () => {
  test.each([
    [401, "no more"],
    [403, "no more"],
    [404, "while young"],
    [408, "again"],
    [429, "again"],
    [500, "again"],
    [503, "again"],
  ])("HTTP %i", (status, verdict) => {
    const why = `${verdict}: getPrint: HTTP ${status}: answered with no content type: `;
    expect(judged(answered({ state: "jammed" }, status))).toBe(`${why}{"state":"jammed"}`);
    expect(judged(answered({ state: "done", file: "f-1" }, status))).toBe(
      `${why}{"state":"done","file":"f-1"}`,
    );
  });

  test("unless refusals are what tells it", () => {
    expect(judged(answered({ state: "done", file: "f-1" }, 503), { job: { refusals: true } })).toBe(
      "succeeded, listed",
    );
  });
});

test("refused credentials are no reason to ask again, whichever copy of this package refuses them", async () => {
  vi.resetModules();
  const other = await import("../../../src/runtime/call/api-error.ts");
  expect(other.ApiError).not.toBe(ApiError);
  const refusal = { operation: "logIn", status: 200, reason: "Wrong password.", body: undefined };
  for (const Refused of [ApiError, other.ApiError]) {
    expect(judged({ error: new Refused({ ...refusal, meaning: 403 }) })).toBe(
      "no more: logIn: HTTP 200: Wrong password.",
    );
    expect(judged({ error: new Refused({ ...refusal, meaning: 503 }) })).toBe(
      "again: logIn: HTTP 200: Wrong password.",
    );
  }
  for (const error of [undefined, null, "gone", new TypeError("fetch failed")])
    expect(judged({ error })).toMatch(/^again: /);
});

describe("an answer without a listed status is judged by the error rules", () => {
  test.each([
    [{}, 400, "no more: getPrint: HTTP 400: answered with no content type: {}"],
    [{ code: "E7", message: "No." }, 200, "no more: getPrint: HTTP 200, code E7: No."],
    [{ state: "paused", code: "E7", message: "No." }, 200, "no more: getPrint: HTTP 200, code E7: No."],
    [undefined, 401, "no more: getPrint: HTTP 401: answered with an empty body"],
    [undefined, 403, "no more: getPrint: HTTP 403: answered with an empty body"],
    [undefined, 302, "no more: getPrint: HTTP 302: a redirect, which is not followed"],
    [undefined, 404, "while young: getPrint: HTTP 404: answered with an empty body"],
    [{ code: "NO_SUCH_PRINT", message: "?" }, 400, "while young: getPrint: HTTP 400, code NO_SUCH_PRINT: ?"],
    [{ code: "NO_SUCH_PRINT", message: "?" }, 200, "while young: getPrint: HTTP 200, code NO_SUCH_PRINT: ?"],
    [undefined, 408, "again: getPrint: HTTP 408: answered with an empty body"],
    [undefined, 429, "again: getPrint: HTTP 429: answered with an empty body"],
    [{ code: "BUSY", message: "Wait." }, 409, "again: getPrint: HTTP 409, code BUSY: Wait."],
    [{ code: "BUSY", message: "Wait." }, 200, "again: getPrint: HTTP 200, code BUSY: Wait."],
    ["<h1>Oops</h1>", 502, "again: getPrint: HTTP 502: answered with no content type: <h1>Oops</h1>"],
  ])("%j with HTTP %i: %s", (body, status, verdict) => {
    expect(judged(answered(body, status))).toBe(verdict);
  });
});

describe("an accepted answer that does not say how the job is", () => {
  const unclear = "again: getPrint: HTTP 200: does not say how the job is";
  test.each([
    [{}, `${unclear}: no content type: {}`],
    [{ state: "" }, `${unclear}: no content type: {"state":""}`],
    [{ state: null }, `${unclear}: no content type: {"state":null}`],
    [{ state: 3 }, `${unclear}: no content type: {"state":3}`],
    [{ state: ["done"] }, `${unclear}: no content type: {"state":["done"]}`],
    [[], `${unclear}: no content type: []`],
    [null, `${unclear}: no content type: null`],
    [undefined, `${unclear}: an empty body`],
    ["<h1>Log in</h1>", `${unclear}: no content type: <h1>Log in</h1>`],
    ['{"state":"do', `${unclear}: no content type: {"state":"do`],
  ])("%j: %s", (body, verdict) => {
    expect(judged(answered(body))).toBe(verdict);
  });

  test("nor does one that brings the reading down", () => {
    const read = (): never => {
      throw new TypeError("body.state.trim is not a function");
    };
    expect(judged(answered({ state: {} }), { job: { read } })).toBe(
      `${unclear}: no content type: {"state":{}}`,
    );
  });
});

describe("a status that is missing counts as what the specification says", () => {
  test.each([
    ["pending", pending("queued" as const), {}, "pending, missing"],
    ["pending", pending("queued" as const), undefined, "pending, missing"],
    ["failed", failed("jammed" as const), {}, "failed, missing"],
  ])("as %s", (_, counts, body, verdict) => {
    expect(judged(answered(body), { job: { read: () => missing(counts) } })).toBe(verdict);
  });

  test.each([["<h1>Log in</h1>"], ['{"state":"do']])(
    "but %s is no answer it could be missing from",
    (body) => {
      const verdict = `again: getPrint: HTTP 200: does not say how the job is: no content type: ${body}`;
      for (const counts of [pending("queued" as const), failed("jammed" as const)]) {
        expect(judged(answered(body), { job: { read: () => missing(counts) } })).toBe(verdict);
      }
    },
  );
});

test("a status that is not listed counts as what the specification says", () => {
  expect(judged(answered({ state: "paused" }))).toBe("pending, unlisted");
});

test("strict takes neither a missing nor an unlisted status", () => {
  const options = { strict: true };
  expect(judged(answered({ state: "paused" }), { options })).toBe(
    'no more: getPrint: HTTP 200: the status "paused" is unlisted: no content type: {"state":"paused"}',
  );
  const job = { read: () => missing(pending("queued" as const)) };
  expect(judged(answered({ id: 1 }), { options, job })).toBe(
    'no more: getPrint: HTTP 200: the status "queued" is missing: no content type: {"id":1}',
  );
});

test("where nobody was reached, or nobody answered in time, asking again may help", () => {
  expect(judged({ error: new TypeError("fetch failed") })).toBe("again: fetch failed");
  expect(judged({ error: "odd" })).toBe("again: odd");
});

test("a 404 of whoever gives the token says nothing about the job, be it young", () => {
  const error = new ApiError({ operation: "createToken", status: 404, reason: "no such project", body: "" });
  expect(judged({ error })).toBe("no more: createToken: HTTP 404: no such project");
});
