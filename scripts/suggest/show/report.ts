import type { SuggestedJob, Suggestions } from "../suggestions.ts";
import type { Evidence } from "../weigh/evidence.ts";
import { oneLine } from "./commented-yaml.ts";
import { doubtfulLines } from "./doubtful.ts";
import { doubtsIn, sign } from "./overlay.ts";

/** What was found, for the person who asked. */
export function reportText(suggestions: Suggestions, where: (evidence: Evidence) => string): string {
  const { jobs, others } = suggestions;
  const doubts = doubtsIn(suggestions);
  return [
    ...jobs.map((job) => jobText(job, where)),
    ...(others.length > 0 ? [`${doubtfulLines(others, where).join("\n")}\n`] : []),
    `${countText(suggestions)}${doubts > 0 ? ` ${doubts} ${doubts === 1 ? "thing has" : "things have"} to be checked.` : ""}\n`,
  ].join("\n");
}

/** Who named a file may not know that `redocly.yaml` has it, too. */
export function appliedText(file: string, name: string, overlays: readonly string[]): string {
  const were = overlays.length === 1 ? "was" : "were";
  return `redocly.yaml has ${file} as ${name}, so ${overlays.join(", ")} ${were} applied first.\n`;
}

/** Jobs that are declared already are not looked for again. */
function countText({ jobs, operations, declared }: Suggestions): string {
  const tell = `${jobs.length === 1 ? "tells" : "tell"} the status of a job.`;
  if (declared === 0) return `${jobs.length} of ${operations} operations ${tell}`;
  const known = declared === 1 ? "1 job is" : `${declared} jobs are`;
  const others = operations - declared;
  return `${known} declared already. Of ${others} other ${others === 1 ? "operation" : "operations"}, ${jobs.length} ${tell}`;
}

function jobText(job: SuggestedJob, where: (evidence: Evidence) => string): string {
  const { name, operation, confidence, evidence, starters, notes } = job;
  const reasons = evidence.map((each) => `  ${sign(each.weight)} ${oneLine(each.text)}  ${where(each)}`);
  const shown = starters.slice(0, 5).join(", ");
  const more = starters.length > 5 ? `, and ${starters.length - 5} more` : "";
  return [
    `${name}  ${operation}  (confidence ${confidence})`,
    ...(starters.length > 0 ? [`  started by ${oneLine(shown)}${more}`] : []),
    ...reasons,
    ...notes.map((note) => `  ${oneLine(note)}`),
    "",
  ].join("\n");
}
