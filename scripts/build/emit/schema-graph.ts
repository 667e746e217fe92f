import { referredName } from "../mend/references.ts";
import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";

/** How the named schemas of a document hang together. */
export interface SchemaGraph {
  readonly schemas: Readonly<Node>;
  /** Every schema that has properties, with the name of the one that it stands in. */
  readonly objects: readonly { readonly name: string; readonly schema: Node }[];
  /** By the name of a schema, those that a change of it changes: who refers to it, and the parent that tells it apart. */
  readonly users: ReadonlyMap<string, ReadonlySet<string>>;
  readonly families: Families;
  /** The names of the properties that discriminators look at. */
  readonly discriminators: ReadonlySet<unknown>;
}

/** The children of parents by name: those that name it in their `allOf`. */
export type Families = ReadonlyMap<string, readonly string[]>;

export function graphOf(schemas: Readonly<Node>): SchemaGraph {
  const families = childrenByParent(schemas);
  const objects: { readonly name: string; readonly schema: Node }[] = [];
  const users = new Map<string, Set<string>>();
  const discriminators = new Set<unknown>();
  const uses = (user: string, used: string): void => {
    const known = users.get(used);
    if (known) known.add(user);
    else users.set(used, new Set([user]));
  };
  for (const [name, root] of Object.entries(schemas)) {
    walk(root, (schema) => {
      const target = referredName(schema);
      if (target !== undefined) uses(name, target);
      if (isNode(schema.properties)) objects.push({ name, schema });
      if (isNode(schema.discriminator)) discriminators.add(schema.discriminator.propertyName);
    });
    // who is told apart by a parent's discriminator needs a parent that knows it by its name
    const told = isNode(root) && root.discriminator ? descendants(name, families) : [];
    for (const child of told) uses(name, child);
  }
  return { schemas, objects, users, families, discriminators };
}

export function descendants(name: string, families: Families): readonly string[] {
  const found = new Set(families.get(name));
  for (const each of found) for (const child of families.get(each) ?? []) found.add(child);
  return [...found];
}

export function partsOf(schema: unknown): readonly unknown[] {
  return isNode(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
}

export function childrenByParent(schemas: Readonly<Node>): Families {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const part of partsOf(schema)) {
      const parent = referredName(part);
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
    }
  }
  return children;
}

export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  if (!isNode(value)) return;
  visit(value);
  for (const child of Object.values(value)) walk(child, visit);
}
