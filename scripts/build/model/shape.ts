import type { Step } from "./model.ts";
import type { Schema, SchemaObject } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** A place inside a body as openapi-typescript types it: how to get there, and the schema there. */
export interface Place {
  /** `fromNothing`: what the step is taken from may be absent or null. */
  readonly path: readonly { readonly step: Step; readonly fromNothing: boolean }[];
  readonly schema: Schema;
}

/** What the types of a body do not have: of an answer, what is `writeOnly`. */
export type LeftOut = "readOnly" | "writeOnly";

/**
 * Follows a JSON pointer where the types know every step of it: plain properties, also behind `$ref` and allOf, and
 * items of lists, and what each branch of a choice has. `undefined` where they do not, or where they might not: maps, tuples,
 * open schemas.
 */
export function placeOf(
  schema: Schema,
  pointer: readonly string[],
  reader: Reader,
  leftOut: LeftOut,
): Place | undefined {
  let place: Place = { path: [], schema };
  let fromNothing = !isThere(schema, reader);
  for (const token of pointer) {
    const holder = plain(place.schema, reader);
    const found = holder && member(holder, token, leftOut, reader);
    if (found === undefined) return undefined;
    place = { path: [...place.path, { step: found.step, fromNothing }], schema: found.schema };
    fromNothing = found.optional || !isThere(found.schema, reader);
  }
  return place;
}

/** Why the types do not know a value, in a sentence and with what to write, where a choice is the reason. */
export function hiddenByChoice(
  schema: Schema,
  pointer: readonly string[],
  reader: Reader,
): string | undefined {
  const [token, ...rest] = pointer;
  const holder = plain(schema, reader);
  const branches = holder?.oneOf ?? holder?.anyOf;
  if (token === undefined || holder === undefined) return undefined;
  const next = placeOf(holder, [token], reader, "writeOnly");
  if (next) return hiddenByChoice(next.schema, rest, reader);
  if (branches === undefined) return undefined;
  const name = `\`${token}\``;
  if (holder.properties && token in holder.properties)
    return `a choice stands beside the \`properties\` that have ${name}. Move these into each branch.`;
  const without = branches.flatMap((branch, index) =>
    placeOf(branch, [token], reader, "writeOnly") || isNull(branch) ? [] : [nameOf(branch, index)],
  );
  if (without.length === 0) return undefined;
  const have = without.length === 1 ? "has" : "have";
  return `of the choice there, ${without.join(", ")} ${have} no ${name}. Add it.`;
}

