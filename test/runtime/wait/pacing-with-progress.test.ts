import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProgressReading } from "../../../src/runtime/job/pacing.ts";
import { squareRoot } from "../../../src/runtime/wait/pacing/square-root.ts";
import { progressAware, withProgress } from "../../../src/runtime/wait/pacing/with-progress.ts";

const start = { at: 0, progress: 0 };
const atMostAnHour = withProgress(() => 3_600_000);

test.each<readonly ProgressReading[]>([[start], [], [{ at: 5_000, progress: 0 }]])(
  "without progress, the pause is the other policy's",
  (...readings) => {
    expect(withProgress(() => 12_345)({ elapsed: 60_000, readings })).toBe(12_345);
  },
);

describe("with progress, the next look comes half a second after the predicted end", () => {
  test.each<[string, number, readonly ProgressReading[], number]>([
    ["steady, nearly done", 98_000, [start, { at: 98_000, progress: 98 }], 2_500],
    ["steady, 10 s to go", 90_000, [start, { at: 90_000, progress: 90 }], 10_500],
    [
      "faster of late: the line through the readings decides",
      60_000,
      [
        { at: 40_000, progress: 20 },
        { at: 50_000, progress: 50 },
        { at: 60_000, progress: 80 },
      ],
      7_166.7,
    ],
    [
      "slower of late: the mean speed decides",
      100_000,
      [
        { at: 40_000, progress: 80 },
        { at: 90_000, progress: 95 },
        { at: 95_000, progress: 95.5 },
      ],
      261.8,
    ],
    ["at 100 already", 100_000, [start, { at: 100_000, progress: 100 }], 0],
  ])("%s", (_, elapsed, readings, pause) => {
    expect(atMostAnHour({ elapsed, readings })).toBeCloseTo(pause, 0);
  });
});

describe("once the predicted end has passed, the pause is half of the time since", () => {
  test.each([
    [100_000, 0],
    [102_000, 1_000],
    [120_000, 10_000],
    [200_000, 50_000],
  ])("at %i ms, when the end was predicted for 100 000 ms: %i ms", (elapsed, pause) => {
    const readings = [start, { at: 50_000, progress: 50 }];
    expect(atMostAnHour({ elapsed, readings })).toBeCloseTo(pause, 0);
  });
});

test("the pause is never longer than the other policy's", () => {
  const readings = [start, { at: 50_000, progress: 50 }];
  const pauses = [50_000, 400_000].map((elapsed) => withProgress(() => 9_000)({ elapsed, readings }));
  expect(pauses).toEqual([9_000, 9_000]);
});

test("the default is paced by the square root where there is no progress", () => {
  const ages = [0, 1_000, 100_000, 7_200_000];
  expect(ages.map((elapsed) => progressAware({ elapsed, readings: [start] }))).toEqual(
    ages.map((elapsed) => squareRoot()({ elapsed, readings: [] })),
  );
});

test.each<[string, readonly ProgressReading[]]>([
  ["two readings of one moment", [start, { at: 0, progress: 50 }]],
  [
    "progress that goes back",
    [
      { at: 0, progress: 90 },
      { at: 1_000, progress: 10 },
    ],
  ],
])("%s give a pause all the same", (_, readings) => {
  const pause = progressAware({ elapsed: 10_000, readings });
  expect(pause).toBeGreaterThanOrEqual(0);
  expect(pause).toBeLessThanOrEqual(1_750 * Math.sqrt(10));
});

test("whatever a service reports, the pause is a number from 0 up to the other policy's", () => {
  const number = (max: number): fc.Arbitrary<number> => fc.double({ min: 0, max, noNaN: true });
  const reading = fc.record({ at: number(1e9), progress: number(100) });
  const view = fc.record({ elapsed: number(1e9), readings: fc.array(reading, { maxLength: 3 }) });
  const property = fc.property(view, number(1e9), (each, longest) => {
    const pause = withProgress(() => longest)(each);
    expect(pause).toBeGreaterThanOrEqual(0);
    expect(pause).toBeLessThanOrEqual(longest);
    expect(withProgress(() => longest)(each)).toBe(pause);
  });
  fc.assert(property, { numRuns: 1000 });
});
