import type { Place } from "../../src/sandbox/contract/pointer.ts";
import { locate, members } from "../../src/sandbox/contract/pointer.ts";

/** Where a document has something. */
export type Way = readonly string[];
export type Keywords = Readonly<Record<string, unknown>>;

export function keywords(schema: unknown): Keywords {
  return Object.fromEntries(members(schema));
}

export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isObject(schema: unknown): boolean {
  const { properties, additionalProperties, required } = keywords(schema);
  return properties !== undefined || isRecord(additionalProperties) || required !== undefined;
}

/** The names that a schema requires, alone or by what it consists of. */
export function requiredIn(place: Place, document: unknown, depth = 0): readonly string[] {
  const { required } = keywords(place.value);
  const own = Array.isArray(required) ? required.map(String) : [];
  const parts = depth > 5 ? [] : partsOf(place, ["allOf"], document);
  return [...own, ...parts.flatMap((part) => requiredIn(part, document, depth + 1))];
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
      locate(document, [...part.path, "properties", key]) ??
      (/^\d+$/.test(key) ? locate(document, [...part.path, "items"]) : undefined);
    const found = schemaAt(inner, rest, document);
    if (found) return found;
  }
  return undefined;
}

/** The schema itself, and all that it consists of or chooses from. */
function allParts(place: Place, document: unknown, depth = 0): readonly Place[] {
  const parts = depth > 5 ? [] : partsOf(place, ["allOf", "oneOf", "anyOf"], document);
  return [place, ...parts.flatMap((part) => allParts(part, document, depth + 1))];
}

function partsOf(place: Place, names: readonly string[], document: unknown): readonly Place[] {
  return names.flatMap((name) =>
    members(keywords(place.value)[name]).flatMap(
      ([index]) => locate(document, [...place.path, name, index]) ?? [],
    ),
  );
}
