import type { SuggestedJob, Suggestions } from "../suggestions.ts";
import type { Evidence } from "../weigh/evidence.ts";
import type { Action } from "../write/actions.ts";
import type { Comment } from "./commented-yaml.ts";
import { commentedYaml, oneLine } from "./commented-yaml.ts";
import { doubtfulLines } from "./doubtful.ts";

export interface OverlayOptions {
  /** The name of the document's file. */
  readonly of: string;
  /** Where a piece of evidence stands: `openapi.yaml:12`. */
  readonly where: (evidence: Evidence) => string;
}

/** The overlay as YAML, with the reasons, and with a comment wherever a person has to look. */
export function overlayText(suggestions: Suggestions, { of, where }: OverlayOptions): string {
  const { jobs, others, errors } = suggestions;
  const info = { title: oneLine(`Jobs of ${of}`), version: "0.0.1" };
  return [
    `# Suggested by \`openapi-jobs suggest ${oneLine(of)}\`: read off the words of the document, not off the service.`,
    `# Look through it before it is used.${doubtsIn(suggestions) > 0 ? ` ${mark}` : ""}`,
    ...commentedYaml({ overlay: "1.0.0", info }),
    errors || jobs.some(({ isOpen }) => !isOpen) ? "actions:" : "actions: []",
    ...(errors ? ["  # how a refused call is told", ...lines(errors)] : []),
    ...jobs.flatMap((job) => [
      "",
      ...reasons(job, where),
      ...(job.isOpen ? openLines(job) : job.actions.flatMap(lines)),
    ]),
    "",
    ...doubtfulLines(others, where).map((line) => `# ${line}`),
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
  return [
    `${name}: ${operation}, confidence ${confidence}`,
    ...evidence.map((each) => `  ${sign(each.weight)} ${each.text} (${where(each)})`),
    ...notes.map((note) => `  ${note}`),
  ].map((line) => `  # ${oneLine(line).replace(/^(?=[+-] )/, "  ")}`);
}

/** Whether something speaks for a job or against it. */
function sign(weight: number): string {
  return weight < 0 ? "-" : "+";
}

/** What cannot be used before somebody has filled it in. */
function openLines({ actions }: SuggestedJob): readonly string[] {
  const text = actions.flatMap(lines).map((line) => line.replace(/^ {2}(# )?/, "  # "));
  return ["  # To be used once the lists below are filled in: take the first # of each line away.", ...text];
}

function lines({ target, update, remove, doubts, comment }: Action): readonly string[] {
  const comments = doubts.map(
    ({ way, text }): Comment => ({ way: ["0", "update", ...way], text: `check: ${text}` }),
  );
  const yaml = commentedYaml([{ target, ...(remove ? { remove } : { update }) }], comments);
  return [...(comment === undefined ? [] : [`# ${comment}`]), ...yaml].map((line) => `  ${line}`);
}
