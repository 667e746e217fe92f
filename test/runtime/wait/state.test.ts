import { describe, expect, test } from "vitest";
import { begin } from "../../../src/runtime/wait/state.ts";
import { waitFor } from "../looks.ts";
import { NOON } from "../pretend-clock.ts";

const fresh = {
  now: NOON,
  waited: 0,
  head: 0,
  due: NOON,
  isLast: false,
  polls: 0,
  faults: 0,
  credit: 10,
  seen: {},
  readings: [{ at: 0, progress: 0 }],
};

test("a job that runs already is looked at at once", () => {
  expect(begin(waitFor(), NOON)).toEqual(fresh);
});

describe("a job that was just started is first looked at", () => {
  const first = (circumstances: Parameters<typeof waitFor>[0], hint = 0): number =>
    begin(waitFor(circumstances), NOON, hint).due - NOON;

  test("after the specification's delay, else the least pause", () => {
    expect(first({})).toBe(1_000);
    expect(first({ job: { pace: {} } })).toBe(2_000);
  });

  test("after a fixed interval, when the caller wants one", () => {
    expect(first({ options: { interval: 300 } })).toBe(300);
  });

  test("but not before the service wants it", () => {
    expect(first({}, 30_000)).toBe(30_000);
    expect(first({}, 10)).toBe(1_000);
  });

  test("and not more than an hour later, since the service's clock may be off", () => {
    expect(first({ options: { timeout: 1e9 } }, 1e8)).toBe(3_600_000);
    expect(first({ options: { timeout: 1e9 } }, Number.POSITIVE_INFINITY)).toBe(3_600_000);
  });

  test("and in any case in time for an answer before the time is up: the last look", () => {
    const wait = waitFor({ options: { timeout: 20_000 } });
    expect(begin(wait, NOON, 19_950)).toEqual({ ...fresh, due: NOON + 19_950, isLast: true });
    expect(begin(waitFor({ options: { timeout: 60 } }), NOON, 0)).toEqual({
      ...fresh,
      due: NOON + 30,
      isLast: true,
    });
  });

  test("or not at all, where the service asks for more time than there is", () => {
    const wait = waitFor({ options: { timeout: 20_000 } });
    expect(begin(wait, NOON, 30_000)).toMatchObject({ due: NOON + 20_000, closed: 30_000 });
  });
});

test("a timeout of 0 allows one look", () => {
  const wait = waitFor({ options: { timeout: 0 } });
  expect(begin(wait, NOON)).toEqual({ ...fresh, isLast: true });
  expect(begin(wait, NOON, 0)).toEqual({ ...fresh, isLast: true });
});

test.each([
  ["an hour ago", "2026-01-01T11:00:00.000Z", 3_600_000],
  ["in an hour, by a clock that is off", "2026-01-01T13:00:00.000Z", 0],
  ["who knows when", "yesterday", 0],
  ["nobody says when", null, 0],
])("the age of a job that was started %s", (_, startedAt, head) => {
  expect(begin(waitFor({ startedAt }), NOON)).toEqual({ ...fresh, head });
});

test("a state is plain JSON", () => {
  const state = begin(waitFor(), NOON, 0);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});
