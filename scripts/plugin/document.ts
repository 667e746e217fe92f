import type { Location, UserContext } from "@redocly/openapi-core";

/** A value of the description and where it stands, so that a fault in it can be shown in its file. */
export interface Place {
  readonly value: unknown;
  readonly location: Location;
}

/** The description that is being linted, with its `$ref`s already loaded by Redocly, from other files too. */
export interface Document {
  readonly root: Place;
  /** Where a `$ref` leads in the end; the place itself if it is none; `undefined` if it leads nowhere. */
  follow(place: Place): Place | undefined;
  /** The place, where each `$ref` on the way leads, and the end: all of these hold. `undefined` as above. */
  layers(place: Place): readonly Place[] | undefined;
  /** The keys of an object; what stands beside a `$ref` wins over what the `$ref` leads to, as in a bundle. */
  fields(place: Place | undefined): ReadonlyMap<string, Place>;
}

export function openDocument(root: unknown, { resolve, location }: UserContext): Document {
  function layers(place: Place): readonly Place[] | undefined {
    if (!isRef(place.value)) return [place];
    const { node, location, chain = [] } = resolve<object>(place.value, place.location.source.absoluteRef);
    if (node === undefined || location === undefined) return undefined;
    const hops = chain.map((hop): Place => ({ value: hop.node, location: hop.location }));
    return [place, ...hops, { value: node, location }];
  }

  return {
    root: { value: root, location },
    layers,
    follow: (place) => layers(place)?.at(-1),
    fields: (place) => {
      const found = new Map<string, Place>();
      for (const layer of (place && layers(place)) ?? []) {
        for (const key of isObject(layer.value) ? Object.keys(layer.value) : []) {
          if (key !== "$ref" && !found.has(key)) found.set(key, child(layer, key));
        }
      }
      return found;
    },
  };
}

/** Written out here, so that the plugin needs nothing but the Redocly that loads it. */
function isRef(value: unknown): value is { $ref: string } {
  return isObject(value) && typeof value.$ref === "string";
}

export function child(place: Place, key: string | number): Place {
  // The caller has seen that this is an object or a list; a key that it lacks gives a place without a value.
  const holder = place.value as Record<string | number, unknown>;
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  let location: Location | undefined;
  return {
    value,
    // few are ever pointed at
    get location() {
      location ??= place.location.child([key]);
      return location;
    },
  };
}

/** The members of a list; anything but a list has none. */
export function itemsOf(place: Place): readonly Place[] {
  return Array.isArray(place.value) ? place.value.map((_, index) => child(place, index)) : [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
