import { isDeepStrictEqual } from "node:util";
import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { keywords, partOf, partsOf } from "../document/schema.ts";
import type { Fault, Inner, Judging } from "./judging.ts";

/** Of a list, in what it is not as its schema asks. */
export function listFault(
  place: Place,
  value: readonly unknown[],
  { document }: Judging,
  inner: Inner,
): Fault | undefined {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = keywords(place.value);
  if (value.length < Number(minItems)) return { at: [], what: `has fewer than ${minItems} items` };
  if (value.length > Number(maxItems)) return { at: [], what: `has more than ${maxItems} items` };
  const isRepeated = (each: unknown, index: number): boolean =>
    value.slice(0, index).some((other) => isDeepStrictEqual(each, other));
  if (uniqueItems === true && value.some(isRepeated)) return { at: [], what: "has an item twice" };
  for (const [index, each] of value.entries()) {
    const fault = inner(itemOf(place, index, document), each, String(index));
    if (fault) return fault;
  }
  return containsFault(place, value, document, inner);
}

/** The schema of an item. */
export function itemOf(place: Place, index: number, document: unknown): Place | undefined {
  return partsOf(place, "prefixItems", document)[index] ?? partOf(place, "items", document);
}

function containsFault(
  place: Place,
  value: readonly unknown[],
  document: unknown,
  inner: Inner,
): Fault | undefined {
  const contains = partOf(place, "contains", document);
  if (contains === undefined) return undefined;
  const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = keywords(place.value);
  const found = value.filter((each) => inner(contains, each, "") === undefined).length;
  if (found < Number(minContains)) return { at: [], what: "lacks an item that it has to contain" };
  if (found > Number(maxContains)) return { at: [], what: "has too many items of a kind" };
  return undefined;
}
