import { members } from "../../../src/sandbox/contract/pointer.ts";
import { isRecord, keywords, partOf } from "../document/schema.ts";
import { allows } from "../judge/fault.ts";
import { isLeftOut, propertySchemas, requiredBy } from "../judge/object.ts";
import { errorsBesideState } from "./failure.ts";
import type { Making, Pin } from "./making.ts";
import { pinsBelow } from "./making.ts";
import { matching } from "./pattern.ts";
import { texts } from "./text.ts";
import type { All } from "./ways.ts";

/**
 * Objects that these schemas may allow, if what they require can be made: as wanted, then with one property less, for it may be
 * that of another branch of a `oneOf`, and then with as little as can be.
 */
export function* objects(all: All, making: Making): Generator<unknown> {
  const wanted = object(all, making);
  yield wanted;
  if (wanted === undefined) return;
  const left = making.all ? Object.keys(wanted).slice(0, 10) : [];
  for (const name of left)
    yield object(all, { ...making, pins: [...making.pins, { at: [name], values: [], ratherNone: true }] });
  if (making.all || making.pins.length > 0) yield object(all, { ...making, all: false, pins: [] });
}

function object(all: All, making: Making): object | undefined {
  const required = requiredNames(all, making);
  const declared = all.flatMap(({ value }) => members(keywords(value).properties).map(([name]) => name));
  const names = [...new Set([...declared, ...required])].filter((name) => !isLeftOut(all, name, making));
  const least = Math.max(0, ...boundsOf(all, "minProperties"));
  let room = Math.min(...boundsOf(all, "maxProperties")) - required.length;
  const found: (readonly [name: string, value: unknown])[] = [];
  const optional: string[] = [];
  const errors = making.isAccepting ? errorsBesideState(all, declared, making) : [];
  const isUnwanted = (pins: readonly Pin[]): boolean =>
    pins.some(({ at, ratherNone }) => at.length === 0 && ratherNone);
  const isAskedFor = (name: string): boolean => {
    const pins = pinsBelow(making.pins, name);
    return !required.includes(name) && pins.length > 0 && !isUnwanted(pins);
  };
  // what is asked for goes before what merely may be there
  let reserved = names.filter(isAskedFor).length;
  for (const name of names) {
    const isRequired = required.includes(name);
    const pins = pinsBelow(making.pins, name);
    if (isAskedFor(name)) reserved--;
    if (!isRequired && pins.length === 0 && errors.includes(name)) continue;
    const isFull = room - (pins.length > 0 ? 0 : reserved) < 1;
    if (!isRequired && (isUnwanted(pins) || isFull || (!making.all && pins.length === 0))) {
      if (!isUnwanted(pins)) optional.push(name);
      continue;
    }
    const value = property(all, name, isRequired, { ...making, pins });
    if (value === undefined && isRequired) return undefined;
    if (value === undefined) continue;
    if (!isRequired) room--;
    found.push([name, value]);
  }
  const isMap = all.some(({ value }) => isRecord(keywords(value).additionalProperties));
  const wanted = Math.max(least, making.all && isMap && found.length === 0 && room > 0 ? 1 : 0);
  const others = [...optional, ...undeclared(all, wanted, making)].filter(
    (name) => !names.includes(name) || optional.includes(name),
  );
  for (const name of others) {
    if (found.length >= wanted) break;
    const value = property(all, name, false, { ...making, pins: [] });
    if (value !== undefined) found.push([name, value]);
  }
  return Object.fromEntries(found);
}

function boundsOf(all: All, keyword: string): readonly number[] {
  return all.flatMap(({ value }) =>
    keywords(value)[keyword] === undefined ? [] : Number(keywords(value)[keyword]),
  );
}

/** What is required, and what is then required with it. */
function requiredNames(all: All, making: Making): readonly string[] {
  let names: readonly string[] = [];
  for (;;) {
    const found = [...new Set(all.flatMap((place) => requiredBy(place, names)))].filter(
      (name) => !isLeftOut(all, name, making),
    );
    if (found.length === names.length) return found;
    names = found;
  }
}

function property(all: All, name: string, isRequired: boolean, making: Making): unknown {
  const { effort } = making;
  const { blame } = effort;
  const parts = all.flatMap((place) => propertySchemas(place, name, making.document));
  const value = making.sampleOf(parts, making);
  // it can do without
  if (value === undefined && !isRequired) effort.blame = blame;
  return value;
}

/** Names for what is not declared. */
function undeclared(all: All, count: number, { document }: Making): readonly string[] {
  const numbers = Array.from({ length: Math.min(count, 1000) }, (_, index) => index);
  const patterns = all.flatMap(({ value }) =>
    members(keywords(value).patternProperties).map(([pattern]) => pattern),
  );
  const schemas = all.flatMap((place) => partOf(place, "propertyNames", document) ?? []);
  const wanted = schemas.map(({ value }) => keywords(value));
  const names = [
    ...numbers.flatMap((nth) => patterns.flatMap((pattern) => matching(pattern, nth))),
    ...numbers.flatMap((nth) => (wanted.length > 0 ? texts(wanted, "key", nth) : [])),
    ...numbers.map((nth) => (nth === 0 ? "key" : `key${nth + 1}`)),
  ];
  return names.filter((name) => schemas.every((place) => allows(place, name, document)));
}
