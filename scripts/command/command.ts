import type { Shell } from "./shell.ts";

/** A subcommand. `openapi-jobs --help` and the reading of arguments follow from it. */
export interface Command {
  readonly name: string;
  /** What stands between the command and its options: `[api…]`. */
  readonly operands: string;
  /** How many there may be. */
  readonly most: number;
  readonly summary: string;
  /** What else there is to know; lines of at most 100 characters. */
  readonly details: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What the report of `--json` lists beside problems; a call that comes to nothing reports these as empty. */
  readonly lists: readonly string[];
  /** Gives the exit code. Throws a `UsageError` when the arguments make no sense together. */
  run(given: Arguments, shell: Shell): Promise<number>;
}

export interface Option {
  /** What its value is called; without it, the option is a switch. */
  readonly value?: string;
  readonly short?: string;
  readonly help: string;
}

/** Arguments that are known to be options of the command. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** The command was called wrongly; the message says how to do it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What an exit code of `openapi-jobs` says. */
export const exitCodes = { fine: 0, faults: 1, usage: 2, interrupted: 130 } as const;
