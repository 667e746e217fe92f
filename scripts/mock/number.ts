import type { Keywords } from "./schema.ts";

/** A number that a schema allows, if one is easily found; another one for each `nth`. */
export function number(schema: Keywords, nth: number): number {
  const { multipleOf, type, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const step = typeof multipleOf === "number" ? multipleOf : type === "integer" ? 1 : 0;
  const least = [minimum, exclusiveMinimum].filter(isNumber);
  const greatest = [maximum, exclusiveMaximum].filter(isNumber);
  const wanted = [
    ...(nth === 0 ? [schema.example, schema.default] : []),
    7 + nth,
    ...least.flatMap((each) => [each + nth, each + (step || 1) * (nth + 1)]),
    ...greatest.flatMap((each) => [each - nth, each - (step || 1) * (nth + 1)]),
    (Math.max(...least) + Math.min(...greatest)) / 2,
  ]
    .filter(isNumber)
    .map((each) => (step > 0 ? Math.ceil(each / step) * step : each));
  return wanted.find((each) => allowsNumber(schema, each)) ?? wanted[0] ?? 7;
}

/** With `exclusiveMinimum` and `exclusiveMaximum` as OpenAPI 3.0 has them, and as the later ones do. */
export function allowsNumber(schema: Keywords, value: number): boolean {
  const { multipleOf, type, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const isLess = (bound: unknown): boolean => isNumber(bound) && value < bound;
  const isMore = (bound: unknown): boolean => isNumber(bound) && value > bound;
  if (isLess(minimum) || isMore(maximum)) return false;
  if (isLess(exclusiveMinimum) || value === exclusiveMinimum) return false;
  if (isMore(exclusiveMaximum) || value === exclusiveMaximum) return false;
  if (exclusiveMinimum === true && value === minimum) return false;
  if (exclusiveMaximum === true && value === maximum) return false;
  if (type === "integer" && !Number.isInteger(value)) return false;
  return !isNumber(multipleOf) || Number.isInteger(value / multipleOf);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
