import { members } from "../../../src/sandbox/contract/pointer.ts";
import type { Way } from "../document/schema.ts";
import { isRecord, schemaIn } from "../document/schema.ts";
import { allows } from "../judge/fault.ts";
import type { Answered } from "./answers.ts";

/** The answer with this value in its body, if that is still what its schema allows; `way` leads to the operation. */
export function withValue(
  answered: Answered,
  at: readonly string[],
  value: unknown,
  { way, document }: { readonly way: Way; readonly document: unknown },
): Answered | undefined {
  const body = set(answered.body, at, value);
  const { key, mediaType = "" } = answered;
  const schema = schemaIn(document, [...way, "responses", key, "content", mediaType, "schema"]);
  return schema === undefined || allows(schema, body, document) ? { ...answered, body } : undefined;
}

/** A copy that has this value there; objects and lists on the way are made where they are missing. */
function set(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body) && /^\d+$/.test(key))
    return Object.assign([...body], { [key]: set(body[Number(key)], rest, value) });
  const found = isRecord(body) ? body : {};
  const inner = members(found).find(([name]) => name === key)?.[1];
  return { ...found, [key]: set(inner, rest, value) };
}
