import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pacing } from "../../../src/runtime/job/pacing.ts";
import { byHistory } from "../../../src/runtime/wait/pacing/by-history.ts";

/** When a policy looks, in whole seconds, at a job that goes on until `end`. */
function looks(pacing: Pacing, end: number): readonly number[] {
  const times: number[] = [];
  for (let elapsed = 0; elapsed < end; times.push(Math.round(elapsed / 1000))) {
    elapsed += Math.max(1_000, pacing({ elapsed, readings: [] }));
  }
  return times;
}

/** `count` durations, evenly from one to the other, in milliseconds. */
function evenly(count: number, from: number, to: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * (index + 0.5)) / count);
}

describe("looks come when earlier jobs ended", () => {
  test("all of them after about a minute", () => {
    expect(looks(byHistory(evenly(50, 59_000, 61_000)), 61_000)).toEqual([60, 61, 62]);
  });

  test("all of them after exactly a minute", () => {
    expect(looks(byHistory(evenly(50, 60_000, 60_000)), 60_000)).toEqual([60]);
  });

  test("anywhere within a minute: ever more often, as those that are left must end soon", () => {
    expect(looks(byHistory(evenly(100, 0, 60_000)), 60_000)).toEqual([
      7, 14, 20, 26, 31, 36, 40, 44, 48, 51, 54, 56, 57, 59, 60,
    ]);
  });

  test("some after seconds, some after minutes, and hardly in between", () => {
    const durations = [...evenly(70, 5_000, 20_000), ...evenly(30, 300_000, 400_000)];
    expect(looks(byHistory(durations), 310_000)).toEqual([9, 13, 16, 19, 20, 112, 204, 310, 319]);
  });
});

test("the dearer a request, the fewer there are", () => {
  const durations = evenly(100, 0, 600_000);
  const counts = [100, 500, 2_000, 8_000].map(
    (requestCost) => looks(byHistory(durations, { requestCost }), 600_000).length,
  );
  expect(counts).toEqual([99, 45, 24, 13]);
});

describe("the square root of the job's age decides", () => {
  const bySquareRoot = [0, 10_000, 22_360.679774997898];
  const ages = [0, 100_000, 500_000];

  test.each<[string, readonly number[]]>([
    ["when there is no history", []],
    ["when there is none that could be true", [0, -5, Number.NaN, Number.POSITIVE_INFINITY]],
  ])("%s", (_, durations) => {
    expect(ages.map((elapsed) => byHistory(durations)({ elapsed, readings: [] }))).toEqual(bySquareRoot);
  });

  test("when the job outlasts all that came before", () => {
    expect(byHistory([10_000, 20_000])({ elapsed: 100_000, readings: [] })).toBe(10_000);
  });
});

test("the order of the durations does not matter, and the list is left as it was", () => {
  const durations = [30_000, 10_000, 20_000];
  const view = { elapsed: 5_000, readings: [] };
  expect(byHistory(durations)(view)).toBe(byHistory([10_000, 20_000, 30_000])(view));
  expect(durations).toEqual([30_000, 10_000, 20_000]);
});

const history = fc.array(fc.double({ min: 0, max: 1e8, noNaN: true }), { maxLength: 60 });
const age = fc.double({ min: 0, max: 2e8, noNaN: true });

test("whatever the history, the pause is a number that can be slept on, and the same each time", () => {
  const property = fc.property(history, age, (durations, elapsed) => {
    const pacing = byHistory(durations);
    const pause = pacing({ elapsed, readings: [] });
    expect(pause).toBeGreaterThanOrEqual(0);
    expect(pause).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(pacing({ elapsed, readings: [] })).toBe(pause);
  });
  fc.assert(property, { numRuns: 1000 });
});

test("who asks later is never sent to look earlier", () => {
  const property = fc.property(history, age, age, (durations, one, other) => {
    const pacing = byHistory(durations);
    const due = (elapsed: number): number => elapsed + pacing({ elapsed, readings: [] });
    // a thousandth of a millisecond for the rounding of sums
    expect(due(Math.min(one, other))).toBeLessThanOrEqual(due(Math.max(one, other)) + 0.001);
  });
  fc.assert(property, { numRuns: 1000 });
});
