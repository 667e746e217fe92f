import { describe, expect, test } from "vitest";
import { at, blank, filled, first, fold, has, percent, present, share } from "../../src/runtime/values.ts";

test("blank is what nobody can go on with: absent, null, and text without a character", () => {
  expect([undefined, null, "", " \n"].map(blank)).toEqual([true, true, true, true]);
  expect([0, false, Number.NaN, "0", [], {}].map(blank)).toEqual([false, false, false, false, false, false]);
});

test("filled: one of them is something", () => {
  const nothing = [undefined, null, "", " ", false, [], {}];
  expect(nothing.map((value) => filled(value))).toEqual(nothing.map(() => false));
  expect([0, true, "no", [0], { code: 3 }].map((value) => filled(value))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect([filled([], { code: 3 }), filled([], {}), filled()]).toEqual([true, false, false]);
});

test("present leaves out the fields that are blank", () => {
  expect(present({ id: "p-1", language: undefined, note: " ", page: 0 })).toEqual({ id: "p-1", page: 0 });
});

test("first gives the first value that is not blank", () => {
  expect(first<unknown>(undefined, "", null, 0, "later")).toBe(0);
  expect(first(null, " ")).toBe(undefined);
});

describe("at", () => {
  test("follows a path through objects and lists", () => {
    expect(at({ jobs: [{ id: "a" }, { id: "b" }] }, "jobs", 1, "id")).toBe("b");
  });

  test("gives nothing when a step leads nowhere", () => {
    for (const value of [undefined, null, "text", 7, {}, [], { error: null }, { error: "text" }]) {
      expect(at(value, "error", "code")).toBe(undefined);
    }
  });

  test("finds only what is there itself, nothing inherited", () => {
    expect(at({}, "constructor")).toBe(undefined);
    expect(at([], "length", "toString")).toBe(undefined);
  });
});

test("has is true when every field is there and not blank", () => {
  expect(has({ file: "f-1", size: 0 }, "file", "size")).toBe(true);
  expect(has({ file: "", size: 0 }, "file", "size")).toBe(false);
  expect(has<{ file?: string }, "file">({}, "file")).toBe(false);
  expect(has<{ file?: string }, "file">(null, "file")).toBe(false);
  expect(has<{ file?: string }, "file">(undefined, "file")).toBe(false);
});

test("fold takes case and outer blanks off text, and leaves the rest alone", () => {
  expect([" SUCCESS ", 3, null].map((value) => fold(value))).toEqual(["success", 3, null]);
});

test.each([
  [0, 0],
  [42.5, 42.5],
  [100, 100],
  [250, 100],
  ["9%", 9],
  ["12.5", 12.5],
  [" 80 % ", 80],
  [-1, undefined],
  [Number.NaN, undefined],
  ["half", undefined],
  ["", undefined],
  [null, undefined],
  [true, undefined],
  [{ percent: 3 }, undefined],
])("percent reads %j as %j", (value, progress) => {
  expect(percent(value)).toBe(progress);
});

test.each([
  [1, 4, 25],
  [0.5, 1, 50],
  [5, 4, 100],
  [0, 4, 0],
  [1, 0, undefined],
  [-1, 4, undefined],
  ["1", 4, undefined],
  [1, undefined, undefined],
])("share reads %j of %j as %j", (done, total, progress) => {
  expect(share(done, total)).toBe(progress);
});
