import type { Keywords } from "../document/schema.ts";
import { isRecord, keywords } from "../document/schema.ts";
import { numberFault } from "../judge/number.ts";
import { textFault } from "../judge/text.ts";
import { failedLast } from "./failure.ts";
import { list } from "./list.ts";
import type { Making } from "./making.ts";
import { numbers } from "./number.ts";
import { objects } from "./object.ts";
import { texts } from "./text.ts";
import type { All } from "./ways.ts";

/** Values that a few schemas may allow, the likeliest first. Whoever takes one tries it first. */
export function* candidates(all: All, making: Making): Generator<unknown> {
  const { nth, text } = making;
  const schemas = all.map(({ value }) => keywords(value));
  const listed = schemas.flatMap(listedIn);
  if (listed.length > 0) {
    const there = listed.filter((each) => each !== null);
    const known = making.isAccepting ? failedLast(there) : there;
    yield* [...known.slice(nth % known.length), ...known, ...listed];
    return;
  }
  const shown = schemas.flatMap(shownIn);
  if (nth === 0 && text === undefined) yield* shown.filter((each) => typeof each !== "object");
  const types = typesOf(schemas);
  if (types.length === 0) yield* ofUsualType(schemas, all, making);
  for (const type of types) yield* ofType(type, schemas, all, making);
  if (types.length === 0) for (const type of every) yield* ofType(type, schemas, all, making);
  yield* shown;
}

function listedIn(schema: Keywords): readonly unknown[] {
  if (Object.hasOwn(schema, "const")) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : [];
}

function shownIn({ example, examples, default: preset }: Keywords): readonly unknown[] {
  const some = Array.isArray(examples) ? examples : [];
  return [example, ...some, preset].filter((each) => each !== undefined);
}

const every = ["string", "integer", "object", "array", "boolean", "null"];

/** The types that all of them allow; none, if all leave it open. */
function typesOf(schemas: readonly Keywords[]): readonly unknown[] {
  const given = schemas.filter(({ type }) => type !== undefined).map(({ type }) => [type].flat());
  const [first = [], ...others] = given;
  const isIn = (type: unknown, types: readonly unknown[]): boolean =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  const wide = first.flatMap((type) => (type === "number" ? ["number", "integer"] : [type]));
  const shared = wide.filter((type) => others.every((types) => isIn(type, types)));
  const types = shared.includes("number") ? shared.filter((type) => type !== "integer") : shared;
  return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")];
}

/** Of what nobody says of which type it is, that says something. */
function* ofUsualType(schemas: readonly Keywords[], all: All, making: Making): Generator<unknown> {
  const says = (...names: readonly string[]): boolean =>
    schemas.some((each) => names.some((name) => each[name] !== undefined));
  if (says("items", "prefixItems")) yield* ofType("array", schemas, all, making);
  const isMap = schemas.some(({ additionalProperties }) => isRecord(additionalProperties));
  if (isMap || says("properties", "required", "patternProperties", "minProperties"))
    yield* ofType("object", schemas, all, making);
  if (says("minimum", "maximum", "multipleOf")) yield* ofType("number", schemas, all, making);
  if (!says("format", "pattern", "minLength", "maxLength")) yield "anything";
}

function* ofType(type: unknown, schemas: readonly Keywords[], all: All, making: Making): Generator<unknown> {
  const { nth, text } = making;
  if (type === "null") yield null;
  if (type === "boolean") yield* nth % 2 === 0 ? [true, false] : [false, true];
  if (type === "integer" || type === "number") yield* allowed(numbers(schemas, type, nth), schemas);
  if (type === "string") yield* allowed(texts(schemas, text, nth), schemas);
  if (type === "array") yield* list(all, making);
  if (type === "object") yield* objects(all, making);
}

/** What these schemas allow by themselves; so that few have to be held against all that they consist of. */
function allowed<T extends string | number>(
  values: readonly T[],
  schemas: readonly Keywords[],
): readonly T[] {
  const isWrong = (value: T, schema: Keywords): boolean =>
    (typeof value === "number" ? numberFault(schema, value) : textFault(schema, value, "certain")) !==
    undefined;
  const found = [...new Set(values)].filter((value) => !schemas.some((schema) => isWrong(value, schema)));
  return found.slice(0, 20);
}
