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
  /** Every warning, and whole. Default: `false`. */
  readonly all?: boolean;
  /** A line after the problems. Default: none. */
  readonly readMore?: string;
}

export function renderReport(report: Report, options: RenderOptions): Rendered {
  const problems = renderProblems(report.problems, options);
  const files = report.files
    .map(({ path: file, state }) => `${state.padEnd(9)}  ${relative(file, options.from)}\n`)
    .join("");
  return {
    output: files + report.changes.map(renderChanges).join(""),
    errors: [problems, (options.readMore ?? "") + verdict(report, options)]
      .filter((text) => text !== "")
      .join("\n"),
  };
}

/** So many warnings are shown whole; of more, each gets a line. */
const FEW = 10;
/** So many warnings of one code are shown; of more, the number. */
const ALIKE = 3;

/**
 * Each with its place, its frame and what to write instead; an empty line between two. Errors come last, where somebody looks
 * first. What says the same again and again and keeps nothing from being generated is counted, and many warnings, as large
 * specifications of others give, are a line each.
 */
export function renderProblems(
  problems: readonly Problem[],
  { from, all = false }: Pick<RenderOptions, "from" | "all">,
): string {
  const shown = firstOfEach(problems, all ? Number.POSITIVE_INFINITY : ALIKE);
  const isWarning = ({ problem }: Shown): boolean => problem.severity === "warning";
  const whole = ({ problem, more }: Shown): readonly string[] => [
    renderProblem(problem, from),
    ...counted(problem, more),
  ];
  const warnings = shown.filter(isWarning);
  const errors = shown.filter((each) => !isWarning(each));
  if (all || warnings.length <= FEW) return [...warnings, ...errors].flatMap(whole).join("\n");
  const lines = warnings.flatMap(({ problem, more }) => [
    renderProblem({ ...problem, message: inOneLine(problem), suggest: [], frame: "" }, from),
    ...counted(problem, more),
  ]);
  return [lines.join(""), ...errors.flatMap(whole)].join("\n");
}

interface Shown {
  readonly problem: Problem;
  /** How many more of its kind there are, which are not shown. */
  readonly more: number;
}

/** What keeps a client from being generated, and of the rest with one code and severity so many. */
function firstOfEach(problems: readonly Problem[], most: number): readonly Shown[] {
  const counts = new Map<string, number>();
  const kindOf = ({ severity, code }: Problem): string => `${severity} ${code}`;
  const found: { readonly problem: Problem; readonly nth: number }[] = [];
  for (const problem of problems) {
    const nth = isOfStyle(problem) ? (counts.get(kindOf(problem)) ?? 0) + 1 : 0;
    if (nth > 0) counts.set(kindOf(problem), nth);
    if (nth <= most) found.push({ problem, nth });
  }
  return found.map(({ problem, nth }) => ({
    problem,
    more: nth === most ? (counts.get(kindOf(problem)) ?? 0) - most : 0,
  }));
}

/** A warning, or what is an error only because somebody's configuration has it so. */
function isOfStyle({ severity, rule }: Problem): boolean {
  if (severity === "warning") return true;
  return rule !== undefined && !rule.startsWith("jobs/") && rule !== "no-unresolved-refs";
}

function counted({ severity, code }: Problem, more: number): readonly string[] {
  const noun = more === 1 ? severity : `${severity}s`;
  return more > 0 ? [`${more} more ${noun}  (${code}): --all shows ${more === 1 ? "it" : "them"}\n`] : [];
}

/** "2 errors, the first at a.yaml:3:7", or "1 error, in redocly.yaml"; empty where there is none. */
export function countErrors(problems: readonly Problem[], from: string): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first === undefined) return "";
  const at = first.line === undefined && first.pointer === undefined ? "in" : "at";
  return `${count(errors.length, "error")}, ${errors.length === 1 ? "" : "the first "}${at} ${placeOf(first, from)}`;
}

function verdict({ problems, files, ok }: Report, { from, check, command }: RenderOptions): string {
  const errors = countErrors(problems, from);
  if (errors !== "") return `${errors}. Nothing was written.\n`;
  if (ok || !check) return "";
  const drifted = files.filter(({ state }) => state !== "unchanged").length;
  const are = drifted === 1 ? "is" : "are";
  return `${count(drifted, "file")} ${are} not as the specifications say. To mend: ${command}\n`;
}

function renderProblem(problem: Problem, from: string): string {
  const { severity, message, suggest, code, frame } = problem;
  const hint = suggest.length === 0 ? "" : `${didYouMean(suggest)}\n`;
  return `${placeOf(problem, from)}  ${severity}  ${message}  (${code})\n${hint}${frame === "" ? "" : `${indented(frame)}\n`}`;
}

function inOneLine({ message, suggest }: Problem): string {
  return suggest.length === 0 ? message : `${message} ${didYouMean(suggest)}`;
}

function didYouMean(suggest: Problem["suggest"]): string {
  return `Did you mean ${suggest.slice(0, 3).join(", or ")}?`;
}

function placeOf({ file, line, column, pointer }: Problem, from: string): string {
  const position = [line, column].map((part) => (part === undefined ? "" : `:${part}`)).join("");
  return relative(file, from) + (pointer ?? position);
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
