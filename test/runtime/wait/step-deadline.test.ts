import { describe, expect, test } from "vitest";
import { step } from "../../../src/runtime/wait/step.ts";
import type { PrintState, PrintWait } from "../looks.ts";
import { answered, beginning, steps, waitFor } from "../looks.ts";
import { NOON } from "../pretend-clock.ts";

const printing = answered({ state: "printing" });
const down = answered(undefined, 503);

/** Steps until the wait ends; each look takes a while to be answered. Gives when looks were sent, and the end. */
function run(
  wait: PrintWait,
  took: number,
  look = printing,
): { looks: number[]; end: number; error: unknown } {
  const looks: number[] = [];
  for (let state = beginning(wait); ; ) {
    looks.push(state.due - NOON);
    const now = state.due + took;
    const after = step(wait, state, look, now, 0.5);
    if (after.next === "end") return { looks, end: now - NOON, error: after.error };
    state = after.state;
  }
}

describe("the last look comes in time for its answer to be there when the time is up", () => {
  test.each([
    ["an instant", 0, [0, 2_000, 4_000, 4_900], 4_900],
    ["30 ms", 30, [0, 2_030, 4_060, 4_900], 4_930],
    ["100 ms: twice as long before", 100, [0, 2_100, 4_200, 4_800], 4_900],
    ["a second", 1_000, [0, 3_000], 4_000],
  ])("when answers take %s", (_, took, looks, end) => {
    const wait = waitFor({ options: { timeout: 5_000 } });
    expect(run(wait, took)).toMatchObject({ looks, end, error: { name: "PollTimeoutError" } });
  });

  test("but never sooner than the service asked for", () => {
    const asks = (seconds: number): typeof printing =>
      answered({ state: "printing" }, 200, { "retry-after": String(seconds) });
    const looksAfter = (seconds: number): readonly number[] =>
      run(waitFor({ options: { timeout: 5_000 } }), 0, asks(seconds)).looks;
    expect([4.95, 5, 3600].map(looksAfter)).toEqual([[0, 4_950], [0], [0]]);
  });

  test("and none comes after a refusal that asks for more than is left: the time is up when it is up", () => {
    const wait = waitFor({ options: { timeout: 5_000 } });
    const busy = answered(undefined, 429, { "retry-after": "120" });
    expect(step(wait, beginning(wait), busy, NOON + 1_000, 0.5)).toMatchObject({
      next: "end",
      state: { due: NOON + 5_000, closed: 120_000 },
      error: {
        name: "PollTimeoutError",
        message:
          "printer/print did not end within 5000 ms (asked 1 time: 1 × HTTP 429): the service asked to wait 120 s: getPrint: HTTP 429: answered with an empty body",
      },
    });
  });

  test("also while the service is down, and then the error says what went wrong last", () => {
    expect(run(waitFor({ options: { timeout: 5_000 } }), 0, down)).toMatchObject({
      looks: [0, 2_100, 4_200, 4_900],
      error: {
        name: "PollTimeoutError",
        message:
          "printer/print did not end within 5000 ms (asked 4 times: 4 × HTTP 503): getPrint: HTTP 503: answered with an empty body",
        cause: { name: "ApiError", status: 503 },
      },
    });
  });

  test("and it may bring the end of the job", () => {
    const wait = waitFor({ options: { timeout: 3_000 } });
    const done = answered({ state: "done", file: "f-1" });
    expect(steps(wait, [printing, printing, done])).toMatchObject({
      next: "end",
      state: { waited: 2_900, update: { state: "succeeded" } },
    });
  });
});

test("the time is up when an answer comes too late, though it was not to be the last look", () => {
  const wait = waitFor({ options: { timeout: 5_000 } });
  const after = step(wait, beginning(wait), printing, NOON + 5_000, 0.5);
  expect(after).toMatchObject({
    next: "end",
    error: {
      message: "printer/print did not end within 5000 ms (asked 1 time: 1 × printing)",
      last: { status: "printing", elapsed: 5_000 },
    },
  });
});

test("a job that has ended has ended, however late", () => {
  const wait = waitFor({ options: { timeout: 5_000 } });
  const done = answered({ state: "done", file: "f-1" });
  expect(step(wait, beginning(wait), done, NOON + 9_999, 0.5)).not.toHaveProperty("error");
});

test("the deadline counts from the beginning of the wait, not from the start of the job", () => {
  const wait = waitFor({ startedAt: "2026-01-01T10:00:00.000Z", options: { timeout: 5_000 } });
  expect(run(wait, 0).looks).toEqual([0, 2_000, 4_000, 4_900]);
});

describe("a look that was taken long after it was due", () => {
  test("does not make the wait give up early", () => {
    const wait = waitFor({ options: { timeout: 3_600_000, requestTimeout: 10_000 } });
    const asks = answered({ state: "printing" }, 200, { "retry-after": "2980" });
    const state = steps(wait, [printing]).state;
    // nobody listened for ten minutes
    const after = step(wait, state, asks, NOON + 600_000, 0);
    expect(after).toMatchObject({ next: "look", state: { due: NOON + 3_580_000, isLast: true } });
  });
});

describe("a clock that is set", () => {
  const wait = waitFor({ options: { timeout: 10_000 } });
  const at = (state: PrintState, now: number): PrintState => step(wait, state, printing, now, 0.5).state;

  test("back takes nothing off what was waited, and does not stretch the next pause", () => {
    const state = at(at(beginning(wait), NOON), NOON + 2_000);
    const after = at(state, NOON - 3_600_000);
    expect([after.waited, after.due - after.now]).toEqual([2_000, 2_000]);
  });

  test("forward uses up the time, but one answer still counts", () => {
    const after = step(wait, at(beginning(wait), NOON), printing, NOON + 86_400_000, 0.5);
    expect(after).toMatchObject({ next: "end", error: { name: "PollTimeoutError" } });
  });
});

test("a pause never overflows a timer, however long the wait", () => {
  const wait = waitFor({ options: { interval: 1e11, timeout: 1e12 } });
  expect(steps(wait, [printing]).pauses).toEqual([2 ** 31 - 1]);
});

test("a state that was kept as JSON leads to the same step", () => {
  const { state } = steps(waitFor(), [printing, down]);
  const kept = JSON.parse(JSON.stringify(state)) as PrintState;
  const [one, other] = [state, kept].map((each) => step(waitFor(), each, printing, state.due, 0.5));
  expect(one).toEqual(other);
});
