import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFragment, parsePointer, printPointer, valueAt } from "../../scripts/vocabulary/pointer.ts";

test.each([
  ["", []],
  ["/a~1b/0", ["a/b", "0"]],
  ["/~01", ["~1"]],
  ["a", undefined],
  ["/~2", undefined],
])("the pointer %j has the tokens %j", (text, tokens) => {
  expect(parsePointer(text)).toEqual(tokens);
});

test("what is printed is read again", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (tokens) => {
      expect(parsePointer(printPointer(tokens))).toEqual(tokens);
    }),
  );
});

test.each([
  ["#/paths/~1jobs~1%7Bid%7D", ["paths", "/jobs/{id}"]],
  ["#", []],
  ["#/50%", ["50%"]],
  ["#name", ["name"]],
])("the fragment %j of a $ref has the tokens %j", (fragment, tokens) => {
  expect(parseFragment(fragment)).toEqual(tokens);
});

test("a pointer leads to what a value owns, and nowhere else", () => {
  const value = { list: [{ name: "first" }], empty: null };
  expect(valueAt(value, ["list", "0", "name"])).toBe("first");
  expect(valueAt(value, [])).toBe(value);
  for (const tokens of [["list", "1"], ["empty", "name"], ["constructor"], ["list", "0", "name", "length"]]) {
    expect(valueAt(value, tokens)).toBeUndefined();
  }
});
