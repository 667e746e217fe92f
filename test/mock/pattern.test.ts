import { expect, test } from "vitest";
import { matching } from "../../scripts/mock/sample/pattern.ts";

test.each([
  ["^[a-z]{3}$", "aaa", "aab"],
  ["^prt_[0-9a-zA-Z]{8}$", "prt_00000000", "prt_00000001"],
  ["^\\d{2,4}-[A-F]+$", "00-A", "00-B"],
  ["^(on|off)$", "on", "on"],
  ["^(?:v|V)\\d+\\.\\d+$", "v0.0", "v0.1"],
  ["^(?<year>\\d{4})-\\w$", "0000-a", "0000-b"],
  ["[^/]+/x?", "a/", "b/"],
  ["^[\\w.\\-]$", "a", "b"],
  ["^a*$", "", ""],
  ["\\S", "a", "b"],
  ["^$", "", ""],
])("of texts that match %s, the first is %j, and the next %j", (pattern, first, next) => {
  expect([matching(pattern, 0)[0], matching(pattern, 1)[0]]).toEqual([first, next]);
  for (const text of [...matching(pattern, 0), ...matching(pattern, 1)])
    expect(text).toMatch(new RegExp(pattern, "u"));
});

test.each(["^(?=a)b", "^(?!a)b", "(a)\\1", "\\bword", "^\\p{L}+$", "[", "(", "a{2", "*", "(?i)a"])(
  "of texts that match %s, none is known",
  (pattern) => {
    expect(matching(pattern, 0)).toEqual([]);
  },
);
