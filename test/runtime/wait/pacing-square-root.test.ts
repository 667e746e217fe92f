import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { squareRoot } from "../../../src/runtime/wait/pacing/square-root.ts";

const at = (elapsed: number, factor?: number): number => squareRoot(factor)({ elapsed, readings: [] });

describe("the pause in seconds is 1.75 times the square root of the job's age in seconds", () => {
  test.each([
    [0, 0],
    [1_000, 1_750],
    [4_000, 3_500],
    [100_000, 17_500],
    [900_000, 52_500],
  ])("at %i ms it is %i ms", (elapsed, pause) => expect(at(elapsed)).toBe(pause));
});

test("from twenty minutes on it is about a minute", () => {
  expect([1_200_000, 3_600_000, 1e12].map((elapsed) => Math.round(at(elapsed)))).toEqual([
    60_622, 60_622, 60_622,
  ]);
});

test("another factor makes it as many times longer, at any age", () => {
  expect([at(100_000, 5), at(1e12, 5) / at(1e12, 1)]).toEqual([50_000, 5]);
});

test("it never gets shorter as the job gets older", () => {
  const age = fc.double({ min: 0, max: 1e12, noNaN: true });
  const property = fc.property(
    age,
    age,
    fc.double({ min: 0, max: 1e3, noNaN: true }),
    (one, other, factor) => {
      const [young, old] = [at(Math.min(one, other), factor), at(Math.max(one, other), factor)];
      expect(young).toBeGreaterThanOrEqual(0);
      expect(old).toBeGreaterThanOrEqual(young);
      expect(old).toBeLessThan(Number.POSITIVE_INFINITY);
    },
  );
  fc.assert(property);
});
