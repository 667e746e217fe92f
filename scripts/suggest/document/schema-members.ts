import type { Document, Place } from "../../plugin/document.ts";
import { child, isObject, itemsOf } from "../../plugin/document.ts";
import { domainOf, typesOf } from "../../plugin/domain.ts";
import { resolvePointer } from "../../plugin/members.ts";
import { shapeOf } from "../../plugin/shape.ts";

/** The members that a schema names, through `$ref`, allOf, oneOf and anyOf, each where it is written first. */
export function membersOf(schema: Place, document: Document): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  collect(schema, { document, found, seen: new Set() });
  return found;
}

interface Search {
  readonly document: Document;
  readonly found: Map<string, Place>;
  readonly seen: Set<string>;
}

function collect(schema: Place, search: Search): void {
  for (const layer of search.document.layers(schema) ?? []) {
    const address = layer.location.absolutePointer;
    // hundreds of variants say no more of what they have in common than the first ones do
    if (!isObject(layer.value) || search.seen.has(address) || search.seen.size > 200) continue;
    search.seen.add(address);
    const properties = child(layer, "properties");
    for (const name of isObject(properties.value) ? Object.keys(properties.value) : []) {
      const known = search.found.get(name);
      if (known === undefined || isBare(known)) search.found.set(name, child(properties, name));
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      for (const branch of itemsOf(child(layer, keyword))) collect(branch, search);
    }
  }
}

/** `{ type: object }`, or one of several of which none says more, which another part of an allOf says more about. */
function isBare({ value }: Place): boolean {
  if (!isObject(value)) return false;
  const branches = value.anyOf ?? value.oneOf;
  if (Array.isArray(branches) && branches.some(isBareObject))
    return branches.every((each) => isBareObject(each) || saysNothingMore(each));
  return isBareObject(value);
}

function isBareObject(value: unknown): boolean {
  return (
    isObject(value) &&
    value.type === "object" &&
    !["$ref", "allOf", "oneOf", "anyOf"].some((key) => key in value) &&
    !(isObject(value.properties) && Object.keys(value.properties).length > 0)
  );
}

/** A text, a number or a list of whatever. */
function saysNothingMore(value: unknown): boolean {
  if (!isObject(value) || typeof value.type !== "string" || value.enum) return false;
  return value.type !== "array" || !isObject(value.items) || Object.keys(value.items).length === 0;
}

/** A value somewhere in a body: how to get there, and the schema there. */
export interface Member {
  readonly pointer: readonly string[];
  readonly schema: Place;
}

/** Every member of a body down to a depth, the least deep first; what is in lists only if that is wanted, by the first. */
export function membersWithin(
  schema: Place,
  depth: number,
  document: Document,
  inLists = false,
  most = 2000,
): readonly Member[] {
  let level: readonly Member[] = [{ pointer: [], schema }];
  const all: Member[] = [];
  for (let at = 0; at < depth && all.length < most; at++) {
    level = level.flatMap(({ pointer, schema: holder }) => {
      const items = inLists ? itemsIn(holder, document) : undefined;
      const members: readonly (readonly [string, Place])[] = items
        ? [["0", items]]
        : [...membersOf(holder, document)];
      return members.map(([name, place]) => ({ pointer: [...pointer, name], schema: place }));
    });
    all.push(...level);
  }
  return all;
}

/** The schema at a place of a body. */
export function schemaAt(
  body: Place | undefined,
  pointer: readonly string[],
  document: Document,
): Place | undefined {
  return pointer.reduce<Place | undefined>((at, name) => {
    const items = at && name === "0" ? itemsIn(at, document) : undefined;
    return items ?? (at && membersOf(at, document).get(name));
  }, body);
}

/** The kinds of values that may stand at a place of a body: those of JSON, and those of the values that it names. */
export function typesAt(body: Place, pointer: readonly string[], document: Document): readonly string[] {
  const found = resolvePointer(shapeOf(body, document), pointer);
  if (!("shape" in found)) return [];
  const { named, rest } = domainOf(found.shape);
  return [...rest, ...named.map((value) => typeof value)];
}

/** What a list holds, also where a description stands beside its `$ref` in an allOf, or it may be null as well. */
function itemsIn(schema: Place, document: Document, depth = 0): Place | undefined {
  const fields = document.fields(schema);
  const own = fields.get("items");
  if (own !== undefined || depth > 3) return own;
  const branches = ["allOf", "oneOf", "anyOf"].flatMap((keyword) => {
    const listed = fields.get(keyword);
    return listed ? itemsOf(listed) : [];
  });
  // what is an object as well is read as that
  if (branches.length === 0 || membersOf(schema, document).size > 0) return undefined;
  for (const branch of branches) {
    const items = itemsIn(branch, document, depth + 1);
    if (items !== undefined) return items;
  }
  return undefined;
}

/** The texts that a person would read about a value: its description first, or what stands beside a `$ref` in an allOf. */
export function wordsAbout(schema: Place, document: Document): string {
  const fields = document.fields(schema);
  const allOf = fields.get("allOf");
  const parts = [fields, ...(allOf ? itemsOf(allOf).map((part) => document.fields(part)) : [])];
  const texts = parts.flatMap((part) => ["title", "description"].map((key) => part.get(key)?.value));
  return texts.filter((text) => typeof text === "string").join("\n");
}

export function examplesOf(schema: Place, document: Document): readonly unknown[] {
  const fields = document.fields(schema);
  const listed = fields.get("examples")?.value;
  return [
    fields.get("example")?.value,
    fields.get("default")?.value,
    ...(Array.isArray(listed) ? listed : []),
  ];
}

/** Members that stand around what an answer is about. */
export const envelopes: ReadonlySet<string> = new Set([
  "data",
  "result",
  "response",
  "item",
  "payload",
  "body",
  "object",
  "content",
]);

/** It can stand in a path or a query. */
export function isScalar({ schema }: Member, document: Document): boolean {
  const types = typesOf(domainOf(shapeOf(schema, document)));
  return types.includes("string") || types.includes("number");
}
