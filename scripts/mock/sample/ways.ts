import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { members } from "../../../src/sandbox/contract/pointer.ts";
import { markOf } from "../document/mark.ts";
import { keywords, partOf, partsOf, pointerOf } from "../document/schema.ts";

/** Schemas that all hold for one value. */
export type All = readonly Place[];

/**
 * The ways in which a value may be as all these schemas ask, each as the schemas that it then has to fit: those in an `allOf`
 * too, and of each `oneOf`, `anyOf` and `if` one branch. What is left to see of these schemas is only what they say themselves.
 */
export function* waysOf(places: All, document: unknown, before: All = []): Generator<All> {
  const [place, ...open] = places;
  if (place === undefined) {
    yield before;
    return;
  }
  const name = pointerOf(place);
  if (before.some((each) => pointerOf(each) === name)) {
    yield* waysOf(open, document, before);
    return;
  }
  if (place.value === false) return;
  const always = partsOf(place, "allOf", document);
  for (const chosen of choices(place, document))
    yield* waysOf([...always, ...chosen, ...open], document, [...before, place]);
}

/** Each choice of branches of a schema. */
function* choices(place: Place, document: unknown): Generator<All> {
  const kinds = [
    branches(place, "oneOf", document),
    branches(place, "anyOf", document),
    conditions(place, document),
  ];
  const [one = [[]], other = [[]], condition = [[]]] = kinds.map((kind) =>
    kind.length > 0 ? kind : undefined,
  );
  for (const first of one)
    for (const second of other) for (const third of condition) yield [...first, ...second, ...third];
}

/** `null` last, for it says least; each as what its discriminator calls it, if it can be. */
function branches(place: Place, keyword: string, document: unknown): readonly All[] {
  const parts = partsOf(place, keyword, document);
  const isNull = (part: Place): boolean => keywords(part.value).type === "null";
  const raw = members(keywords(place.value)[keyword]).map(([, branch]) => branch);
  const found = parts.map((part, index) => {
    const mark = marking(place, raw[index]);
    return { part, ways: mark ? [[mark, part], [part]] : [[part]] };
  });
  const known = found.filter(({ part }) => !isNull(part));
  const nulls = found.filter(({ part }) => isNull(part));
  return [...known, ...nulls].flatMap(({ ways }) => ways);
}

/** What the discriminator says of one branch, as a schema. */
function marking(place: Place, branch: unknown): Place | undefined {
  const mark = markOf(place, branch);
  if (mark === undefined) return undefined;
  const value = { required: [mark.name], properties: { [mark.name]: { const: mark.value } } };
  return { path: [...place.path, "discriminator", mark.value], value };
}

/** Either as the condition says, or not. */
function conditions(place: Place, document: unknown): readonly All[] {
  const part = (keyword: string): Place | undefined => partOf(place, keyword, document);
  const condition = part("if");
  if (condition === undefined) return [];
  const [then, otherwise] = [part("then"), part("else")];
  return [then ? [condition, then] : [condition], otherwise ? [otherwise] : []];
}
