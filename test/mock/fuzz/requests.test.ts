import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock } from "../../../scripts/mock/index.ts";
import type { Things } from "./documents.ts";
import { documents, without } from "./documents.ts";

/** `FUZZ_RUNS=20000 npx vitest run test/mock/fuzz` takes a longer look. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const timeout = 60_000 + numRuns * 100;

const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    "",
    "a",
    "on",
    "abc",
    "12-A",
    "prt_00000000",
    "text of some length",
    0,
    3,
    7,
    15,
    0.25,
    -8,
    60,
  ),
  fc.constantFrom([], [1], ["a", "a"], {}, { a: [1] }, { a: "text", b: 7 }),
);
/** What is done to a value that the mock itself has found: nothing, or there is something else, or less, somewhere. */
const change = fc.record({
  way: fc.array(fc.nat(5), { maxLength: 4 }),
  value: fc.option(leaf, { nil: undefined }),
});

test("a request is refused if its body is not as the document says, and only then", { timeout }, async () => {
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      documents.map(withoutFormats),
      leaf,
      change,
      fc.boolean(),
      async (document, other, { way, value }, isOther) => {
        const mock = createMock(document);
        const answer = await mock.fetch("https://any.test/things");
        const found: unknown = answer.status === 200 ? await answer.json() : other;
        const text = JSON.stringify(isOther ? changed(found, way, value) : found);
        if (text === undefined) return;
        const { status } = await mock.fetch("https://any.test/things", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: text,
        });
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect({ text, status }).toEqual({ text, status: isValid(document, JSON.parse(text)) ? 204 : 400 });
      },
    ),
    { numRuns },
  );
  // else it would not be known that both are seen
  expect([...seen.keys()].sort()).toEqual([204, 400]);
  expect(Math.min(...seen.values())).toBeGreaterThan(numRuns / 10);
});

/** Whatever has a format is taken to have it. */
function withoutFormats(document: Things): Things {
  return JSON.parse(JSON.stringify(document, (key, value) => (key === "format" ? undefined : value)));
}

function isValid(document: Things, body: unknown): boolean {
  const ajv = new Ajv2020({ strict: false, logger: false });
  const { components } = without("made", document) as Things;
  return ajv.validate({ components, $ref: "#/components/schemas/Thing" }, body);
}

function changed(node: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  if (typeof node !== "object" || node === null || step === undefined) return value;
  const entries = Object.entries(node);
  const chosen = entries[step % Math.max(1, entries.length)];
  if (chosen === undefined) return value;
  const next = changed(chosen[1], rest, value);
  if (Array.isArray(node))
    return next === undefined ? node.toSpliced(Number(chosen[0]), 1) : node.with(Number(chosen[0]), next);
  return Object.fromEntries(entries.map((entry) => (entry === chosen ? [entry[0], next] : entry)));
}
