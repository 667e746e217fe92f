import type { OtherJob } from "../suggestions.ts";
import type { Reason } from "../weigh/evidence.ts";
import { againstOf } from "../weigh/evidence.ts";
import { plainLine } from "./lines.ts";

/** What is named and not written: a line for each, with what speaks most for it, what against it, and where to look. */
export function doubtfulLines(
  others: readonly OtherJob[],
  where: (reason: Reason) => string,
): readonly string[] {
  if (others.length === 0) return [];
  return [
    "More probably no jobs, so nothing is written for them; --all writes these, too:",
    ...others.map((other) => `  ${plainLine(lineOf(other, where))}`),
  ];
}

function lineOf({ operation, evidence }: OtherJob, where: (reason: Reason) => string): string {
  const [best] = evidence.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  if (best === undefined) return operation;
  return `${operation} (${where(best)}): ${best.text}; but ${againstOf(evidence)}`;
}
