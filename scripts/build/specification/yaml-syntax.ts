import type { Source } from "@redocly/openapi-core";
import { once } from "../../vocabulary/once.ts";
import { anchorsIn } from "./aliases.ts";
import type { Entry } from "./yaml-entries.ts";
import { entriesBelow, entriesIn, indentAt } from "./yaml-entries.ts";

/** A part of a syntax tree, as Redocly asks for it to tell where something stands. */
type Syntax = ReturnType<Source["getAst"]>;

interface Reading {
  readonly text: string;
  readonly parse: (text: string) => Syntax;
  /** The names that aliases may have. */
  readonly anchors: () => readonly string[];
}

/**
 * The syntax of a sound YAML text. Redocly has it all parsed once more, which takes longer than to lint it; here, mappings are
 * taken apart by their lines, and a part is parsed when somebody looks into it, for there are few places to tell of.
 */
export function yamlSyntax(text: string, parse: Reading["parse"]): Syntax {
  const reading = { text, parse, anchors: once(() => anchorsIn(text)) };
  // where lines end in other ways, they are counted in other ways
  const entries = text.includes("\r") ? [] : entriesIn(text, text.startsWith("---\n") ? 4 : 0, text.length);
  return entries.length === 0 ? parse(text) : mapSyntax(reading, entries);
}

const [scalar, mapping, map] = [0, 1, 2] as const;

function mapSyntax(reading: Reading, entries: readonly Entry[], parent?: Syntax): Syntax {
  const node: Syntax = {
    ...{ kind: map, startPosition: entries[0]?.start ?? 0, errors: [] },
    // only the root has none, which Redocly reckons with
    parent: parent as Syntax,
    get endPosition() {
      return parent === undefined ? reading.text.length : (mappings.at(-1)?.endPosition ?? 0);
    },
    get mappings() {
      return mappings;
    },
  };
  const mappings = entries.map((entry) => mappingSyntax(reading, entry, node));
  return node;
}

function mappingSyntax(reading: Reading, entry: Entry, parent: Syntax): Syntax {
  const { key, start, colon } = entry;
  const value = once(() => valueSyntax(reading, entry, node));
  const node: Syntax = {
    ...{ kind: mapping, startPosition: start, errors: [], parent },
    get endPosition() {
      return value()?.endPosition ?? colon + 1;
    },
    get value() {
      return value();
    },
  };
  node.key = { kind: scalar, startPosition: start, endPosition: colon, errors: [], parent: node, value: key };
  return node;
}

function valueSyntax(reading: Reading, entry: Entry, parent: Syntax): Syntax | null {
  const entries = entriesBelow(reading.text, entry);
  return entries.length > 0 ? mapSyntax(reading, entries, parent) : parsedValue(reading, entry, parent);
}

/** Parses the lines of an entry, between others that make them a text of its own. */
function parsedValue({ text, parse, anchors }: Reading, entry: Entry, parent: Syntax): Syntax | null {
  const { line, start, end } = entry;
  const lines = text.slice(line, end);
  const isLast = end === text.length;
  const next = isLast ? start - line : indentAt(text, end);
  const blank = " ".repeat(next);
  const named = anchors().filter((name) => lines.includes(`*${name}`));
  const isBelow = next < start - line;
  const above = `${blank}_: [${named.map((name) => `&${name} _`)}]\n${isBelow ? `${blank}_:\n` : ""}`;
  // some values reach as far as what follows
  const root = parse(above + lines + (isLast ? "" : `${blank}_:\n`));
  const [{ value: found }] = root.mappings.slice(1);
  const value: Syntax | null = isBelow ? found.mappings[0].value : found;
  move(value, line - above.length);
  return value && Object.assign(value, { parent });
}

function move(node: (Syntax & { readonly items?: readonly Syntax[] }) | null, by: number): void {
  // a value with a tag may be none
  if (typeof node?.startPosition !== "number") return;
  node.startPosition += by;
  node.endPosition += by;
  for (const part of [node.key, ...(node.mappings ?? []), ...(node.items ?? [])]) move(part, by);
  if (node.kind === mapping) move(node.value, by);
}
