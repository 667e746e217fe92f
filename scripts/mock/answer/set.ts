import { members } from "../../../src/sandbox/contract/pointer.ts";
import { isRecord } from "../document/schema.ts";

/** A copy that has this value there; objects and lists on the way are made where they are missing. */
export function set(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body)) return Object.assign([...body], { [key]: set(body[Number(key)], rest, value) });
  const found = isRecord(body) ? body : {};
  const inner = members(found).find(([name]) => name === key)?.[1];
  return { ...found, [key]: set(inner, rest, value) };
}
