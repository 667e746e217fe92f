import type { Location } from "@redocly/openapi-core";
import { Source } from "@redocly/openapi-core";
import type { Document, Place } from "../../plugin/document.ts";
import { child, isObject } from "../../plugin/document.ts";
import { parseFragment, parsePointer, printPointer, valueAt } from "../../vocabulary/pointer.ts";

/**
 * A bundled document, to be looked at as the rules look at theirs. `pointer` of a location is the way there from the root
 * as somebody would walk it, through each `$ref`, so that it leads through the files as well; `absolutePointer` is where
 * the way ends in the bundle.
 */
export function openBundle(parsed: unknown): Document {
  const root: Place = { value: parsed, location: locationOf([], []) };

  function layers(place: Place): readonly Place[] | undefined {
    const found: Place[] = [place];
    let last = place;
    while (isObject(last.value) && typeof last.value.$ref === "string") {
      const target = parseFragment(last.value.$ref);
      const value = last.value.$ref.startsWith("#") ? valueAt(parsed, target) : undefined;
      if (value === undefined || found.length > maxHops) return undefined;
      last = { value, location: locationOf(wayTo(place), target) };
      found.push(last);
    }
    return found;
  }

  return {
    root,
    layers,
    follow: (place) => layers(place)?.at(-1),
    fields: (place) => {
      const fields = new Map<string, Place>();
      for (const layer of (place && layers(place)) ?? []) {
        for (const key of isObject(layer.value) ? Object.keys(layer.value) : []) {
          if (key !== "$ref" && !fields.has(key)) fields.set(key, child(layer, key));
        }
      }
      return fields;
    },
  };
}

/** The way to a place, from the root and through each `$ref`. */
export function wayTo({ location }: Place): readonly string[] {
  return parsePointer(location.pointer.slice(1)) ?? [];
}

/** Where a place is in the bundle. */
export function addressOf({ location }: Place): readonly string[] {
  return parsePointer(location.absolutePointer.slice(1)) ?? [];
}

/** No chain of `$ref`s is longer than this, except one that runs in a circle. */
const maxHops = 100;

const nowhere = new Source("", "");

function locationOf(way: readonly string[], address: readonly string[]): Location {
  return {
    source: nowhere,
    get pointer() {
      return `#${printPointer(way)}`;
    },
    get absolutePointer() {
      return `#${printPointer(address)}`;
    },
    child: (components) => {
      const more = [components].flat().map(String);
      return locationOf([...way, ...more], [...address, ...more]);
    },
    key: () => locationOf(way, address),
  };
}
