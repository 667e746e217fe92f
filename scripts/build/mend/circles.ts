import { referredName } from "./references.ts";
import type { Node } from "./value.ts";
import { isNode } from "./value.ts";

/** Where the members of a schema stand that have to be known to know it: what objects and lists hold is looked at later. */
const LISTS = ["allOf", "oneOf", "anyOf"] as const;

/**
 * Takes apart schemas that consist of themselves, as no type can: mostly a parent that lists its children, which name it in
 * their `allOf`. A child gets of its parent what is not the list; whatever leads back to itself in another way is left out.
 */
export function mendCircles(document: object): void {
  const { components } = document as Node; // a document is an object
  const schemas = isNode(components) && isNode(components.schemas) ? components.schemas : {};
  for (const name of inCircles(schemas)) {
    eachMember(schemas[name], (member, key) => {
      const target = referredName(member);
      const parent = target === undefined ? undefined : schemas[target];
      if (key !== "allOf" || target === undefined || !isNode(parent) || !leadsTo(target, name, schemas))
        return [member];
      const { oneOf, anyOf, discriminator: _, ...rest } = parent;
      return oneOf === undefined && anyOf === undefined ? [member] : saysAnything(rest) ? [rest] : [];
    });
  }
  for (const name of inCircles(schemas)) {
    eachMember(schemas[name], (member) => {
      const target = referredName(member);
      return target !== undefined && leadsTo(target, name, schemas) ? [] : [member];
    });
  }
}

/** The names of schemas that may lead back to themselves: what is left when all have gone that lead to none of these. */
function inCircles(schemas: Readonly<Node>): readonly string[] {
  let left = new Map(Object.keys(schemas).map((name) => [name, namesAtOnce(schemas[name])]));
  for (let before = Number.POSITIVE_INFINITY; left.size < before; ) {
    before = left.size;
    const known = left;
    left = new Map([...known].filter(([, names]) => names.some((name) => known.has(name))));
  }
  return [...left.keys()];
}

function leadsTo(from: string, to: string, schemas: Readonly<Node>): boolean {
  const seen = new Set([from]);
  // a set that grows while it is walked is walked to its end
  for (const name of seen) {
    if (name === to) return true;
    for (const next of namesAtOnce(schemas[name])) seen.add(next);
  }
  return false;
}

function namesAtOnce(schema: unknown): readonly string[] {
  if (!isNode(schema)) return [];
  const name = referredName(schema);
  if (name !== undefined) return [name];
  return LISTS.flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? list.flatMap(namesAtOnce) : [];
  });
}

/** Puts in the place of each member, of members too, what is made of it. */
function eachMember(schema: unknown, make: (member: unknown, key: string) => readonly unknown[]): void {
  if (!isNode(schema)) return;
  for (const key of LISTS) {
    const list = schema[key];
    if (!Array.isArray(list)) continue;
    for (const member of list) eachMember(member, make);
    const made = list.flatMap((member: unknown) => make(member, key));
    if (made.length > 0) schema[key] = made;
    else delete schema[key];
  }
}

/** Something besides that it is an object. */
function saysAnything(schema: Node): boolean {
  return Object.entries(schema).some(
    ([key, value]) =>
      ["allOf", "additionalProperties", "required", "enum", "items"].includes(key) ||
      (key === "properties" && isNode(value) && Object.keys(value).length > 0),
  );
}
