import type { Source } from "@redocly/openapi-core";
import { once } from "../../vocabulary/once.ts";
import { endOfValue, skipSpace } from "./json-text.ts";

/** A part of a syntax tree, as Redocly asks for it to tell where something stands. */
type Syntax = ReturnType<Source["getAst"]>;

/**
 * The syntax of a sound JSON text. Redocly has a parser of YAML make such a tree, which takes longer than to lint; here, a
 * part is read when somebody looks into it, for there are few places to tell of. Their root, too, ends where the text does.
 */
export function jsonSyntax(text: string): Syntax {
  return valueSyntax(text, skipSpace(text, 0), text.length);
}

const [scalar, mapping, map, list] = [0, 1, 2, 3] as const;

function valueSyntax(text: string, startPosition: number, endPosition: number, parent?: Syntax): Syntax {
  const first = text[startPosition];
  const kind = first === "{" ? map : first === "[" ? list : scalar;
  const members = once(() => (kind === map ? mappings(text, node) : items(text, node)));
  const node: Syntax & { readonly items: readonly Syntax[] } = {
    ...{ kind, startPosition, endPosition, errors: [] },
    // only the root has none, which Redocly reckons with
    parent: parent as Syntax,
    get mappings() {
      return members();
    },
    get items() {
      return members();
    },
  };
  return node;
}

function mappings(text: string, node: Syntax): Syntax[] {
  return parts(text, node, (startPosition) => {
    const endOfKey = endOfValue(text, startPosition);
    const start = skipSpace(text, skipSpace(text, endOfKey) + 1);
    const endPosition = endOfValue(text, start);
    const part: Syntax = { kind: mapping, startPosition, endPosition, errors: [], parent: node };
    const value: unknown = JSON.parse(text.slice(startPosition, endOfKey));
    part.key = { kind: scalar, startPosition, endPosition: endOfKey, errors: [], parent: part, value };
    part.value = valueSyntax(text, start, endPosition, part);
    return part;
  });
}

function items(text: string, node: Syntax): Syntax[] {
  return parts(text, node, (start) => valueSyntax(text, start, endOfValue(text, start), node));
}

/** What stands between brackets and commas. */
function parts(text: string, node: Syntax, read: (start: number) => Syntax): Syntax[] {
  const found: Syntax[] = [];
  let at = skipSpace(text, node.startPosition + 1);
  while (text[at] !== "}" && text[at] !== "]") {
    const part = read(at);
    found.push(part);
    at = skipSpace(text, part.endPosition);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return found;
}
