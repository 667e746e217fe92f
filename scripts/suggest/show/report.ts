import type { OtherJob, SuggestedJob, Suggestions } from "../suggestions.ts";
import type { Reason } from "../weigh/evidence.ts";
import { doubtfulLines } from "./doubtful.ts";
import { plainLine } from "./lines.ts";
import { doubtsIn } from "./overlay.ts";

/** What was found, for the person who asked, to be skimmed: the overlay has the reasons. */
export function reportText(suggestions: Suggestions, where: (reason: Reason) => string): string {
  const { jobs, others } = suggestions;
  const doubts = doubtsIn(suggestions);
  const width = Math.max(0, ...jobs.map(({ name }) => name.length));
  const parts = [
    jobs.map((job) => `${job.name.padEnd(width)}  ${plainLine(jobLine(job))}\n`).join(""),
    jobs.length === 0 ? shownText(others, where) : "\n",
    `${countText(suggestions)}${doubts > 0 ? ` ${doubts} ${doubts === 1 ? "thing has" : "things have"} to be checked.` : ""}\n`,
    xmlText(suggestions),
    jobs.length > 0 ? overlayHint(doubts, others.length) : "",
  ];
  return parts.join("");
}

/** How many doubtful ones are shown where there is no overlay to look them up in. */
const FEW = 5;

function shownText(others: readonly OtherJob[], where: (reason: Reason) => string): string {
  const lines = doubtfulLines(others.slice(0, FEW), where);
  const more = others.length > FEW ? [`  and ${others.length - FEW} more`] : [];
  return lines.length === 0 ? "" : `${[...lines, ...more].join("\n")}\n\n`;
}

/** What is to be found where, once there is an overlay. */
function overlayHint(doubts: number, others: number): string {
  const marks = doubts > 0 ? ", and a `# check:` for each thing to be checked" : "";
  const more =
    others === 0
      ? ""
      : `At its end it names ${others} more that probably ${others === 1 ? "tells" : "tell"} of no job; --all writes ${others === 1 ? "it" : "them"}, too.\n`;
  return `The overlay has the reasons${marks}.\n${more}`;
}

/** Who named a file may not know that `redocly.yaml` has it, too. */
export function appliedText(file: string, name: string, overlays: readonly string[]): string {
  const were = overlays.length === 1 ? "was" : "were";
  return `redocly.yaml has ${file} as ${name}, so ${overlays.join(", ")} ${were} applied first.\n`;
}

/** Jobs that are declared already are not looked for again. */
function countText({ jobs, operations, declared }: Suggestions): string {
  const doubtful = jobs.filter(({ confidence }) => confidence === "low").length;
  const perhaps = doubtful === 0 ? "" : `, ${doubtful === jobs.length ? "" : `${doubtful} of them `}perhaps`;
  const tell = `${jobs.length === 1 ? "tells" : "tell"} the status of a job${perhaps}.`;
  if (declared === 0) return `${jobs.length} of ${operations} operations ${tell}`;
  const known = declared === 1 ? "1 job is" : `${declared} jobs are`;
  const others = operations - declared;
  return `${known} declared already. Of ${others} other ${others === 1 ? "operation" : "operations"}, ${jobs.length} ${tell}`;
}

/** What was passed over, so that nobody thinks that it has no jobs. */
function xmlText({ inXml }: Suggestions): string {
  if (inXml === 0) return "";
  const which = inXml === 1 ? "1 operation answers" : `${inXml} operations answer`;
  return `${which} in XML alone and ${inXml === 1 ? "was" : "were"} not looked at, for a poll reads the status from JSON.\n`;
}

/** `GET /renders/{id}, started by POST /renders; 1 to check` */
function jobLine(job: SuggestedJob): string {
  const { operation, confidence, starters, isOpen } = job;
  const [first, ...others] = starters;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const start = first === undefined ? "started by nothing here" : `started by ${first}${more}`;
  const doubts = doubtsIn({ jobs: [job] });
  const marks = [
    ...(confidence === "high" ? [] : [`confidence ${confidence}`]),
    ...(isOpen ? ["to be filled in"] : []),
    ...(doubts > 0 ? [`${doubts} to check`] : []),
  ];
  return [`${operation}, ${start}`, ...marks].join("; ");
}
