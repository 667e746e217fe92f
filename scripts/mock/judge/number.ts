import type { Keywords } from "../document/schema.ts";

/**
 * In what a number is not as its schema asks; with `exclusiveMinimum` and `exclusiveMaximum` as OpenAPI 3.0 has them, and as
 * the later ones do.
 */
export function numberFault(schema: Keywords, value: number): string | undefined {
  const { multipleOf, minimum, exclusiveMinimum, maximum, exclusiveMaximum, format } = schema;
  const [least, greatest] = ranges[String(format)] ?? [];
  if (isLess(value, minimum) || isLess(value, least)) return `is less than ${minimum ?? least}`;
  if (isLess(value, exclusiveMinimum) || value === exclusiveMinimum)
    return `is not more than ${exclusiveMinimum}`;
  if (exclusiveMinimum === true && value === minimum) return `is not more than ${minimum}`;
  if (isMore(value, maximum) || isMore(value, greatest)) return `is more than ${maximum ?? greatest}`;
  if (isMore(value, exclusiveMaximum) || value === exclusiveMaximum)
    return `is not less than ${exclusiveMaximum}`;
  if (exclusiveMaximum === true && value === maximum) return `is not less than ${maximum}`;
  if (/^int(32|64)$/.test(String(format)) && !Number.isInteger(value)) return "is no integer";
  const isMultiple = !isNumber(multipleOf) || multipleOf <= 0 || Number.isInteger(value / multipleOf);
  return isMultiple ? undefined : `is no multiple of ${multipleOf}`;
}

const ranges: Readonly<Record<string, readonly [number, number]>> = { int32: [-(2 ** 31), 2 ** 31 - 1] };

function isLess(value: number, bound: unknown): boolean {
  return isNumber(bound) && value < bound;
}

function isMore(value: number, bound: unknown): boolean {
  return isNumber(bound) && value > bound;
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
