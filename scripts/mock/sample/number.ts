import type { Keywords } from "../document/schema.ts";
import { isNumber } from "../judge/number.ts";

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
