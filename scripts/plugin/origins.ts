import type { Location, Source } from "@redocly/openapi-core";

/** What was made of something else, by where it would stand; a fault in it is shown where that stands. */
const origins = new WeakMap<Source, Map<string, Location>>();

/** Notes that what is at `made` was read off what is at `from`. */
export function noteOrigin(made: Location, from: Location): void {
  const inSource = origins.get(made.source) ?? new Map<string, Location>();
  inSource.set(made.pointer, from);
  origins.set(made.source, inSource);
}

/** Where a person has to look: the place itself, if somebody wrote it. */
export function originOf(location: Location): Location {
  for (const [pointer, from] of origins.get(location.source) ?? []) {
    if (location.pointer === pointer || location.pointer.startsWith(`${pointer}/`)) return from;
  }
  return location;
}
