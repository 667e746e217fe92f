import type { NormalizedProblem } from "@redocly/openapi-core";
import { parseFragment } from "../../vocabulary/pointer.ts";
import { methods } from "../model/openapi.ts";
import { describeDangling } from "./dangling.ts";

export type Weigh = (problem: NormalizedProblem) => NormalizedProblem;

/** As `redocly.yaml` has it. */
export const asConfigured: Weigh = (problem) => problem;

/**
 * What the linter found, as an error where the output would be wrong by it: what our own rules say, and references that
 * lead nowhere. Anything else is somebody's style, or is mended: a schema or a response that a document refers to and does not
 * have, nor one of nearly that name, has been forgotten by whoever published it.
 */
export const asItMatters: Weigh = (problem) => {
  // the build says which name the operation gets instead
  if (problem.ruleId === "operation-operationId") return { ...problem, ignored: true };
  const outdented = whereOutdented(problem);
  if (outdented !== undefined) return { ...problem, message: outdented, suggest: [], severity: "error" };
  return isGrave(problem) ? problem : { ...problem, severity: "warn" };
};

/** A slip of indentation that leaves YAML what it is would take an operation or an answer away without a word. */
function whereOutdented({ ruleId, location: [location] }: NormalizedProblem): string | undefined {
  const way = parseFragment(location?.pointer ?? "");
  const [first, , method = "", code = ""] = way;
  if (ruleId !== "struct" || first !== "paths" || !location?.reportOnKey) return undefined;
  const [name = ""] = way.slice(-1);
  if (way.length === 2 && methods.some((each) => each === name))
    return `\`${name}\` stands beside the paths and belongs under one: indent it.`;
  if (way.length === 4 && methods.some((each) => each === method) && /^[1-5](\d\d|XX)$/i.test(code))
    return `\`${code}\` stands beside \`responses\` and belongs under it: indent it.`;
  return undefined;
}

function isGrave({ ruleId, location: [location] }: NormalizedProblem): boolean {
  if (ruleId.startsWith("jobs/")) return true;
  if (ruleId !== "no-unresolved-refs" && ruleId !== "bundler") return false;
  if (location !== undefined && describeDangling(location)?.forgotten) return false;
  return !isBeside(parseFragment(location?.pointer ?? ""));
}

/**
 * Nothing is generated from examples, extensions and what is said of tags, nor from texts that stand in files of their own. What
 * is only named like one, as headers are, is another matter.
 */
function isBeside(way: readonly string[]): boolean {
  if (way[0] === "tags" || way[0] === "info") return true;
  let isName = false;
  for (const token of way) {
    const isExtension = token.startsWith("x-") && token !== "x-polling";
    if (!isName && (isExtension || besides.has(token))) return true;
    isName = !isName && named.has(token);
  }
  return false;
}

const besides: ReadonlySet<string> = new Set(["example", "examples", "description", "summary"]);

/** Under these keys stand names. */
const named: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "schemas", "headers", "responses", "parameters", "requestBodies"],
  ...["securitySchemes", "links", "callbacks", "pathItems", "content", "encoding", "variables", "$defs"],
]);
