import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { members } from "../../../src/sandbox/contract/pointer.ts";
import {
  allParts,
  below,
  isClosedAsWhole,
  keywords,
  partOf,
  partsOf,
  pointerOf,
} from "../document/schema.ts";
import type { Fault, Inner, Judging } from "./judging.ts";
import { matches } from "./pattern.ts";

/** Of an object, in what it is not as its schema asks. */
export function objectFault(place: Place, value: object, judging: Judging, inner: Inner): Fault | undefined {
  const schema = keywords(place.value);
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  const names = Object.keys(value);
  const lacking = requiredBy(place, names)
    .filter((name) => !names.includes(name))
    // a condition is no part of the whole
    .filter((name) => !isLeftOut([place], name, judging) && !leftOutNames(judging).has(name));
  const shown = lacking.map((name) => `\`${name}\``).join(", ");
  if (lacking.length > 0) return { at: [], what: `lacks ${shown}` };
  if (names.length < Number(minProperties))
    return { at: [], what: `has fewer than ${minProperties} properties` };
  if (names.length > Number(maxProperties))
    return { at: [], what: `has more than ${maxProperties} properties` };
  for (const [name, each] of members(value)) {
    for (const part of propertySchemas(place, name, judging.document)) {
      if (part.value === false) return { at: [], what: `may not have \`${name}\`` };
      const fault = inner(part, each, name);
      if (fault) return fault;
    }
    const wanted = partOf(place, "propertyNames", judging.document);
    if (inner(wanted, name, name)) return { at: [], what: `may have no property called \`${name}\`` };
  }
  return unevaluatedFault(place, value, judging);
}

/** The names that have to be there, when these are. */
export function requiredBy(place: Place, names: readonly string[]): readonly string[] {
  const { required, dependentRequired } = keywords(place.value);
  const dependent = members(dependentRequired).flatMap(([name, others]) =>
    names.includes(name) && Array.isArray(others) ? others : [],
  );
  return [...(Array.isArray(required) ? required : []), ...dependent].map(String);
}

/** Of all that the whole consists of or chooses from, which may be thousands of schemas: so it is looked for once. */
function leftOutNames({ whole, document, direction }: Judging): ReadonlySet<string> {
  const known = leftOut[direction].get(whole);
  if (known) return known;
  const parts = allParts(whole, document);
  const names = new Set(
    parts.flatMap((part) =>
      members(keywords(part.value).properties).flatMap(([name]) =>
        isLeftOut([part], name, { document, direction }) ? name : [],
      ),
    ),
  );
  leftOut[direction].set(whole, names);
  return names;
}

const leftOut = { answer: new WeakMap<Place, Set<string>>(), request: new WeakMap<Place, Set<string>>() };

/** What is `writeOnly` in one of these is not for answers, and what is `readOnly` not for requests. */
export function isLeftOut(
  places: readonly Place[],
  name: string,
  { document, direction }: Pick<Judging, "document" | "direction">,
): boolean {
  const keyword = direction === "answer" ? "writeOnly" : "readOnly";
  return places.some(
    (place) => keywords(below(document, place, ["properties", name])?.value)[keyword] === true,
  );
}

/** What a schema says of a property: by its name, by how it is called, or of all others. */
export function propertySchemas(place: Place, name: string, document: unknown): readonly Place[] {
  const named = below(document, place, ["properties", name]);
  const matching = members(keywords(place.value).patternProperties).flatMap(([pattern]) =>
    matches(pattern, name) === true ? (below(document, place, ["patternProperties", pattern]) ?? []) : [],
  );
  const found = named ? [named, ...matching] : matching;
  if (found.length > 0 || isClosedAsWhole(place)) return found;
  return [partOf(place, "additionalProperties", document) ?? []].flat();
}

function unevaluatedFault(place: Place, value: object, judging: Judging): Fault | undefined {
  if (keywords(place.value).unevaluatedProperties !== false && !isClosedAsWhole(place)) return undefined;
  const parts = evaluating(place, value, judging);
  const name = Object.keys(value).find((each) =>
    parts.every((part) => propertySchemas(part, each, judging.document).length === 0),
  );
  return name === undefined ? undefined : { at: [], what: `may not have \`${name}\`` };
}

/** The schema, and those of its parts that hold for this value. */
function evaluating(
  place: Place,
  value: object,
  judging: Judging,
  before: readonly string[] = [],
): readonly Place[] {
  const name = pointerOf(place);
  if (before.includes(name)) return [];
  const branches = ["oneOf", "anyOf"]
    .flatMap((keyword) => partsOf(place, keyword, judging.document))
    .filter((part) => judging.allows(part, value));
  const parts = [...partsOf(place, "allOf", judging.document), ...branches];
  const deeper = parts.flatMap((part) => evaluating(part, value, judging, [...before, name]));
  return [place, ...deeper];
}
