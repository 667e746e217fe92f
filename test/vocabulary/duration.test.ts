import { expect, test } from "vitest";
import { parseDuration, printDuration } from "../../scripts/vocabulary/duration.ts";

test.each([
  [0, "0ms"],
  [1500, "1500ms"],
  [30_000, "30s"],
  [90_000, "90s"],
  [5_400_000, "90m"],
  [3_600_000, "1h"],
  [172_800_000, "2d"],
])("%i milliseconds are written as %s, and read back", (ms, text) => {
  expect(printDuration(ms)).toBe(text);
  expect(parseDuration(text)).toBe(ms);
});
