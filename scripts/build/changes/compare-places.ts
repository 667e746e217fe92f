import type { ApiModel } from "../model/model.ts";
import type { Change } from "./change.ts";
import { addressOf, hasMoved, namesIn, operationPairs, placeOf } from "./pairs.ts";

/**
 * Operations that are asked elsewhere and called as before: what is generated anew goes on working, and nothing else. A name
 * in the path is what callers give the value by.
 */
export function comparePlaces(before: ApiModel, after: ApiModel): readonly Change[] {
  return operationPairs(before, after)
    .filter(hasMoved)
    .flatMap(([old, now]): readonly Change[] => {
      const callers = [now.name];
      const moved = `It is \`${placeOf(now)}\` now, not \`${placeOf(old)}\`: clients that were generated before may ask in vain.`;
      return [
        ...renamedInPath(placeOf(old), placeOf(now)).map(([was, is]) => ({
          impact: "major" as const,
          callers,
          message: `The path parameter \`${was}\` is called \`${is}\` now.`,
          rule: "path-parameter-renamed",
        })),
        ...(addressOf(old) === addressOf(now)
          ? []
          : [{ impact: "minor" as const, callers, message: moved, rule: "operation-moved" }]),
      ];
    });
}

/** The names in a path that are others now; none where there are more or fewer of them. */
export function renamedInPath(
  before: string,
  after: string,
): readonly (readonly [was: string, is: string])[] {
  const [old, now] = [namesIn(before), namesIn(after)];
  const added = now.filter((name) => !old.includes(name));
  const lost = old.filter((name) => !now.includes(name));
  return lost.length === added.length ? lost.map((name, index) => [name, added[index] ?? name]) : [];
}
