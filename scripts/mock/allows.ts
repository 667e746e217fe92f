import { isDeepStrictEqual } from "node:util";
import type { Place } from "../../src/sandbox/contract/pointer.ts";
import { locate, members } from "../../src/sandbox/contract/pointer.ts";
import { allowsNumber } from "./number.ts";
import { isRecord, keywords } from "./schema.ts";
import { allowsText } from "./text.ts";

/** A schema allows a text, a number, a boolean, `null`, or an empty list or object. Of others, no. */
export function allows(place: Place, value: unknown, document: unknown, depth = 0): boolean {
  if (depth > 10) return false;
  const schema = keywords(place.value);
  const allowed = (keyword: string): readonly boolean[] =>
    members(schema[keyword]).map(([index]) => {
      const part = locate(document, [...place.path, keyword, index]);
      return part !== undefined && allows(part, value, document, depth + 1);
    });
  const { const: only, enum: values, allOf, oneOf, anyOf } = schema;
  if (only !== undefined && !isDeepStrictEqual(only, value)) return false;
  if (Array.isArray(values) && !values.includes(value)) return false;
  if (allOf !== undefined && !allowed("allOf").every(Boolean)) return false;
  if (oneOf !== undefined && allowed("oneOf").filter(Boolean).length !== 1) return false;
  if (anyOf !== undefined && !allowed("anyOf").some(Boolean)) return false;
  const types = [schema.type ?? []].flat();
  if (value === null) return types.length === 0 || types.includes("null") || schema.nullable === true;
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return false;
  if (typeof value === "string") return allowsText(schema, value);
  if (typeof value === "number") return allowsNumber(schema, value);
  if (typeof value === "boolean") return true;
  const { minItems = 0, minProperties = 0, required = [] } = schema;
  if (Array.isArray(value)) return value.length === 0 && Number(minItems) === 0;
  const isEmpty = isRecord(value) && Object.keys(value).length === 0;
  return isEmpty && Number(minProperties) === 0 && [required].flat().length === 0;
}

function isOf(type: unknown, value: unknown): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  if (type === "integer") return Number.isInteger(value);
  return type === typeof value;
}
