import { parseArgs } from "node:util";

export interface Command {
  readonly check: boolean;
  readonly watch: boolean;
  readonly help: boolean;
  /** Names of APIs; `undefined` for all of them. */
  readonly only: readonly string[] | undefined;
}

/** Reads the arguments of the command. Throws a `TypeError` that a person can act on. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      check: { type: "boolean" },
      watch: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { check = false, watch = false, help = false } = values;
  if (check && watch) throw new TypeError("--check and --watch exclude each other: a check looks once.");
  return { check, watch, help, only: positionals.length === 0 ? undefined : positionals };
}

export function usage(command: string): string {
  return `Usage: ${command} [--check | --watch] [api …]

Generates a typed client for each API in redocly.yaml, or for those that are named.

  --check      Writes nothing; fails if a generated file is stale, edited, missing or orphaned.
  --watch      Builds again after each change of a file that a specification consists of.
  -h, --help   Shows this text.
`;
}
