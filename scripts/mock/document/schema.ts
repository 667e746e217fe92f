import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { locate, members, step } from "../../../src/sandbox/contract/pointer.ts";
import { parseFragment, printPointer } from "../../vocabulary/pointer.ts";

/** Where a document has something. */
export type Way = readonly string[];
export type Keywords = Readonly<Record<string, unknown>>;

export function keywords(schema: unknown): Keywords {
  // whatever is asked for is checked by who asks
  return typeof schema === "object" && schema !== null ? (schema as Keywords) : {};
}

export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a schema is called here: no two have the same. */
export function pointerOf(place: Place): string {
  const found = remembered(place);
  found.pointer ??= printPointer(place.path);
  return found.pointer;
}

/** The schema at this way. */
export function schemaIn(document: unknown, way: Way): Place | undefined {
  const owner = locate(document, way.slice(0, -1));
  return owner && below(document, owner, way.slice(-1));
}

/** The schema that a keyword has, such as `items`. */
export function partOf(place: Place, keyword: string, document: unknown): Place | undefined {
  return below(document, place, [keyword]);
}

/** The schemas in a list of them, such as that of `allOf`. */
export function partsOf(place: Place, keyword: string, document: unknown): readonly Place[] {
  const { parts } = remembered(place);
  const known = parts.get(keyword);
  if (known) return known;
  const found = members(keywords(place.value)[keyword]).flatMap(
    ([index]) => below(document, place, [keyword, index]) ?? [],
  );
  const meant = keyword === "allOf" && isClosedAsWhole(place) ? found.map(opened) : found;
  parts.set(keyword, meant);
  return meant;
}

/** By the letter it allows nothing of what an `allOf` beside it has; who writes it there means `unevaluatedProperties`. */
export function isClosedAsWhole({ value }: Place): boolean {
  const { additionalProperties, allOf } = keywords(value);
  return additionalProperties === false && allOf !== undefined;
}

/** Who closes the whole, and its parts as well, does not mean that no part may have what another has. */
function opened(part: Place): Place {
  const { additionalProperties, ...open } = keywords(part.value);
  return additionalProperties === false && !isClosedAsWhole(part) ? { path: part.path, value: open } : part;
}

/** The schema further down; where one stands beside a `$ref`, both count. */
export function below(document: unknown, from: Place, path: readonly string[]): Place | undefined {
  const raw = path.reduce<Place | undefined>((place, key) => place && inner(place, key), from);
  if (raw === undefined) return undefined;
  const known = remembered(raw);
  known.meant ??= { place: resolved(document, raw) };
  return known.meant.place;
}

function inner(place: Place, key: string): Place | undefined {
  const { steps } = remembered(place);
  const known = steps.get(key);
  if (known) return known;
  const found = step(place, key);
  if (found) steps.set(key, found);
  return found;
}

/** What was found out about a schema: those of a large document are asked for again and again. */
interface Remembered {
  pointer?: string;
  all?: readonly Place[];
  meant?: { readonly place: Place | undefined };
  readonly steps: Map<string, Place>;
  readonly parts: Map<string, readonly Place[]>;
}

const places = new WeakMap<Place, Remembered>();

function remembered(place: Place): Remembered {
  const known = places.get(place) ?? { steps: new Map(), parts: new Map() };
  places.set(place, known);
  return known;
}

function resolved(document: unknown, raw: Place): Place | undefined {
  const { $ref, ...rest } = keywords(raw.value);
  if (typeof $ref !== "string") return raw;
  if (!counts(rest, document)) return target(document, $ref);
  const { allOf, ...own } = rest;
  return { path: raw.path, value: { ...own, allOf: [{ $ref }, ...(Array.isArray(allOf) ? allOf : [])] } };
}

/** Remembered, for the same are asked for again and again; of one that leads back to itself, there is none. */
function target(document: unknown, ref: string): Place | undefined {
  if (typeof document !== "object" || document === null || !ref.startsWith("#/")) return undefined;
  const known = targets.get(document) ?? new Map<string, Place | undefined>();
  targets.set(document, known);
  if (known.has(ref)) return known.get(ref);
  known.set(ref, undefined);
  const found = schemaIn(document, parseFragment(ref) ?? []);
  known.set(ref, found);
  return found;
}

const targets = new WeakMap<object, Map<string, Place | undefined>>();

/** Up to OpenAPI 3.0 nothing does that stands beside a `$ref`, and texts never do. */
function counts(rest: Keywords, document: unknown): boolean {
  if (String(keywords(document).openapi).startsWith("3.0")) return false;
  return Object.keys(rest).some((key) => !/^(title|summary|description|deprecated|\$.*|x-.*)$/.test(key));
}

/** The schema of what stands there in a value of this schema: the first of those that its branches may give. */
export function schemaAt(
  place: Place | undefined,
  at: readonly string[],
  document: unknown,
): Place | undefined {
  const [key, ...rest] = at;
  if (place === undefined || key === undefined) return place;
  for (const part of allParts(place, document)) {
    const inner =
      below(document, part, ["properties", key]) ??
      (/^\d+$/.test(key) ? partOf(part, "items", document) : undefined);
    const found = schemaAt(inner, rest, document);
    if (found) return found;
  }
  return undefined;
}

/** The schema itself, and all that it consists of or chooses from. */
export function allParts(place: Place, document: unknown): readonly Place[] {
  const known = remembered(place);
  known.all ??= consistingOf(place, document);
  return known.all;
}

function consistingOf(place: Place, document: unknown): readonly Place[] {
  const found = new Map<string, Place>();
  const visit = (part: Place): void => {
    const name = pointerOf(part);
    if (found.has(name)) return;
    found.set(name, part);
    for (const keyword of ["allOf", "oneOf", "anyOf"]) partsOf(part, keyword, document).forEach(visit);
  };
  visit(place);
  return [...found.values()];
}
