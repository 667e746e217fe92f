import type { Place } from "../../src/sandbox/contract/pointer.ts";
import { fragment, locate, members } from "../../src/sandbox/contract/pointer.ts";
import { valueAt } from "../vocabulary/pointer.ts";
import { allows } from "./allows.ts";
import { number } from "./number.ts";
import { isObject, isRecord, keywords, requiredIn, schemaAt, type Way } from "./schema.ts";
import { text } from "./text.ts";

export interface SampleOptions {
  /** Optional properties as well. */
  readonly all: boolean;
  /** What a text is, of which nothing more is known. Default: `text`. */
  readonly text?: string;
  /** Another number gives another text or number, where the schema leaves room for it. Default: 0. */
  readonly nth?: number;
  readonly pins?: readonly Pin[];
}

/** What has to stand somewhere in the value, as far as the schema allows it. */
export interface Pin {
  readonly at: readonly string[];
  /** The first of these that is allowed; without any, whatever the schema says, as long as something is there. */
  readonly values: readonly unknown[];
  /** Rather nothing at all than one of these. */
  readonly ratherNone?: boolean;
}

/** A value that the schema at a place of the document allows; `undefined` where none can be made. */
export function sample(
  document: unknown,
  way: Way,
  { all, text, nth = 0, pins = [] }: SampleOptions,
): unknown {
  return sampleOf(way, { document, all, text, nth, pins, within: [], needed: new Set() });
}

interface Making {
  readonly document: unknown;
  readonly all: boolean;
  readonly text: string | undefined;
  readonly nth: number;
  /** As seen from here. */
  readonly pins: readonly Pin[];
  /** The schemas that this one is a part of. */
  readonly within: readonly string[];
  /** The properties that neighbours in an `allOf` require. */
  readonly needed: ReadonlySet<string>;
}

function sampleOf(way: Way, before: Making): unknown {
  const { document, pins } = before;
  const place = locate(document, way);
  if (place === undefined) return undefined;
  const own = fragment(place);
  if (before.within.length > 30 || before.within.filter((each) => each === own).length > 1) return undefined;
  const pin = pins.find(({ at }) => at.length === 0);
  for (const value of pin?.values ?? []) if (allows(place, value, document)) return value;
  const { const: only, enum: values, allOf, oneOf, anyOf } = keywords(place.value);
  if (only !== undefined) return only;
  if (Array.isArray(values)) {
    const known = values.filter((each) => each !== null);
    return known.length > 0 ? known[before.nth % known.length] : values[0];
  }
  const needed = new Set([...before.needed, ...requiredIn(place, document)]);
  const making: Making = { ...before, within: [...before.within, own], needed };
  const branches = [oneOf ? "oneOf" : "", anyOf ? "anyOf" : ""].filter(Boolean);
  if (!allOf && branches.length === 0) return withUndeclared(plain(place, making), place, before, needed);
  const parts = [
    ...members(allOf).map(([index]) => sampleOf([...place.path, "allOf", index], making)),
    ...branches.map((keyword) => branchOf(place, keyword, making)),
    ...(isObject(place.value) ? [object(place, making)] : []),
  ].filter((part) => part !== undefined);
  const value = parts.every(isRecord) ? Object.assign({}, ...parts) : parts.find((part) => !isRecord(part));
  return withUndeclared(value, place, before, needed);
}

/** What is required, and of which nothing is said. */
function withUndeclared(
  value: unknown,
  place: Place,
  { needed: elsewhere, document }: Making,
  needed: ReadonlySet<string>,
): unknown {
  if (!isRecord(value) || elsewhere.size > 0) return value;
  const missing = [...needed].filter(
    (name) => !Object.hasOwn(value, name) && schemaAt(place, [name], document) === undefined,
  );
  return { ...value, ...Object.fromEntries(missing.map((name) => [name, "anything"])) };
}

/** The branch that has most of what is pinned, the first of several; marked as the one that it is. */
function branchOf(place: Place, keyword: string, making: Making): unknown {
  let best: { readonly value: unknown; readonly met: number } | undefined;
  for (const [index, branch] of members(keywords(place.value)[keyword])) {
    if (keywords(branch).type === "null") continue;
    const value = marked(sampleOf([...place.path, keyword, index], making), place, branch);
    if (value === undefined) continue;
    const met = making.pins.filter((pin) => isMet(pin, value)).length;
    if (best === undefined || met > best.met) best = { value, met };
    if (best.met === making.pins.length) break;
  }
  return best?.value;
}

function marked(value: unknown, place: Place, branch: unknown): unknown {
  const { propertyName, mapping } = keywords(keywords(place.value).discriminator);
  const ref = keywords(branch).$ref;
  if (!isRecord(value) || typeof propertyName !== "string" || typeof ref !== "string") return value;
  const mapped = members(mapping).find(([, target]) => target === ref)?.[0];
  return { ...value, [propertyName]: mapped ?? ref.slice(ref.lastIndexOf("/") + 1) };
}

function isMet({ at, values, ratherNone }: Pin, whole: unknown): boolean {
  const value = valueAt(whole, at);
  if (value === undefined) return ratherNone === true;
  return values.length === 0 || values.includes(value);
}

function plain(place: Place, making: Making): unknown {
  const schema = keywords(place.value);
  const type = [schema.type ?? []].flat().find((each) => each !== "null");
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return number({ ...schema, type }, making.nth);
  if (type === "string") return text(schema, making.text, making.nth);
  if (type === "array" || (type === undefined && schema.items !== undefined)) return list(place, making);
  if (type === "object" || isObject(schema)) return object(place, making);
  return type === undefined ? "anything" : undefined;
}

function object(place: Place, making: Making): unknown {
  const { properties, additionalProperties } = keywords(place.value);
  const found = members(properties).flatMap(([name]) => {
    const pins = making.pins
      .filter(({ at }) => at[0] === name)
      .map((pin) => ({ ...pin, at: pin.at.slice(1) }));
    const isNeeded = making.needed.has(name);
    if (!isNeeded && pins.some(({ at, ratherNone }) => at.length === 0 && ratherNone)) return [];
    if (!isNeeded && !making.all && pins.length === 0) return [];
    const value = sampleOf([...place.path, "properties", name], { ...making, pins, needed: new Set() });
    return value === undefined ? [] : [[name, value] as const];
  });
  const lacks =
    making.needed.size > 0 &&
    members(properties).some(([name]) => making.needed.has(name) && !found.some(([each]) => each === name));
  if (lacks) return undefined;
  const isMap = making.all && found.length === 0 && isRecord(additionalProperties);
  const extra = isMap
    ? sampleOf([...place.path, "additionalProperties"], { ...making, pins: [], needed: new Set() })
    : undefined;
  return Object.fromEntries(extra === undefined ? found : [["key", extra]]);
}

function list(place: Place, making: Making): unknown {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = keywords(place.value);
  const inner = making.pins.filter(({ at }) => /^\d+$/.test(at[0] ?? ""));
  const wanted = Math.max(Number(minItems), making.all ? 1 : 0, ...inner.map(({ at }) => Number(at[0]) + 1));
  const items = Array.from({ length: Math.min(wanted, Number(maxItems)) }, (_, index) =>
    sampleOf([...place.path, "items"], {
      ...making,
      nth: uniqueItems === true ? making.nth + index : making.nth,
      pins: inner.filter(({ at }) => Number(at[0]) === index).map((pin) => ({ ...pin, at: pin.at.slice(1) })),
      needed: new Set(),
    }),
  );
  if (items.every((item) => item !== undefined)) return items;
  return Number(minItems) > 0 ? undefined : [];
}
