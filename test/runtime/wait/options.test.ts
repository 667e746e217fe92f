import { describe, expect, test } from "vitest";
import { systemClock } from "../../../src/runtime/clock.ts";
import type { Pacing } from "../../../src/runtime/job/pacing.ts";
import { interval } from "../../../src/runtime/wait/interval.ts";
import type { PollOptions } from "../../../src/runtime/wait/options.ts";
import { settingsOf } from "../../../src/runtime/wait/options.ts";
import { squareRoot } from "../../../src/runtime/wait/pacing/square-root.ts";
import { progressAware } from "../../../src/runtime/wait/pacing/with-progress.ts";

test("what neither the caller nor the specification says has a default", () => {
  const { pacing, ...settings } = settingsOf({}, {});
  expect(settings).toEqual({
    timeout: 3_600_000,
    requestTimeout: 30_000,
    minInterval: 1_000,
    maxInterval: 300_000,
    strict: false,
    clock: systemClock,
    random: Math.random,
  });
  const view = { elapsed: 100_000, readings: [] };
  expect(pacing(view)).toBe(squareRoot()(view));
});

const steady: Pacing = () => 5;

test("the caller's word counts before the specification's", () => {
  const pace = { timeout: 5_000, minInterval: 200, maxInterval: 900, pacing: progressAware };
  expect(settingsOf({}, pace)).toMatchObject(pace);
  expect(settingsOf({ timeout: 1, minInterval: 2, maxInterval: 3, pacing: steady }, pace)).toMatchObject({
    timeout: 1,
    minInterval: 2,
    maxInterval: 3,
    pacing: steady,
  });
});

test("a fixed interval takes the place of pacing, of both bounds and of the delay", () => {
  const pacing = (): never => {
    throw new Error("Nobody should ask.");
  };
  const settings = settingsOf({ interval: 700, minInterval: 2, maxInterval: 3, pacing }, { delay: 10_000 });
  const pauses = [0, 5, 1e9].map((elapsed) => interval(settings, { elapsed, readings: [] }, undefined, 0));
  expect([settings.delay, ...pauses]).toEqual([700, 700, 700, 700]);
});

test("a least pause above the greatest raises it", () => {
  expect(settingsOf({ minInterval: 90_000 }, { maxInterval: 10_000 })).toMatchObject({
    minInterval: 90_000,
    maxInterval: 90_000,
  });
});

test("a wait may take for ever", () => {
  expect(settingsOf({ timeout: Number.POSITIVE_INFINITY }, {}).timeout).toBe(Number.POSITIVE_INFINITY);
});

describe("a duration that is none is refused", () => {
  const durations = ["timeout", "requestTimeout", "minInterval", "maxInterval"] as const;
  test.each(durations)("%s", (name) => {
    for (const value of [-1, Number.NaN, "5s", "5", null]) {
      // as JavaScript may call it
      const options = { [name]: value } as PollOptions;
      if (value === null) expect(settingsOf(options, {})).toEqual(settingsOf({}, {}));
      else {
        expect(() => settingsOf(options, {})).toThrow(
          new TypeError(`${name} must be a number of milliseconds, 0 or more, not ${value}.`),
        );
      }
    }
  });

  test("interval, by its own name", () => {
    expect(() => settingsOf({ interval: -1 }, {})).toThrow(
      new TypeError("interval must be a number of milliseconds, 0 or more, not -1."),
    );
  });
});
