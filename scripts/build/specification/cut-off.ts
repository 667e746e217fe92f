import type { Document, NormalizedProblem } from "@redocly/openapi-core";
import { nearest } from "../../vocabulary/nearest.ts";
import { child, parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { asWritten } from "./as-written.ts";
import { problemIn } from "./problems.ts";

/** What is to be said of a document that has no schemas at all although it refers to several. */
export interface CutOff {
  readonly problem: Problem;
  /** What was found besides references into parts that are not there. */
  readonly others: readonly NormalizedProblem[];
}

/** A schema may have been forgotten. Where there are none, all that is generated would be wrong by it. */
export function cutOff(
  { parsed }: Pick<Document, "parsed">,
  found: readonly NormalizedProblem[],
  file: string,
): CutOff | undefined {
  const components = child(parsed, "components");
  const [lost, holder] = components === undefined ? ["components", parsed] : ["schemas", components];
  // two letters are a slip, which is told of at the references
  if (child(holder, lost) !== undefined || nearest(lost, Object.keys(Object(holder)), 2) !== undefined)
    return undefined;
  const references = found.map(lostReference);
  const names = new Set(references.filter((each) => each?.startsWith("#/components/schemas/")));
  if (names.size < 2) return undefined;
  const message = `The document refers to ${names.size} schemas and has none of them, for there is no \`components.schemas\`. It seems to be cut off, or to be a part of another one.`;
  return {
    problem: problemIn(file, "cut-off", message),
    others: found.filter((_, index) => !references[index]?.startsWith("#/components/")),
  };
}

/** The reference that leads nowhere, of which a problem tells; `undefined` where it tells of something else. */
export function lostReference({ ruleId, location: [location] }: NormalizedProblem): string | undefined {
  if (location === undefined || !reporting.has(ruleId)) return undefined;
  const place = valueAt(asWritten(location.source), parseFragment(location.pointer ?? ""));
  const reference = typeof place === "string" ? place : child(place, "$ref");
  return typeof reference === "string" ? reference : undefined;
}

/** The rules that tell of such. */
const reporting: ReadonlySet<string> = new Set(["no-unresolved-refs", "bundler", "jobs/references"]);
