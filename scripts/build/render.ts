import path from "node:path";
import type { Problem } from "./problem.ts";
import { renderChanges } from "./render-changes.ts";
import type { Report } from "./report.ts";

/** A report as text: what there is to know about files goes to standard output, problems to standard error. */
export interface Rendered {
  readonly output: string;
  readonly errors: string;
}

export interface RenderOptions {
  /** Paths are shown as seen from here. */
  readonly from: string;
  readonly check: boolean;
  /** The command that mends what a check finds. */
  readonly command: string;
}

export function renderReport(report: Report, options: RenderOptions): Rendered {
  const problems = renderProblems(report.problems, options.from);
  const files = report.files
    .map(({ path: file, state }) => `${state.padEnd(9)}  ${relative(file, options.from)}\n`)
    .join("");
  return {
    output: files + report.changes.map(renderChanges).join(""),
    errors: [problems, verdict(report, options)].filter((text) => text !== "").join("\n"),
  };
}

/** So many warnings are shown in full; of more, each gets a line. */
const FEW = 10;

/**
 * Each with its place, its frame and what to write instead; an empty line between two. Many warnings, as large
 * specifications of others give, are a line each and must not bury the errors, which come last.
 */
export function renderProblems(problems: readonly Problem[], from: string): string {
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (warnings.length <= FEW) return problems.map((problem) => renderProblem(problem, from)).join("\n");
  const lines = warnings
    .map((problem) => renderProblem({ ...problem, suggest: [], frame: "" }, from))
    .join("");
  const errors = problems.filter(({ severity }) => severity !== "warning");
  return [lines, ...errors.map((problem) => renderProblem(problem, from))].join("\n");
}

function verdict({ problems, files, ok }: Report, { check, command }: RenderOptions): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return `${count(errors, "error")}. Nothing was written.\n`;
  if (ok || !check) return "";
  const drifted = files.filter(({ state }) => state !== "unchanged").length;
  const are = drifted === 1 ? "is" : "are";
  return `${count(drifted, "file")} ${are} not as the specifications say. To mend: ${command}\n`;
}

function renderProblem(problem: Problem, from: string): string {
  const { severity, file, line, column, message, suggest, code, pointer, frame } = problem;
  const position = [line, column].map((part) => (part === undefined ? "" : `:${part}`)).join("");
  const where = relative(file, from) + (pointer ?? position);
  const hint = suggest.length === 0 ? "" : `Did you mean ${suggest.slice(0, 3).join(", or ")}?\n`;
  return `${where}  ${severity}  ${message}  (${code})\n${hint}${frame === "" ? "" : `${indented(frame)}\n`}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}

function relative(file: string, from: string): string {
  return path.isAbsolute(file) ? path.relative(from, file) || file : file;
}

/** "1 error", "2 errors" */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
