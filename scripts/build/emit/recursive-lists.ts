import { referredName } from "../mend/references.ts";
import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";

/**
 * Lists of what they themselves are a part of, without an object in between: `Tree: { oneOf: [text, list of Tree] }`. A
 * compiler looks at once into what a list holds, and would find itself there. By list, the name of what it holds.
 */
export function recursiveListsIn(schemas: Readonly<Node>): ReadonlyMap<unknown, string> {
  const nearby = new Map(Object.entries(schemas).map(([name, schema]) => [name, partsAtOnce(schema)]));
  const found = new Map<unknown, string>();
  for (const [name, parts] of nearby) {
    for (const part of parts) {
      const target = isList(part) ? referredName(part.items) : undefined;
      if (target !== undefined && leadsTo(target, name, nearby)) found.set(part, target);
    }
  }
  return found;
}

/** A schema and all in it that a compiler has to know to know it: no members of objects. */
function partsAtOnce(schema: unknown): readonly Node[] {
  if (!isNode(schema)) return [];
  const inside = [schema.allOf, schema.oneOf, schema.anyOf, schema.prefixItems, [schema.items]];
  return [schema, ...inside.flatMap((list) => (Array.isArray(list) ? list.flatMap(partsAtOnce) : []))];
}

/** A list, or null, and nothing else besides. */
function isList({ type, allOf, oneOf, anyOf }: Node): boolean {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  const isPlain = [allOf, oneOf, anyOf].every((list) => list === undefined);
  return isPlain && types.includes("array") && types.every((each) => each === "array" || each === "null");
}

function leadsTo(from: string, to: string, nearby: ReadonlyMap<string, readonly Node[]>): boolean {
  const seen = new Set([from]);
  // a set that grows while it is walked is walked to its end
  for (const name of seen) {
    if (name === to) return true;
    for (const part of nearby.get(name) ?? []) {
      const next = referredName(part);
      if (next !== undefined) seen.add(next);
    }
  }
  return false;
}
