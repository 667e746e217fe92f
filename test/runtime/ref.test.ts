import { expect, test } from "vitest";
import { isRef } from "../../src/runtime/ref.ts";

test.each([
  [{ job: "printer/print", params: { id: "p-1" } }, true],
  [{ job: "printer/print", params: { id: "p-1" }, startedAt: "2026-01-01T12:00:00.000Z" }, true],
  [{ job: "printer/print", params: {} }, true],
  [{ id: "p-1" }, false],
  [{ job: "p-1" }, false],
  [{ job: 7, params: {} }, false],
  [{ job: "p-1", params: "fast" }, false],
  [{ job: "p-1", params: null }, false],
  ["printer/print", false],
  [null, false],
])("%j is a ref: %s", (value, expected) => {
  expect(isRef(value as object)).toBe(expected);
});
