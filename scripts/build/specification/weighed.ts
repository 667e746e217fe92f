import type { NormalizedProblem } from "@redocly/openapi-core";
import { parseFragment } from "../../vocabulary/pointer.ts";

export type Weigh = (problem: NormalizedProblem) => NormalizedProblem;

/** As `redocly.yaml` has it. */
export const asConfigured: Weigh = (problem) => problem;

/**
 * What the linter found, as an error where the output would be wrong by it: what our own rules say, and references that
 * lead nowhere. Anything else is somebody's style, or is mended.
 */
export const asItMatters: Weigh = (problem) => {
  // the build says which name the operation gets instead
  if (problem.ruleId === "operation-operationId") return { ...problem, ignored: true };
  return isGrave(problem) ? problem : { ...problem, severity: "warn" };
};

function isGrave({ ruleId, location: [location] }: NormalizedProblem): boolean {
  if (ruleId.startsWith("jobs/")) return true;
  if (ruleId !== "no-unresolved-refs" && ruleId !== "bundler") return false;
  return !isBeside(parseFragment(location?.pointer ?? ""));
}

/** Nothing is generated from examples and extensions. What is only named like one, as headers are, is another matter. */
function isBeside(way: readonly string[]): boolean {
  let isName = false;
  for (const token of way) {
    const isExtension = token.startsWith("x-") && token !== "x-polling";
    if (!isName && (isExtension || token === "example" || token === "examples")) return true;
    isName = !isName && named.has(token);
  }
  return false;
}

/** Under these keys stand names. */
const named: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "schemas", "headers", "responses", "parameters", "requestBodies"],
  ...["securitySchemes", "links", "callbacks", "pathItems", "content", "encoding", "variables", "$defs"],
]);
