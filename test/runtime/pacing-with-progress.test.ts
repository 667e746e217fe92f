import { describe, expect, test } from "vitest";
import type { ProgressReading } from "../../src/runtime/pacing/pacing.ts";
import { progressAware } from "../../src/runtime/pacing/with-progress.ts";

const start = { at: 0, progress: 0 };

describe("without progress, looks become rarer with the square root of the job's age", () => {
  test.each([
    [0, 0],
    [1_000, 1_500],
    [4_000, 3_000],
    [100_000, 15_000],
    [3_600_000, 90_000],
  ])("at %i ms the pause is %i ms", (elapsed, pause) => {
    expect(progressAware({ elapsed, readings: [start] })).toBe(pause);
    expect(progressAware({ elapsed, readings: [] })).toBe(pause);
  });
});

describe("with progress, the next look comes half a second after the predicted end", () => {
  test.each<[string, number, readonly ProgressReading[], number]>([
    ["steady, nearly done", 98_000, [start, { at: 98_000, progress: 98 }], 2_500],
    ["steady, 10 s to go", 90_000, [start, { at: 90_000, progress: 90 }], 10_500],
    [
      "steady, far to go: no longer than without progress",
      50_000,
      [start, { at: 50_000, progress: 50 }],
      10_606.6,
    ],
    [
      "faster of late: the line decides",
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
    expect(progressAware({ elapsed, readings })).toBeCloseTo(pause, 0);
  });
});

describe("once the predicted end has passed, the pause is half of the time since", () => {
  test.each([
    [100_000, 0],
    [102_000, 1_000],
    [120_000, 10_000],
    [200_000, 21_213],
  ])("at %i ms, when the end was predicted for 100 000 ms: %i ms", (elapsed, pause) => {
    const readings = [start, { at: 50_000, progress: 50 }];
    expect(progressAware({ elapsed, readings })).toBeCloseTo(pause, 0);
  });
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
  ["a progress of nothing", [{ at: 5_000, progress: 0 }]],
])("%s give a number that can be slept on", (_, readings) => {
  const pause = progressAware({ elapsed: 10_000, readings });
  expect(pause).toBeGreaterThanOrEqual(0);
  expect(pause).toBeLessThanOrEqual(1_500 * Math.sqrt(10));
});
