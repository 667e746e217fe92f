import type { Problem, Report } from "../build/index.ts";
import type { Command } from "./command.ts";
import { shownPath } from "./shown-path.ts";
import { version } from "./version.ts";

/** What all reports have. Beside it, each command has lists of its own. */
interface AnyReport {
  readonly command: string;
  /** Nothing failed, and a check found no difference. */
  readonly ok: boolean;
  readonly problems: readonly JsonProblem[];
}

/** What `--json` prints of a build or of linting; paths are relative to the folder in which the command runs. Documented in docs/command.md. */
export interface JsonReport extends AnyReport {
  readonly apis: Report["apis"];
  readonly files: readonly { readonly path: string; readonly state: string }[];
  readonly changes: Report["changes"];
  readonly programs: Report["programs"];
}

interface JsonProblem {
  readonly severity: "error" | "warning";
  readonly code: string;
  /** The rule that found it, by whose name `redocly.yaml` sets its severity. */
  readonly rule?: string;
  readonly message: string;
  /** What to write instead, likeliest first. */
  readonly suggest: readonly string[];
  /** A path, or the URL of a remote document; absent when the call itself is the problem. */
  readonly file?: string;
  /** Absent, as `column` is, when the problem is about the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  /** `#/paths/~1jobs/get`, where the line is so long that it is of no help. */
  readonly pointer?: string;
}

export function jsonReport(report: Report, command: string, folder: string): JsonReport {
  return {
    command,
    ok: report.ok,
    apis: report.apis,
    files: report.files.map(({ path, state }) => ({ path: shownPath(path, folder), state })),
    problems: report.problems.map((problem) => jsonProblem(problem, folder)),
    changes: report.changes,
    programs: report.programs,
  };
}

/** What `--json` prints when nothing came of the call: a report like any other, with the reason as its one problem. */
export function jsonFailure(
  { name, lists }: Pick<Command, "name" | "lists">,
  { code, message }: { readonly code: string; readonly message: string },
): AnyReport {
  const nothing = Object.fromEntries(lists.map((list) => [list, []]));
  return {
    command: name,
    ok: false,
    ...nothing,
    problems: [{ severity: "error", code, message, suggest: [] }],
  };
}

export function jsonProblem(
  { severity, code, rule, message, suggest, file, line, column, pointer }: Problem,
  folder: string,
): JsonProblem {
  return {
    severity,
    code,
    ...(rule === undefined ? {} : { rule }),
    message,
    suggest,
    file: shownPath(file, folder),
    ...(line === undefined || column === undefined ? {} : { line, column }),
    ...(pointer === undefined ? {} : { pointer }),
  };
}

/** One document; on one line where several may follow each other. */
export function jsonText<T extends AnyReport>(
  report: T,
  { isLine = false }: { isLine?: boolean } = {},
): string {
  const { command, ...rest } = report;
  return `${JSON.stringify({ command, version: version(), ...rest }, undefined, isLine ? undefined : 2)}\n`;
}
