import { nearest } from "../vocabulary/nearest.ts";
import type { Document, Place } from "./document.ts";
import { isObject } from "./document.ts";
import type { Report } from "./report.ts";
import { describe, quoted } from "./words.ts";

/** An object whose keys are known beforehand: an extension, or a part of one. */
export interface Block {
  readonly name: string;
  readonly place: Place;
  /** Whether the key is written, be it misspelt: that has been reported, and what follows from it is not. */
  readonly has: (key: string) => boolean;
  /** The value of a key, at the end of its `$ref` if it is one. */
  readonly get: (key: string) => Place | undefined;
}

export interface Expected {
  readonly name: string;
  readonly keys: readonly string[];
  readonly required?: readonly string[];
}

/** Opens what should be a block, and reports what is no object, an unknown key, and a missing one. */
export function openBlock(
  place: Place,
  expected: Expected,
  document: Document,
  report: Report,
): Block | undefined {
  const { name, keys, required = [] } = expected;
  const end = document.follow(place);
  if (end === undefined) return undefined;
  if (!isObject(end.value)) {
    report(
      end,
      "not-an-object",
      `\`${name}\` is an object with the keys ${quoted(keys)}; here stands ${describe(end.value)}.`,
    );
    return undefined;
  }
  const fields = document.fields(place);
  const lacking = required.filter((key) => !fields.has(key));
  const meant = new Set<string>();
  for (const [key, value] of fields) {
    if (keys.includes(key)) continue;
    const near = nearest(key, keys) ?? (lacking.length === 1 ? lacking[0] : undefined);
    const others = near === undefined ? ` It has ${quoted(keys)}.` : "";
    report(value, "unknown-key", `\`${name}\` has no key \`${key}\`.${others}`, {
      suggest: near ? [near] : [],
      onKey: true,
    });
    if (near !== undefined) meant.add(near);
  }
  for (const key of lacking.filter((each) => !meant.has(each))) {
    report(end, "missing-key", `\`${name}\` lacks \`${key}\`, which it cannot do without.`, { onKey: true });
  }
  return {
    name,
    place: end,
    has: (key) => fields.has(key) || meant.has(key),
    get: (key) => {
      const value = fields.get(key);
      return value && document.follow(value);
    },
  };
}
