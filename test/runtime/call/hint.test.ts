import { expect, test } from "vitest";
import { errorRules } from "../../../src/runtime/call/error-rules.ts";
import { hint } from "../../../src/runtime/call/hint.ts";
import { NOON } from "../pretend-clock.ts";

/** The header is read at noon on 1 January 2026. */
const read = (headers: Record<string, string>): number | undefined => hint(new Headers(headers), NOON);

/** The same where the API's rules name more headers. */
const readAll = (headers: Record<string, string>, retryAfter: readonly string[]): number | undefined =>
  errorRules({ retryAfter })({ status: 429, headers: new Headers(headers), body: undefined }, NOON)
    ?.retryAfter;

test.each([
  ["seconds", "30", 30_000],
  ["no time at all", "0", 0],
  ["fractions of a second", "0.5", 500],
  ["a date", "Thu, 01 Jan 2026 12:01:00 GMT", 60_000],
  ["a moment in epoch seconds", String(NOON / 1000 + 5), 5_000],
  ["a date that has passed", "Thu, 01 Jan 2026 11:59:00 GMT", undefined],
  ["a negative number", "-30", undefined],
  ["words", "soon", undefined],
  ["blanks", "   ", undefined],
])("Retry-After may hold %s: %j", (_, value, ms) => {
  expect(read({ "retry-after": value })).toBe(ms);
});

test("gives nothing when no header says when to come back", () => {
  expect(readAll({ "content-type": "text/plain" }, ["x-free-in-ms"])).toBe(undefined);
});

test.each([
  ["whose name ends in -ms counts milliseconds", "x-free-in-ms", "2500", 2_500],
  ["whose name ends in -MS does too", "X-Free-In-MS", "2500", 2_500],
  ["counts seconds otherwise", "x-free-in", "2.5", 2_500],
  ["with more than 1e9 names a moment in epoch seconds", "x-free-at", String(NOON / 1000 + 90), 90_000],
  ["with a moment that has passed does not count", "x-free-at", String(NOON / 1000 - 1), undefined],
])("an extra header %s", (_, name, value, ms) => {
  expect(readAll({ [name]: value }, [name])).toBe(ms);
});

test("extra headers count only where they are asked for", () => {
  expect(read({ "x-free-in-ms": "2500" })).toBe(undefined);
});

test("the longest wish wins, and unreadable ones do not spoil it", () => {
  const headers = { "retry-after": "2", "x-free-in-ms": "7000", "x-free-at": "whenever" };
  expect(readAll(headers, ["x-free-in-ms", "x-free-at"])).toBe(7_000);
});
