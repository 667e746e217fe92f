import { describe, expect, test } from "vitest";
import { backoff, interval } from "../../../src/runtime/wait/interval.ts";

const settings = { minInterval: 1_000, maxInterval: 60_000, pacing: (): number => 8_000 };
const view = { elapsed: 0, readings: [] };

/** The shortest and the longest pause, rounded: jitter never goes beyond. */
function ends(pause: (random: number) => number): readonly number[] {
  return [0, 1].map((random) => Math.round(pause(random)));
}

describe("the policy's pause", () => {
  const wished = (ms: number): readonly number[] =>
    ends((random) => interval({ ...settings, pacing: () => ms }, view, undefined, random));

  test("is jittered by up to a tenth, and never longer than it was wished", () => {
    expect(wished(8_000)).toEqual([7_200, 8_000]);
    expect(interval(settings, view, undefined, 0.5)).toBeCloseTo(7_600);
  });

  test("is told the age of the job and its progress", () => {
    const seen: unknown[] = [];
    const view = { elapsed: 320, readings: [{ at: 5, progress: 6 }] };
    interval({ ...settings, pacing: (view) => seen.push(view) }, view, undefined, 0);
    expect(seen).toEqual([view]);
  });

  test.each([
    ["too short", 0, 1_000],
    ["too long", 1e9, 60_000],
    ["negative", -5, 1_000],
    ["no number", Number.NaN, 1_000],
    ["endless", Number.POSITIVE_INFINITY, 60_000],
  ])("stays within its bounds where it is %s", (_, ms, bound) => {
    expect(wished(ms)).toEqual([bound, bound]);
  });
});

describe("what the service asks for", () => {
  const asked = (hint: number): readonly number[] => ends((random) => interval(settings, view, hint, random));

  test("comes before the policy, may be longer than the greatest pause, and is never cut short", () => {
    expect(asked(5_000)).toEqual([5_000, 5_500]);
    expect(asked(120_000)).toEqual([120_000, 132_000]);
  });

  test("is never less than the caller's minimum", () => {
    expect(asked(0)).toEqual([1_000, 1_100]);
  });

  test("is at most an hour, since its clock may be off", () => {
    expect(asked(1e12)).toEqual([3_600_000, 3_960_000]);
    expect(asked(Number.POSITIVE_INFINITY)).toEqual([3_600_000, 3_960_000]);
  });
});

describe("after looks that failed, the pause", () => {
  const away = (faults: number, hint?: number, minInterval = 0): readonly number[] =>
    ends((random) => backoff({ ...settings, minInterval }, faults, hint, random));

  test.each([
    [1, [500, 1_000]],
    [2, [1_000, 2_000]],
    [5, [8_000, 16_000]],
    [6, [15_000, 30_000]],
    [5_000, [15_000, 30_000]],
  ])("doubles, up to half a minute, with jitter: %i", (faults, pauses) => {
    expect(away(faults)).toEqual(pauses);
  });

  test("is never less than the caller's minimum", () => {
    expect(away(1, undefined, 5_000)).toEqual([5_000, 5_500]);
  });

  test("is what the service asks for, when that is longer, an hour at most", () => {
    expect(away(1, 40_000)).toEqual([40_000, 44_000]);
    expect(away(1, 1e12)).toEqual([3_600_000, 3_960_000]);
  });

  test("goes on growing when the service asks for little each time", () => {
    expect(away(7, 2_000)).toEqual([15_000, 30_000]);
    expect(away(7, 0)).toEqual([15_000, 30_000]);
  });
});
