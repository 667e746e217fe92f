import type { Shape } from "../../plugin/shape.ts";

/**
 * Both ids have a pattern, and these begin differently: what is `^GT…` is never asked for as `^TR…`. No more of them is compared:
 * patterns for the same ids are often written in two ways.
 */
export function isOfOtherKind(given: Shape, wanted: Shape): boolean {
  const [a, b] = [beginningOf(given), beginningOf(wanted)];
  return a !== undefined && b !== undefined && !a.startsWith(b) && !b.startsWith(a);
}

/** What every value begins with: `GT`, for `^GT[0-9a-f]{32}$`. */
function beginningOf(shape: Shape): string | undefined {
  const pattern = patternOf(shape);
  if (pattern === undefined || pattern.includes("|")) return undefined;
  // a letter that may be missing, or comes several times, is none of it
  return /^\^([\w-]+)(?![\w?*+{-])/.exec(pattern)?.[1];
}

function patternOf(shape: Shape): string | undefined {
  if (shape === "open" || "lost" in shape || "any" in shape) return undefined;
  if ("all" in shape) return shape.all.map(patternOf).find((pattern) => pattern !== undefined);
  const { pattern } = shape.keywords;
  return typeof pattern === "string" ? pattern : undefined;
}
