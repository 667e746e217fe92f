import type { Place } from "../../src/sandbox/contract/pointer.ts";
import { fragment, locate, members } from "../../src/sandbox/contract/pointer.ts";

export type Way = readonly string[];

export interface SampleOptions {
  /** Optional properties as well. */
  readonly all: boolean;
  /** What a text is, of which nothing more is known. Default: `text`. */
  readonly text?: string;
}

/** A value that the schema at a place of the document allows; `undefined` where none can be made. */
export function sample(document: unknown, way: Way, options: SampleOptions): unknown {
  return sampleOf(way, { document, ...options, within: [], needed: new Set() });
}

interface Making extends SampleOptions {
  readonly document: unknown;
  /** The schemas that this one is a part of. */
  readonly within: readonly string[];
  /** The properties that neighbours in an `allOf` require. */
  readonly needed: ReadonlySet<string>;
}

function sampleOf(way: Way, before: Making): unknown {
  const place = locate(before.document, way);
  if (place === undefined) return undefined;
  const own = fragment(place);
  if (before.within.length > 30 || before.within.filter((each) => each === own).length > 1) return undefined;
  const { const: only, enum: values, allOf, oneOf, anyOf } = keywords(place.value);
  if (only !== undefined) return only;
  if (Array.isArray(values)) return values.find((each) => each !== null) ?? values[0];
  const needed = new Set([...before.needed, ...requiredIn(place, before.document)]);
  const making: Making = { ...before, within: [...before.within, own], needed };
  const branches = [oneOf ? "oneOf" : "", anyOf ? "anyOf" : ""].filter(Boolean);
  if (!allOf && branches.length === 0) return plain(place, making);
  const parts = [
    ...members(allOf).map(([index]) => sampleOf([...place.path, "allOf", index], making)),
    ...branches.map((keyword) => branchOf(place, keyword, making)),
    ...(isObject(place.value) ? [object(place, making)] : []),
  ].filter((part) => part !== undefined);
  return parts.every(isRecord) ? Object.assign({}, ...parts) : parts.find((part) => !isRecord(part));
}

/** The first branch that there is a value for, marked as the one that it is. */
function branchOf(place: Place, keyword: string, making: Making): unknown {
  const branches = members(keywords(place.value)[keyword]);
  for (const [index, branch] of branches) {
    const value =
      keywords(branch).type === "null" ? undefined : sampleOf([...place.path, keyword, index], making);
    if (value === undefined) continue;
    const { propertyName, mapping } = keywords(keywords(place.value).discriminator);
    const ref = keywords(branch).$ref;
    if (!isRecord(value) || typeof propertyName !== "string" || typeof ref !== "string") return value;
    const mapped = members(mapping).find(([, target]) => target === ref)?.[0];
    return { ...value, [propertyName]: mapped ?? ref.slice(ref.lastIndexOf("/") + 1) };
  }
  return undefined;
}

function plain(place: Place, making: Making): unknown {
  const schema = keywords(place.value);
  const type = [schema.type ?? []].flat().find((each) => each !== "null");
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return number(schema);
  if (type === "string") return string(schema, making.text);
  if (type === "array" || (type === undefined && schema.items !== undefined)) return list(place, making);
  if (type === "object" || isObject(schema)) return object(place, making);
  return type === undefined ? "anything" : undefined;
}

function object(place: Place, making: Making): unknown {
  const { properties, additionalProperties } = keywords(place.value);
  const inner = { ...making, needed: new Set<string>() };
  const found = members(properties).flatMap(([name]) => {
    if (!making.all && !making.needed.has(name)) return [];
    const value = sampleOf([...place.path, "properties", name], inner);
    return value === undefined ? [] : [[name, value] as const];
  });
  const lacks =
    making.needed.size > 0 &&
    members(properties).some(([name]) => making.needed.has(name) && !found.some(([each]) => each === name));
  if (lacks) return undefined;
  const isMap = making.all && found.length === 0 && isRecord(additionalProperties);
  const extra = isMap ? sampleOf([...place.path, "additionalProperties"], inner) : undefined;
  return Object.fromEntries(extra === undefined ? found : [["key", extra]]);
}

function list(place: Place, making: Making): unknown {
  const { minItems = 0 } = keywords(place.value);
  const count = Math.max(Number(minItems), making.all ? 1 : 0);
  if (count === 0) return [];
  const item = sampleOf([...place.path, "items"], { ...making, needed: new Set() });
  if (item === undefined) return Number(minItems) > 0 ? undefined : [];
  return Array.from({ length: count }, () => item);
}

function number({ minimum, maximum, exclusiveMinimum, multipleOf, type }: Keywords): number {
  const least = typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : Number(minimum ?? Number.NaN);
  const found = Number.isNaN(least)
    ? Math.min(7, Number(maximum ?? 7))
    : least + (exclusiveMinimum === true ? 1 : 0);
  const step = Number(multipleOf ?? (type === "integer" ? 1 : 0));
  return step > 0 ? Math.ceil(found / step) * step : found;
}

function string(
  { format, pattern, example, default: usual, minLength, maxLength }: Keywords,
  text = "text",
): string {
  const known = formats[String(format)];
  if (known !== undefined) return known;
  if (typeof pattern === "string") {
    const found = [example, usual, ...likely].find((each) => typeof each === "string" && fits(each, pattern));
    return typeof found === "string" ? found : text;
  }
  return text.padEnd(Number(minLength ?? 0), "x").slice(0, Number(maxLength ?? Number.POSITIVE_INFINITY));
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "2026-01-02T03:04:05Z",
  date: "2026-01-02",
  time: "03:04:05Z",
  uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  email: "a.b+c@example.test",
  uri: "https://example.test/a?b=c",
  url: "https://example.test/a?b=c",
  hostname: "example.test",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "dGV4dA==",
  duration: "PT1H",
};

/** Of a pattern, one of these is often one. */
const likely = [
  "text",
  "a",
  "A",
  "1",
  "abc123",
  "2026-01-02",
  "1.0",
  "a-b",
  "0".repeat(24),
  "a".repeat(32),
  "/a/b",
];

function fits(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}

function requiredIn(place: Place, document: unknown, depth = 0): readonly string[] {
  const { required, allOf } = keywords(place.value);
  const parts =
    depth > 5 ? [] : members(allOf).map(([index]) => locate(document, [...place.path, "allOf", index]));
  const own = Array.isArray(required) ? required.map(String) : [];
  return [...own, ...parts.flatMap((part) => (part ? requiredIn(part, document, depth + 1) : []))];
}

type Keywords = Readonly<Record<string, unknown>>;

export function keywords(schema: unknown): Keywords {
  return Object.fromEntries(members(schema));
}

function isObject(schema: unknown): boolean {
  const { properties, additionalProperties, required } = keywords(schema);
  return properties !== undefined || isRecord(additionalProperties) || required !== undefined;
}

export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
