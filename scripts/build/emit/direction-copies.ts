import { once } from "../../vocabulary/once.ts";
import { referredName } from "../mend/references.ts";
import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";
import type { SchemaGraph } from "./schema-graph.ts";
import { descendants, partsOf } from "./schema-graph.ts";

/** Gives a schema without the properties of the other direction: itself, if it has none of them. */
export interface Copies {
  (schema: unknown): unknown;
  /** Copies of named schemas that have been referred to so far, by their new names. */
  readonly named: Readonly<Record<string, unknown>>;
}

export function openCopies(
  { schemas, objects, users, families, discriminators }: SchemaGraph,
  leftOut: "readOnly" | "writeOnly",
  suffix: string,
): Copies {
  const named: Record<string, unknown> = {};
  const newNames = new Map<string, string>();
  const hits = objects.filter(({ schema }) => droppedFrom(schema).length > 0);
  const ownNames = once(() => namesOf(schemas));
  const affected = reaching(new Set(hits.map(({ name }) => name)), users);
  return Object.assign((schema: unknown) => copy(schema, []), { named });

  /** `gone`: properties that a schema around this one has lost. */
  function copy(schema: unknown, gone: readonly string[]): unknown {
    if (!isNode(schema)) return schema;
    const name = nameIn(schema);
    if (name !== undefined) return affected.has(name) ? { ...schema, $ref: pointerTo(rename(name)) } : schema;
    const dropped = droppedFrom(schema);
    const lost = [...gone, ...dropped, ...partsOf(schema).flatMap((part) => droppedFrom(resolved(part)))];
    const copied: Node = { ...schema };
    for (const key of ["properties", "patternProperties"]) {
      if (isNode(schema[key])) copied[key] = copyMembers(schema[key], key === "properties" ? dropped : []);
    }
    for (const key of ["items", "additionalProperties", "if", "then", "else"]) {
      if (Object.hasOwn(schema, key)) copied[key] = copyOneOrList(schema[key]);
    }
    for (const key of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      const list = schema[key];
      if (!Array.isArray(list)) continue;
      // in an intersection, an object without any property would allow none at all
      const left = key === "allOf" ? list.filter((each) => !isEmptied(each)) : list;
      if (left.length > 0) copied[key] = left.map((each) => copy(each, key === "prefixItems" ? [] : lost));
      else {
        delete copied[key];
        copied.type ??= "object";
      }
    }
    if (Array.isArray(schema.required)) {
      const own = isNode(copied.properties) ? Object.keys(copied.properties) : [];
      copied.required = schema.required.filter((each) => own.includes(each) || !lost.includes(each));
    }
    if (isNode(schema.discriminator)) copied.discriminator = withMapping(schema, schema.discriminator);
    return copied;
  }

  function copyMembers(members: Node, dropped: readonly string[]): Node {
    const left = Object.entries(members).filter(([key]) => !dropped.includes(key));
    return Object.fromEntries(left.map(([key, member]) => [key, copy(member, [])]));
  }

  function copyOneOrList(value: unknown): unknown {
    return Array.isArray(value) ? value.map((each) => copy(each, [])) : copy(value, []);
  }

  /** The name of the copy, which is made when it is first asked for. */
  function rename(name: string): string {
    const known = newNames.get(name);
    if (known !== undefined) return known;
    let fresh = `${name}${suffix}`;
    while (Object.hasOwn(schemas, fresh) || Object.hasOwn(named, fresh)) fresh += "_";
    newNames.set(name, fresh);
    // has its place before what it refers to, which may be itself
    named[fresh] = {};
    named[fresh] = copy(schemas[name], []);
    return fresh;
  }

  function droppedFrom(schema: unknown): readonly string[] {
    if (!isNode(schema) || !isNode(schema.properties)) return [];
    return Object.entries(schema.properties)
      .filter(([, member]) => isMarked(member) || isMarked(resolved(member)))
      .filter(([name]) => !discriminators.has(name))
      .map(([name]) => name);
  }

  /** An object that has lost all it had. */
  function isEmptied(schema: unknown, seen: readonly unknown[] = []): boolean {
    const found = resolved(schema);
    if (!isNode(found) || seen.includes(found)) return false;
    const dropped = droppedFrom(found);
    const parts = partsOf(found);
    if (dropped.length === 0 && parts.length === 0) return false;
    return (
      Object.keys(found).every(isOfObject) &&
      (!isNode(found.properties) || Object.keys(found.properties).length === dropped.length) &&
      parts.every((part) => isEmptied(part, [...seen, found]))
    );
  }

  function isMarked(schema: unknown): boolean {
    return isNode(schema) && schema[leftOut] === true;
  }

  function resolved(schema: unknown): unknown {
    const name = nameIn(schema);
    return name === undefined ? schema : schemas[name];
  }

  /** The values of a discriminator are the names of schemas where nothing is said, and the copies have others. */
  function withMapping(schema: Node, discriminator: Node): Node {
    const said = isNode(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
    const targets = said.map(([value, to]) => [value, namedBy(to)] as const);
    const own = ownNames().get(schema);
    const implied = [...branchesOf(schema), ...(own === undefined ? [] : descendants(own, families))];
    const silent = implied.filter((name) => !targets.some(([, target]) => target === name));
    const all = [...targets, ...silent.map((name) => [name, name] as const)];
    const mapping = all.flatMap(([value, name]) => {
      if (name === undefined) return [];
      return [[value, pointerTo(affected.has(name) ? rename(name) : name)]];
    });
    return { ...discriminator, mapping: Object.fromEntries(mapping) };
  }

  function namedBy(target: unknown): string | undefined {
    if (typeof target !== "string") return undefined;
    return Object.hasOwn(schemas, target) ? target : nameIn({ $ref: target });
  }

  function nameIn(schema: unknown): string | undefined {
    const name = referredName(schema);
    return name !== undefined && Object.hasOwn(schemas, name) ? name : undefined;
  }
}

/** By schema; of two names for one, the first. */
function namesOf(schemas: Readonly<Node>): ReadonlyMap<unknown, string> {
  const names = Object.entries(schemas).map(([name, schema]) => [schema, name] as const);
  return new Map(names.reverse());
}

/** A keyword that adds nothing to an object but properties. */
function isOfObject(key: string): boolean {
  const names = ["type", "properties", "required", "allOf", "title", "description", "example", "examples"];
  return names.includes(key) || key.startsWith("x-");
}

/** These names, and those of all that refer to them, directly or not. */
function reaching(found: Set<string>, users: SchemaGraph["users"]): ReadonlySet<string> {
  // a set that grows while it is walked is walked to its end
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
  return found;
}

function branchesOf(schema: Node): readonly string[] {
  const branches = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return branches.flatMap((branch) => referredName(branch) ?? []);
}

function pointerTo(name: string): string {
  return `#/components/schemas/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}
