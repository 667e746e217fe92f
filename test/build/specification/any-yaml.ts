import fc from "fast-check";

/** Writes a value behind a colon or a dash that is so far indented. */
type Print = (indent: number) => string;

interface Entry {
  readonly above: string;
  readonly key: string;
  readonly value: Print;
}

const scalars: readonly Print[] = [
  () => " text\n",
  () => "\n",
  () => "  # none: at all\n",
  () => " 'it''s: one' # key: no\n",
  () => ' "\\"a\\": b" \n',
  () => " { a: 1, 'b': [x, {y: z}] }\n",
  () => " !!str 5\n",
  () => " *known\n",
  () => " &other text\n",
  (indent) => ` plain text\n${blanks(indent + 1)}that goes on\n\n${blanks(indent + 3)}and on # to here\n`,
  (indent) => ` 'a\n${blanks(indent + 1)}key: in a text\n\n${blanks(indent + 2)}# no comment'\n`,
  (indent) => ` "\n${blanks(indent + 2)}key: |"\n`,
  (indent) => ` {\n${blanks(indent + 1)}key: 1,\n${blanks(indent + 3)}"other": [\n${blanks(indent + 1)}]}\n`,
  (indent) => ` |\n\n${blanks(indent + 2)}key: value\n${blanks(indent + 3)}- item\n\n`,
  (indent) => ` >-\n${blanks(indent + 1)}# no comment\n${blanks(indent + 1)}'key': "\n`,
  (indent) => ` |2+\n${blanks(indent + 4)}key:\n${blanks(indent + 2)}other:\n\n\n`,
  (indent) => ` &another !!map\n${blanks(indent + 2)}key: 1\n`,
];
const plain = ["key", "$ref", "/a/{b}:c", "200", "null", "a#b", "x-y", "'quoted'", '"quoted too"'];
const odd = [
  "'it''s'",
  '"\\u0061"',
  "two words",
  "? complex",
  "'200' ",
  "!!str tagged",
  "&named name",
  "-dash",
];
const key = fc.oneof(
  { weight: 19, arbitrary: fc.constantFrom(...plain) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const above = fc.constantFrom("", "", "", "\n", "# key: no\n", "        # deep\n", "   \n");

const { entries } = fc.letrec<{ value: Print; entries: readonly Entry[] }>((tie) => ({
  entries: fc.uniqueArray(fc.record({ above, key, value: tie("value") }), {
    selector: ({ key }) => key,
    minLength: 1,
    maxLength: 5,
  }),
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...scalars),
    { weight: 2, arbitrary: fc.tuple(tie("entries"), fc.integer({ min: 1, max: 4 })).map(mapping) },
    fc
      .tuple(fc.array(tie("value"), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 }))
      .map(sequence),
    tie("entries").map(compact),
  ),
}));

/** Documents in all the ways that YAML can be written in, most of them sound. */
export const anyYaml: fc.Arbitrary<string> = fc
  .record({
    start: fc.constantFrom("", "", "---\n", "# key: no\n", "# one\n---\n", "%YAML 1.2\n---\n"),
    entries,
    end: fc.constantFrom("", "", "\n", "# end", "  ", "...\n"),
    cut: fc.nat({ max: 2 }),
  })
  .map(({ start, entries, end, cut }) => {
    const text = `${start}x-known: &known\n  a: 1\n${printEntries(entries, 0)}${end}`;
    return text.slice(0, text.length - cut);
  });

function mapping([entries, step]: [readonly Entry[], number]): Print {
  return (indent) => `\n${printEntries(entries, indent + step)}`;
}

function sequence([items, step]: [readonly Print[], number]): Print {
  return (indent) => `\n${items.map((print) => `${blanks(indent + step)}-${print(indent + step)}`).join("")}`;
}

/** A list of a mapping that begins beside the dash. */
function compact(entries: readonly Entry[]): Print {
  return (indent) => `\n${blanks(indent)}- ${printEntries(entries, indent + 2).trimStart()}`;
}

function printEntries(entries: readonly Entry[], indent: number): string {
  return entries
    .map(({ above, key, value }) => {
      const colon = key.startsWith("?") ? `\n${blanks(indent)}:` : ":";
      return `${above}${blanks(indent)}${key}${colon}${value(indent)}`;
    })
    .join("");
}

function blanks(count: number): string {
  return " ".repeat(count);
}
