import { expect, test } from "vitest";
import { parse } from "yaml";
import { problemsOf } from "./lint.ts";
import { tasks } from "./tasks.ts";

const { "tasks.yaml": written = "", ...others } = tasks;

test("what no text can be made of fells none of our rules, wherever it stands", async () => {
  const document: unknown = parse(written);
  const ways = waysIn(document).filter((way) => way.some((key) => /^(x-|links$)/.test(key)));
  expect(ways.length).toBeGreaterThan(40);
  for (const way of ways) {
    const broken = replaced(document, way, { toString: {} });
    const problems = problemsOf({ "tasks.yaml": JSON.stringify(broken), ...others });
    await expect(problems, way.join("/")).resolves.toBeInstanceOf(Array);
  }
});

function waysIn(node: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof node !== "object" || node === null) return [way];
  return [way, ...Object.entries(node).flatMap(([key, value]) => waysIn(value, [...way, key]))];
}

function replaced(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined || typeof node !== "object" || node === null) return value;
  const entries = Object.entries(node).map(([each, held]) => {
    return [each, each === key ? replaced(held, rest, value) : held] as const;
  });
  return Array.isArray(node) ? entries.map(([, held]) => held) : Object.fromEntries(entries);
}
