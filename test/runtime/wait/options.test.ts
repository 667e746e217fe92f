import { describe, expect, test } from "vitest";
import { systemClock } from "../../../src/runtime/clock.ts";
import type { PollOptions } from "../../../src/runtime/wait/options.ts";
import { planOf } from "../../../src/runtime/wait/options.ts";
import { progressAware } from "../../../src/runtime/wait/pacing/with-progress.ts";

test("what neither the caller nor the specification says has a default", () => {
  expect(planOf({}, {})).toEqual({
    timeout: 3_600_000,
    requestTimeout: 30_000,
    minInterval: 1_000,
    maxInterval: 300_000,
    pacing: progressAware,
    strict: false,
    clock: systemClock,
    random: Math.random,
  });
});

test("the caller's word counts before the specification's", () => {
  const pace = { timeout: 5_000, minInterval: 200, maxInterval: 900 };
  expect(planOf({}, pace)).toMatchObject(pace);
  expect(planOf({ timeout: 1, minInterval: 2, maxInterval: 3 }, pace)).toMatchObject({
    timeout: 1,
    minInterval: 2,
    maxInterval: 3,
  });
});

test("a fixed interval takes the place of pacing, of both bounds and of the delay", () => {
  const { delay, minInterval, maxInterval, pacing } = planOf(
    { interval: 700, minInterval: 2, maxInterval: 3, pacing: () => 9 },
    { delay: 10_000 },
  );
  expect([delay, minInterval, maxInterval, pacing({ elapsed: 5, readings: [] })]).toEqual([
    700, 700, 700, 700,
  ]);
});

test("a least pause above the greatest raises it", () => {
  expect(planOf({ minInterval: 90_000 }, { maxInterval: 10_000 })).toMatchObject({
    minInterval: 90_000,
    maxInterval: 90_000,
  });
});

describe("a duration that is none is refused", () => {
  const durations = ["timeout", "requestTimeout", "minInterval", "maxInterval"] as const;
  test.each(durations)("%s", (name) => {
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY, "5s", null]) {
      // as JavaScript may call it
      const options = { [name]: value } as PollOptions;
      if (value === null) expect(planOf(options, {})).toEqual(planOf({}, {}));
      else {
        expect(() => planOf(options, {})).toThrow(
          new TypeError(`${name} must be a number of milliseconds, 0 or more, not ${value}.`),
        );
      }
    }
  });

  test("interval, by its own name", () => {
    expect(() => planOf({ interval: -1 }, {})).toThrow(
      new TypeError("interval must be a number of milliseconds, 0 or more, not -1."),
    );
  });
});
