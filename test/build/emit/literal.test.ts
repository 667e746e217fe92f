import { expect, test } from "vitest";
import { layOut } from "../../../scripts/build/emit/layout.ts";
import { milliseconds, object, propertyName, text, union } from "../../../scripts/build/emit/literal.ts";

test.each([
  ["plain", '"plain"'],
  ['quote " and \\', '"quote \\" and \\\\"'],
  ["line\nbreak\u2028\u2029", '"line\\nbreak\\u2028\\u2029"'],
  ["</script><!--", '"\\u003C/script>\\u003C!--"'],
  ["$\u007Bx} `y`", '"$\u007Bx} `y`"'],
])("the text %j is written %s", (value, literal) => {
  expect(text(value)).toBe(literal);
  expect(JSON.parse(literal)).toBe(value);
});

test("durations have separators between thousands", () => {
  expect([5, 999, 1_000, 60_000, 86_400_000].map(milliseconds)).toEqual([
    "5",
    "999",
    "1_000",
    "60_000",
    "86_400_000",
  ]);
});

test("names of properties are quoted unless they are plain names", () => {
  expect(["jobId", "X-Language", "2nd", "constructor", "名"].map(propertyName)).toEqual([
    "jobId",
    '"X-Language"',
    '"2nd"',
    '"constructor"',
    '"名"',
  ]);
});

test("an object literal sets no prototype, and is short where a variable has the name", () => {
  const entries = [
    ["__proto__", "1"],
    ["errors", "errors"],
    ["a-b", "2"],
  ] as const;
  expect(layOut(object(entries), 80)).toBe('{ ["__proto__"]: 1, errors, "a-b": 2 }');
});

test("a union of no names is never", () => {
  expect(union(["a", 'b"'])).toBe('"a" | "b\\""');
  expect(union([])).toBe("never");
});

test("a key that reads like its value is a key all the same", () => {
  const entries = ['""', "1", "true"].map((each) => [each, each] as const);
  expect(layOut(object(entries), 80)).toBe('{ "\\"\\"": "", "1": 1, true: true }');
});
