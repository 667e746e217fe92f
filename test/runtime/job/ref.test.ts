import { expect, test } from "vitest";
import { refOf } from "../../../src/runtime/job/ref.ts";

test.each([
  [{ job: "printer/print", params: { id: "p-1" } }],
  [{ job: "printer/print", params: { id: "p-1" }, startedAt: "2026-01-01T12:00:00.000Z" }],
  [{ job: "printer/print", params: {} }],
])("%j is a ref already", (ref) => {
  expect(refOf("printer/print", ref)).toBe(ref);
});

test.each([
  [{ id: "p-1" }],
  [{ job: "p-1" }],
  [{ job: 7, params: {} }],
  [{ job: "p-1", params: "fast" }],
  [{ job: "p-1", params: null }],
])("%j are parameters", (params) => {
  expect(refOf("printer/print", params as object)).toEqual({ job: "printer/print", params });
});

test("another job's ref is refused", () => {
  expect(() => refOf("printer/print", { job: "copier/copy", params: {} })).toThrow(
    new TypeError("This ref is one of copier/copy, not of printer/print."),
  );
});
