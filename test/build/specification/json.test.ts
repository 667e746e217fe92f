import { getLineColLocation, parseYaml, Source } from "@redocly/openapi-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSyntax } from "../../../scripts/build/specification/json-syntax.ts";
import { parseJson } from "../../../scripts/build/specification/json-text.ts";
import { printPointer } from "../../../scripts/vocabulary/pointer.ts";

/** Texts that look like what is around texts, among others. */
const word = fc.oneof(
  fc.string(),
  fc.constantFrom("", '"', "\\", '": ', '\\"', "{[", ",]}", ": ", "~/", "$ref"),
);
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(1e21, -0.5, 2e-7)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(word, tie("value"), { maxKeys: 4 }),
  ),
}));
const json = fc
  .tuple(
    fc.dictionary(word, anyJson, { minKeys: 1, maxKeys: 5 }),
    fc.constantFrom(undefined, 2, "\t"),
    fc.constantFrom("", "\n", "\n \n"),
  )
  .map(([value, space, end]) => ({ value, text: `${JSON.stringify(value, undefined, space)}${end}` }));

describe("a JSON text", () => {
  test("says what a parser of YAML reads in it", () => {
    fc.assert(
      fc.property(json, ({ text }) => {
        expect(parseJson(text)).toEqual(parseYaml(text));
      }),
      { seed: 5 },
    );
  });

  test.each([
    ["is YAML", "a: 1"],
    ["is YAML with braces", "{ a: 1 }"],
    ["ends too early", '{"a": [1, 2'],
    ["is no object", "[1]"],
    ["has a key twice", '{"a": {"b": 1, "c": [], "b": 2}}'],
    ["has a key twice, written in two ways", '{"a": 1, "\\u0061": 2}'],
  ])("is left to that parser if it %s", (_, text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  test("has everything where that parser finds it", () => {
    fc.assert(
      fc.property(json, ({ value, text }) => {
        for (const pointer of pointers(value)) {
          for (const reportOnKey of [true, false]) {
            const ours = new Source("/api.json", text);
            ours.getAst(jsonSyntax);
            const [our, their] = [ours, new Source("/api.json", text)].map((source) => {
              const { start, end } = getLineColLocation({ source, pointer, reportOnKey });
              return { pointer, start, end };
            });
            expect(our).toEqual(their);
          }
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

/** Those that lead to something, and one step too far. */
function pointers(value: unknown, way: readonly string[] = []): readonly string[] {
  const here = `#${printPointer(way) || "/"}`;
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [here, `${here}/none`, ...members.flatMap(([key, each]) => pointers(each, [...way, key]))];
}
