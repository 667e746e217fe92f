import { referredName } from "../mend/references.ts";
import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";
import type { Context, Schema } from "./openapi-typescript.ts";
import { scanDiscriminators } from "./openapi-typescript.ts";
import type { Families } from "./schema-graph.ts";
import { childrenByParent, descendants, partsOf, walk } from "./schema-graph.ts";

/**
 * What tells schemas apart, as openapi-typescript wants it: with the values of the discriminators in the document, which it
 * changes. Two things it would get wrong are seen to before and after.
 */
export function tellApart(document: Schema): Context["discriminators"] {
  const schemas = document.components?.schemas ?? {};
  const telling = tellingOfKinds(document);
  // it is walked through, wherever something stands in it
  const found = scanDiscriminators({ ...telling, choices: takeChoices(telling, schemas) } as Schema, {
    silent: true,
  });
  for (const [$ref, discriminator] of Object.entries(found.objects)) {
    const name = referredName({ $ref });
    const schema: unknown = name === undefined ? undefined : schemas[name];
    if (name === undefined || !isNode(schema) || schema.discriminator || found.refsHandled.includes($ref))
      continue;
    const { propertyName, mapping = {} } = discriminator;
    const own = placesOf(schema).flatMap((place) => place[propertyName] ?? []);
    const [said] = own.flatMap((property) => onlyValue(property) ?? []);
    const [mapped = name] = Object.keys(mapping).filter((value) => mapping[value] === $ref);
    const value = said ?? mapped;
    // a property of its own that cannot have the value is right, and nothing is added
    if (own.some((property) => !canBe(value, property, schemas))) found.refsHandled.push($ref);
    else found.objects[$ref] = { propertyName, mapping: { [value]: $ref } };
    if (!found.refsHandled.includes($ref)) for (const place of placesOf(schema)) delete place[propertyName];
  }
  return found;
}

/**
 * Whoever has a schema with a discriminator in its `allOf` is taken for one of the kinds. Where these are listed, it is none of
 * them, but holds one: such discriminators are taken out of their schemas, and told of apart.
 */
function takeChoices(document: object, schemas: Readonly<Node>): readonly Node[] {
  const families = childrenByParent(schemas);
  const choices = new Map<Node, Node>();
  walk(document, (node) => {
    for (const part of partsOf(node)) {
      const name = referredName(part);
      const held = name === undefined ? part : schemas[name];
      if (!isNode(held) || !isNode(held.discriminator) || !listOf(held)) continue;
      if (name !== undefined && listsChildren(held, name, families)) continue;
      choices.set(held, { discriminator: held.discriminator, ...(held.oneOf ? { oneOf: held.oneOf } : {}) });
    }
  });
  for (const held of choices.keys()) delete held.discriminator;
  return [...choices.values()];
}

function listOf({ oneOf, anyOf }: Node): readonly unknown[] | undefined {
  return [oneOf, anyOf].find(Array.isArray);
}

/** Then its children are its kinds indeed. */
function listsChildren(choice: Node, name: string, families: Families): boolean {
  const children = descendants(name, families);
  return (listOf(choice) ?? []).some((kind) => children.includes(referredName(kind) ?? ""));
}

/** Where a schema may have properties of its own. */
function placesOf(schema: Node): readonly Node[] {
  return [schema, ...partsOf(schema)].flatMap((part) =>
    isNode(part) && isNode(part.properties) ? [part.properties] : [],
  );
}

/** The only one that a property can have. */
function onlyValue(property: unknown): string | undefined {
  if (!isNode(property)) return undefined;
  const values = Array.isArray(property.enum) ? property.enum : [property.const];
  return values.length === 1 && typeof values[0] === "string" ? values[0] : undefined;
}

function canBe(value: string, property: unknown, schemas: Readonly<Node>): boolean {
  const name = referredName(property);
  const schema = name === undefined ? property : schemas[name];
  return !isNode(schema) || !Array.isArray(schema.enum) || schema.enum.includes(value);
}

/**
 * The document with only those parts to walk through in which a discriminator or `allOf` is; references lead to all others,
 * too. To walk through everything would be an eighth of the time that types take.
 */
function tellingOfKinds(document: Schema): Schema {
  const telling = <T extends object>(parts: T): T => {
    const found = Object.entries(parts).filter(([, part]) => tellsOfKinds(part));
    return Object.create(parts, Object.getOwnPropertyDescriptors(Object.fromEntries(found)));
  };
  const components = Object.entries(document.components ?? {}).map(([kind, parts]) => [kind, telling(parts)]);
  return { ...document, paths: telling(document.paths ?? {}), components: Object.fromEntries(components) };
}

function tellsOfKinds(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  return "discriminator" in part || "allOf" in part || Object.values(part).some(tellsOfKinds);
}
