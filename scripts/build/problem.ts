/** Something that keeps an API from being built, or a warning, with the place in the file that a person has to change. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to write instead, likeliest first. */
  readonly suggest: readonly string[];
  /** The rule that found it. */
  readonly rule: string;
  /** Absolute path, or the URL of a remote document. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The lines around the place, with a mark under it. Empty when the file could not be read. */
  readonly frame: string;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
