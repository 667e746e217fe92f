import type { ProblemCode } from "../vocabulary/problem-codes.ts";

/** Something that keeps an API from being built, or a warning, with the place in the file that a person has to change. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to write instead, likeliest first. */
  readonly suggest: readonly string[];
  /** What kind of fault it is. `docs/problems/` has a page for each of ours. */
  readonly code: ProblemCode | RedoclyRule;
  /** The rule that found it, by whose name `redocly.yaml` sets its severity; none where the build itself did. */
  readonly rule?: string;
  /** Absolute path, or the URL of a remote document. */
  readonly file: string;
  /** From 1; absent when the problem is about the file as a whole, or about one that is not there. */
  readonly line?: number;
  /** From 1; there when `line` is. */
  readonly column?: number;
  /** `#/paths/~1jobs/get`, where the line is so long that it is of no help. */
  readonly pointer?: string;
  /** The lines around the place, with a mark under it. Empty when there is no place, and where there is a `pointer`. */
  readonly frame: string;
}

/** The name of a rule that is not ours, which is all the code that its problems have. */
export type RedoclyRule = string & { readonly kind: "a rule of Redocly or of somebody's plugin" };

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
