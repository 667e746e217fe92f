import type { Report } from "../build/index.ts";
import { shownPath } from "./shown-path.ts";

/** What `--json` prints; paths are relative to the folder in which the command runs. Documented in the README. */
export interface JsonReport {
  readonly command: string;
  readonly version: string;
  /** Nothing failed, and a check found no difference. */
  readonly ok: boolean;
  readonly apis: Report["apis"];
  readonly files: readonly { readonly path: string; readonly state: string }[];
  readonly problems: readonly JsonProblem[];
  readonly changes: Report["changes"];
}

interface JsonProblem {
  readonly severity: "error" | "warning";
  readonly code: string;
  /** The rule that found it, by whose name `redocly.yaml` sets its severity. */
  readonly rule?: string;
  readonly message: string;
  /** What to write instead, likeliest first. */
  readonly suggest: readonly string[];
  /** A path, or the URL of a remote document. */
  readonly file: string;
  /** Absent, as `column` is, when the problem is about the file as a whole. */
  readonly line?: number;
  readonly column?: number;
}

export function jsonReport(
  report: Report,
  about: { readonly command: string; readonly version: string; readonly folder: string },
): JsonReport {
  const { command, version, folder } = about;
  return {
    command,
    version,
    ok: report.ok,
    apis: report.apis,
    files: report.files.map(({ path, state }) => ({ path: shownPath(path, folder), state })),
    problems: report.problems.map(({ severity, code, rule, message, suggest, file, line, column }) => ({
      severity,
      code,
      ...(rule === undefined ? {} : { rule }),
      message,
      suggest,
      file: shownPath(file, folder),
      ...(line === undefined || column === undefined ? {} : { line, column }),
    })),
    changes: report.changes,
  };
}