function nameOf(branch: Schema, index: number): string {
  const name = typeof branch === "object" ? branch.$ref?.replace(/.*\//, "") : undefined;
  return name === undefined ? `branch ${index + 1}` : `\`${name}\``;
}

function isNull(branch: Schema): boolean {
  return typeof branch === "object" && branch.type === "null";
}

/** The schema behind `$ref`, a single allOf, and a choice whose other branch is null. */
export function plain(schema: Schema, reader: Reader, depth = 0): SchemaObject | undefined {
  if (typeof schema === "boolean" || depth > 50) return undefined;
  if (schema.$ref !== undefined) {
    const target = reader.resolve<SchemaObject>(schema);
    return target && plain(target, reader, depth + 1);
  }
  const { allOf, oneOf, anyOf, ...rest } = schema;
  const groups = [allOf, oneOf, anyOf].filter((group) => group !== undefined);
  const [branches] = groups;
  if (branches === undefined || groups.length > 1 || !Object.keys(rest).every(isAside)) return schema;
  const others = branches.filter((branch) => !isNull(branch));
  const [only] = others;
  return only !== undefined && others.length === 1 ? plain(only, reader, depth + 1) : schema;
}

function isLeftOut(schema: Schema, leftOut: LeftOut, reader: Reader): boolean {
  if (typeof schema === "boolean") return false;
  return schema[leftOut] === true || reader.resolve<SchemaObject>(schema)?.[leftOut] === true;
}

interface Member {
  readonly step: Step;
  readonly optional: boolean;
  readonly schema: Schema;
}

function member(
  holder: SchemaObject,
  token: string,
  leftOut: LeftOut,
  reader: Reader,
  depth = 0,
): Member | undefined {
  const branches = branchesOf(holder);
  // a choice may be a branch of itself
  if (branches && depth < 20) {
    const inEach = branches.map((branch) => {
      const found = plain(branch, reader);
      return found && member(found, token, leftOut, reader, depth + 1);
    });
    return inEach.every((each) => each !== undefined) ? either(inEach) : undefined;
  }
  const found = isA(holder, "array") ? item(holder, token) : property(holder, token, reader);
  return found && isLeftOut(found.schema, leftOut, reader) ? undefined : found;
}

/** The branches of what is a choice and nothing else, null aside. */
export function branchesOf(schema: SchemaObject): readonly Schema[] | undefined {
  const { oneOf, anyOf, ...rest } = schema;
  const branches = oneOf ?? anyOf;
  const isNothingElse = Object.entries(rest).every(
    ([key, value]) => isAside(key) || (key === "type" && value === "object"),
  );
  if (branches === undefined || (oneOf && anyOf) || !isNothingElse) return undefined;
  const others = branches.filter((branch) => !isNull(branch));
  return others.length > 0 ? others : undefined;
}

/** What a member is that each branch has. */
function either(members: readonly Member[]): Member | undefined {
  const [first] = members;
  if (first === undefined || members.some(({ step }) => step !== first.step)) return undefined;
  return {
    step: first.step,
    optional: members.some(({ optional }) => optional),
    schema: members.length === 1 ? first.schema : { anyOf: members.map(({ schema }) => schema) },
  };
}

function property(holder: SchemaObject, token: string, reader: Reader): Member | undefined {
  const parts = partsOf(holder, reader);
  // what every object has by its prototype must not be taken for a field
  if (parts === undefined || token in {} || reader.isDiscriminator(token)) return undefined;
  const found = parts.map((part) => own(part, token)).filter((each) => each !== undefined);
  // a property that several parts declare has the intersection of their types
  return found.length === 1 ? found[0] : undefined;
}

/** An object and all that it is put together from by allOf; `undefined` if any of that is not simply an object. */
function partsOf(schema: SchemaObject, reader: Reader, depth = 0): readonly SchemaObject[] | undefined {
  // a schema may be a part of itself
  if (!holdsMembers(schema) || depth > 20) return undefined;
  const parts = (schema.allOf ?? []).map((part) => {
    const found = plain(part, reader);
    return found && partsOf(found, reader, depth + 1);
  });
  return parts.every((part) => part !== undefined) ? [schema, ...parts.flat()] : undefined;
}

function own({ properties, required }: SchemaObject, name: string): Member | undefined {
  const schema = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (schema === undefined) return undefined;
  return { step: name, schema, optional: !required?.includes(name) };
}

function item({ items, prefixItems }: SchemaObject, token: string): Member | undefined {
  if (!/^(0|[1-9]\d{0,8})$/.test(token) || prefixItems !== undefined) return undefined;
  if (typeof items !== "object" || "length" in items) return undefined;
  return { step: Number(token), schema: items, optional: true };
}

/** An object whose named properties have the types they declare, and no others because of a map beside them. */
function holdsMembers(schema: SchemaObject): boolean {
  const { type, additionalProperties: extra } = schema;
  const isObject = type === undefined || isA(schema, "object");
  const isOpen = extra === undefined || typeof extra === "boolean" || Object.keys(extra).length === 0;
  const other = ["const", "enum", "oneOf", "anyOf", "patternProperties", "discriminator"];
  return isObject && isOpen && !other.some((key) => Object.hasOwn(schema, key));
}

/** The types let no null be there. */
function isThere(schema: Schema, reader: Reader, depth = 0): boolean {
  const found = typeof schema === "object" ? reader.resolve<SchemaObject>(schema) : undefined;
  if (found === undefined || found.nullable || found.oneOf || found.anyOf || depth > 50) return false;
  if (found.type === "object" || found.type === "array" || found.properties)
    return !Array.isArray(found.type);
  return (found.allOf ?? []).some((part) => isThere(part, reader, depth + 1));
}

/** Of this type, or null. */
function isA({ type }: SchemaObject, wanted: string): boolean {
  const types = [type ?? []].flat();
  return types.includes(wanted) && types.every((each) => each === wanted || each === "null");
}

/** A keyword that changes nothing about the type, except that null may be there. */
function isAside(key: string): boolean {
  const names = [
    "title",
    "description",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "nullable",
  ];
  return names.includes(key) || key.startsWith("x-");
}
