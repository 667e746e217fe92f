import type { Keywords } from "./schema.ts";

/** Numbers that all of these schemas may allow, the likeliest first; others for another `nth`. Whoever takes one tries it first. */
export function numbers(schemas: readonly Keywords[], type: string, nth: number): readonly number[] {
  const of = (keyword: string): readonly number[] =>
    schemas.map((each) => each[keyword]).filter((each) => isNumber(each));
  const step = Math.max(0, ...of("multipleOf")) || (type === "integer" ? 1 : 0);
  const least = [...of("minimum"), ...of("exclusiveMinimum")];
  const greatest = [...of("maximum"), ...of("exclusiveMaximum")];
  const wanted = [
    7 + nth,
    ...least.flatMap((each) => [each + nth, each + (step || 1) * (nth + 1)]),
    ...greatest.flatMap((each) => [each - nth, each - (step || 1) * (nth + 1)]),
    (Math.max(...least) + Math.min(...greatest)) / 2,
    0,
  ].filter(isNumber);
  const isSimple = of("multipleOf").length + (type === "integer" ? 1 : 0) === 1;
  return step === 0 ? wanted : wanted.flatMap((each) => multiples(each, step, isSimple ? 2 : 12));
}

/** Those around it; several, for it may have to be a multiple of something else, too, or an integer. */
function multiples(value: number, step: number, count: number): readonly number[] {
  const first = Math.ceil(value / step);
  return Array.from({ length: count }, (_, index) => first - 1 + ((index + 1) % count)).flatMap((each) => {
    const found = each * step;
    // 3 * 0.1 is not 0.3
    return Number.isInteger(found) ? [found] : [found, Number(found.toPrecision(12))];
  });
}

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

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
