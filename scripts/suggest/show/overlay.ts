import type { SuggestedJob, Suggestions } from "../suggestions.ts";
import type { Evidence, Reason } from "../weigh/evidence.ts";
import type { Action } from "../write/actions.ts";
import type { Comment } from "./commented-yaml.ts";
import { commentedYaml } from "./commented-yaml.ts";
import { doubtfulLines } from "./doubtful.ts";
import { plainLine, wrapped } from "./lines.ts";

export interface OverlayOptions {
  /** The name of the document's file. */
  readonly of: string;
  /** Where the document says it: `openapi.yaml:12`. */
  readonly where: (reason: Reason) => string;
}

/** The overlay as YAML, with the reasons, and with a comment wherever a person has to look. */
export function overlayText(suggestions: Suggestions, { of, where }: OverlayOptions): string {
  const { jobs, others, errors } = suggestions;
  const info = { title: plainLine(`Jobs of ${of}`), version: "0.0.1" };
  return [
    `# Suggested by \`openapi-jobs suggest ${plainLine(of)}\`: read off the words of the document, not off the service.`,
    `# Look through it before it is used.${doubtsIn(suggestions) > 0 ? ` ${mark}` : ""}`,
    ...commentedYaml({ overlay: "1.0.0", info }),
    errors || jobs.some(({ isOpen }) => !isOpen) ? "actions:" : "actions: []",
    ...(errors ? ["  # how a refused call is told", ...lines(errors, where)] : []),
    ...jobs.flatMap((job) => [
      "",
      ...reasons(job, where),
      ...(job.isOpen ? openLines(job, where) : job.actions.flatMap((action) => lines(action, where))),
    ]),
    "",
    ...doubtfulLines(others, where).flatMap(doubtfulComment),
    ...(others.length > 0 ? [""] : []),
  ].join("\n");
}

const mark = "`check:` stands where one has to know more than the document says.";

/** How many things a person has to check. */
export function doubtsIn({ jobs, errors }: Pick<Suggestions, "jobs" | "errors">): number {
  const actions = [...(errors ? [errors] : []), ...jobs.flatMap((job) => job.actions)];
  return actions.flatMap(({ doubts }) => doubts).length;
}

function reasons(job: SuggestedJob, where: OverlayOptions["where"]): readonly string[] {
  const { name, operation, confidence, evidence, notes } = job;
  const shown = confidence === "high" ? weightiest(evidence) : evidence;
  const left = evidence.length - shown.length;
  const told = shown.flatMap((each) =>
    wrapped(`${each.text} (${where(each)})`).map((line, index) =>
      index === 0 ? `${sign(each.weight)} ${line}` : `  ${line}`,
    ),
  );
  const lines = [
    plainLine(`${name}: ${operation}, confidence ${confidence}`),
    ...told.map((line) => ` ${line}`),
  ];
  const more = left > 0 ? [` and ${left} more for it; --json has all`] : [];
  return [...lines, ...more, ...notes.map((note) => ` ${plainLine(note)}`)].map((line) => `  # ${line}`);
}

/** Of what speaks for a job, so much is shown where nobody doubts it. */
const few = 3;

/** All that speaks against it, and the weightiest of what speaks for it. */
function weightiest(evidence: readonly Evidence[]): readonly Evidence[] {
  const isFor = ({ weight }: Evidence): boolean => weight >= 0;
  const kept = evidence
    .filter(isFor)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, few);
  return evidence.filter((each) => !isFor(each) || kept.includes(each));
}

/** Whether something speaks for a job or against it. */
function sign(weight: number): string {
  return weight < 0 ? "-" : "+";
}

/** The first line is a heading, the others are items that may go on in the next line. */
function doubtfulComment(line: string, index: number): readonly string[] {
  const [first = "", ...others] = wrapped(line);
  const start = index === 0 ? "# " : "#   ";
  return [`${start}${first}`, ...others.map((more) => `${start}  ${more}`)];
}

/** What cannot be used before somebody has filled it in. */
function openLines({ actions }: SuggestedJob, where: OverlayOptions["where"]): readonly string[] {
  const text = actions
    .flatMap((action) => lines(action, where))
    .map((line) => line.replace(/^ {2}(# )?/, "  # "));
  return ["  # To be used once the lists below are filled in: take the first # of each line away.", ...text];
}

function lines(
  { target, update, remove, doubts, comment, reasons = [] }: Action,
  where: OverlayOptions["where"],
): readonly string[] {
  const comments = doubts.map(
    ({ way, text }): Comment => ({ way: ["0", "update", ...way], text: `check: ${text}` }),
  );
  const yaml = commentedYaml([{ target, ...(remove ? { remove } : { update }) }], comments);
  const why = reasons.map((reason) => `${reason.text} (${where(reason)})`).join("; ");
  const above = [comment ?? "", why].filter((text) => text !== "").map((text) => `# ${plainLine(text)}`);
  return [...above, ...yaml].map((line) => `  ${line}`);
}
