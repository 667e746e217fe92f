import { isDeepStrictEqual } from "node:util";
import { keywords, partOf } from "../document/schema.ts";
import { itemOf } from "../judge/list.ts";
import type { Making } from "./making.ts";
import { pinsBelow } from "./making.ts";
import type { All } from "./ways.ts";

/** A list that these schemas may allow, if its items can be made. */
export function* list(all: All, making: Making): Generator<unknown> {
  const { document, pins } = making;
  const of = (keyword: string): readonly number[] =>
    all.flatMap(({ value }) =>
      keywords(value)[keyword] === undefined ? [] : Number(keywords(value)[keyword]),
    );
  const contains = all.flatMap((place) => partOf(place, "contains", document) ?? []);
  const contained = contains.length > 0 ? Math.max(1, ...of("minContains")) : 0;
  const least = Math.max(0, contained, ...of("minItems"));
  // nobody waits for a list of a billion
  if (least > 1000) return;
  const pinned = pins.flatMap(({ at }) => (/^\d+$/.test(at[0] ?? "") ? Number(at[0]) + 1 : []));
  const tuple = all.map(({ value }) => Object(keywords(value).prefixItems).length ?? 0);
  const wanted = Math.max(least, ...(making.all ? [1, ...tuple] : []), ...pinned);
  const isUnique = all.some(({ value }) => keywords(value).uniqueItems === true);
  const items: unknown[] = [];
  while (items.length < Math.min(wanted, ...of("maxItems"))) {
    const index = items.length;
    const parts = [
      ...all.flatMap((place) => itemOf(place, index, document) ?? []),
      ...(index < contained ? contains : []),
    ];
    const item = itemFor(parts, index, isUnique ? items : [], making);
    if (item === undefined) break;
    items.push(item);
  }
  if (items.length >= least) yield items;
  if (items.length > 0 && least === 0) yield [];
}

/** Another one than those before. */
function itemFor(parts: All, index: number, others: readonly unknown[], making: Making): unknown {
  const pins = pinsBelow(making.pins, String(index));
  for (let more = 0; more <= others.length + 1; more++) {
    const nth = making.nth + (others.length > 0 ? index + more : 0);
    const item = making.sampleOf(parts, { ...making, nth, pins });
    if (item === undefined || !others.some((other) => isDeepStrictEqual(other, item))) return item;
  }
  return undefined;
}
