/** A place in a document, and what stands there. */
export interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Walks down from the root, following each `$ref` on the way; undefined where nothing stands. */
export function locate(document: unknown, path: readonly string[]): Place | undefined {
  let place: Place | undefined = { path: [], value: document };
  for (const key of path) {
    place = place && follow(document, step(place, key));
  }
  return place;
}

/** The place as a JSON pointer in a URI fragment, which is how Ajv takes a reference. */
export function fragment(place: Place): string {
  return place.path
    .map((key) => `/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`)
    .join("");
}

/** The members of an object, or none. */
export function members(value: unknown): Array<[string, unknown]> {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // just seen to own it; what it holds stays unknown
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** One step down, which follows no `$ref`. */
export function step(place: Place, key: string): Place | undefined {
  const value = member(place.value, key);
  return value === undefined ? undefined : { path: [...place.path, key], value };
}

function follow(document: unknown, place: Place | undefined): Place | undefined {
  const ref = member(place?.value, "$ref");
  if (typeof ref !== "string" || !ref.startsWith("#/")) return place;
  return locate(document, ref.slice(2).split("/").map(unescapeKey));
}

function unescapeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
