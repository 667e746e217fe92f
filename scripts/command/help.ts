import type { Command } from "./command.ts";

/** What `openapi-jobs --help` says. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const,
  );
  return `Usage: openapi-jobs <command> [options]

Typed clients from OpenAPI that start a long-running job and wait for it.

${table(rows)}
  -h, --help       Shows this text, or that of a command.
  -v, --version    Shows the version.

To begin with, call openapi-jobs suggest openapi.yaml --write, then openapi-jobs generate --program index.mts.
Or list your documents in redocly.yaml yourself:

  apis:
    my-api:
      root: openapi.yaml

Exit codes: 0 all is well; 1 a specification has errors, or a check found a difference; 2 called wrongly, a file is
missing or cannot be read or written, something has to be installed, or the command itself has failed; 130 interrupted.
`;
}

/** For commands that show problems. */
export const aboutCodes = `The word in brackets after a message is
its code; node_modules/openapi-jobs/docs/problems/<code>.md explains it.`;

/** What `openapi-jobs generate --help` says; `call` is how the command is called. */
export function usage({ operands, summary, details, options }: Command, call: string): string {
  const rows = Object.entries(options).map(([name, { value, short, help }]) => {
    const flag = `--${name}${value === undefined ? "" : ` ${value}`}`;
    return [short === undefined ? flag : `-${short}, ${flag}`, help] as const;
  });
  return `Usage: ${[call, operands, "[options]"].filter(Boolean).join(" ")}

${summary}${details === "" ? "" : `\n\n${details}`}

${table([...rows, ["-h, --help", "Shows this text."]])}`;
}

function table(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 3;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join("");
}
