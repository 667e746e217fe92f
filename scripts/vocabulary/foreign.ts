import { errorsKeys, pollingKeys, rateLimitKeys } from "./keys.ts";
import { nearest } from "./nearest.ts";

const keys: Readonly<Record<string, readonly string[]>> = {
  "x-errors": errorsKeys,
  "x-polling": pollingKeys,
  "x-rate-limit": rateLimitKeys,
};

/**
 * Whether what stands under a name of ours is somebody else's, who chose the same name: a list of objects where ours is
 * none, or an object that has none of our keys, not even a misspelt one.
 */
export function isForeign(name: string, value: unknown): boolean {
  if (Array.isArray(value)) return name === "x-errors" && value.length > 0 && value.every(isObject);
  const known = keys[name];
  if (known === undefined || !isObject(value)) return false;
  const found = Object.keys(value).filter((key) => key !== "$ref");
  return found.length > 0 && !hasKeyOf(known, value);
}

/** Whether what stands under another name would pass for what stands under a name of ours. */
export function isOurs(name: string, value: unknown): boolean {
  const known = keys[name];
  // an expression
  if (known === undefined) return typeof value === "string" && value.startsWith("$");
  return [value].flat().some((each) => isObject(each) && hasKeyOf(known, each));
}

function hasKeyOf(known: readonly string[], value: object): boolean {
  return Object.keys(value).some((key) => known.includes(key) || nearest(key, known) !== undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
