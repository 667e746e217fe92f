import type { ApiChanges } from "./changes/change.ts";
import type { FirstProgram } from "./first/program.ts";
import type { Problem } from "./problem.ts";
import type { Hashes } from "./record/hash.ts";

export interface Report {
  /** In the order of the configuration. `skipped`: nothing it depends on has changed since it was built. */
  readonly apis: readonly { readonly name: string; readonly state: "built" | "skipped" | "failed" }[];
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  /** What changed for callers of APIs that had been generated before; in a check, what would. */
  readonly changes: readonly ApiChanges[];
  /** Documents that were looked at now and declare no job, unless something failed: absolute paths. */
  readonly jobless: readonly string[];
  /** A first program for each API that had no client before, as it would stand in the folder for programs. */
  readonly programs: readonly (FirstProgram & { readonly api: string })[];
  /** Every file that the outcome depends on, as it was read: what to watch. */
  readonly inputs: Hashes;
  /** All is well: nothing failed, and a check found nothing to do. */
  readonly ok: boolean;
}

export interface FileReport {
  /** Absolute path. */
  readonly path: string;
  readonly state: FileState;
}

/**
 * After writing: `written`; `restored`, where that undid what somebody had edited; `unchanged`; `removed`; `kept` would
 * have been removed, had nobody edited it. After a check: `unchanged`; `stale` differs from what the specification gives,
 * and `edited` does so although nothing else has changed since it was written; `missing`; `orphaned` was made by the
 * build, which does not make it any more.
 */
export type FileState =
  | ("written" | "restored" | "unchanged" | "removed" | "kept")
  | ("unchanged" | "stale" | "edited" | "missing" | "orphaned");
