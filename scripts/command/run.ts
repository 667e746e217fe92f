import { ToolsError } from "../build/tools.ts";
import { chooseCommand, readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exitCodes, UsageError } from "./command.ts";
import { overview, usage } from "./help.ts";
import { jsonFailure, jsonText } from "./json-report.ts";
import type { Shell } from "./shell.ts";
import { version } from "./version.ts";

/** `openapi-jobs <command> …`. Gives the exit code. */
export async function run(
  args: readonly string[],
  shell: Shell,
  commands: readonly Command[],
): Promise<number> {
  const [word, ...rest] = args;
  const call: Call = { text: "openapi-jobs", args, command: { name: word ?? "", lists: [] } };
  return reported(shell, call, async () => {
    if (word === undefined)
      throw new UsageError(`Which command? There are ${commands.map(({ name }) => name).join(", ")}.`);
    if (word === "help" && rest.length > 0) return run([...rest, "--help"], shell, commands);
    if (word === "--help" || word === "-h" || word === "help") {
      shell.print(overview(commands));
      return exitCodes.fine;
    }
    if (word === "--version" || word === "-v" || word === "version") {
      shell.print(`${version()}\n`);
      return exitCodes.fine;
    }
    if (word.startsWith("-")) throw new UsageError(`The command comes before its options, not ${word}.`);
    const command = chooseCommand(word, commands);
    return runCommand(command, rest, shell, `openapi-jobs ${command.name}`);
  });
}

/** One command; `call` is how it is called, for its help. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  shell: Shell,
  call: string,
): Promise<number> {
  return reported(shell, { text: call, args, command }, () => {
    if (args.includes("--help") || args.includes("-h")) {
      shell.print(usage(command, call));
      return exitCodes.fine;
    }
    return command.run(readArguments(args, command), shell);
  });
}

interface Call {
  /** Without its arguments. */
  readonly text: string;
  readonly args: readonly string[];
  readonly command: Pick<Command, "name" | "lists">;
}

/** Whatever keeps the work from its end is said to persons, and with `--json` to programs, too. */
async function reported(
  shell: Shell,
  { text, args, command }: Call,
  work: () => number | Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const { code, message, more } = failure(error, text);
    shell.warn(`${message}\n${more}`);
    if (args.includes("--json"))
      shell.print(jsonText(jsonFailure(command, { code, message }), { isLine: args.includes("--watch") }));
    return exitCodes.usage;
  }
}

/** What is the caller's to mend is said in a sentence; the rest is a fault of ours, and shown whole. */
function failure(
  error: unknown,
  call: string,
): { readonly code: string; readonly message: string; readonly more: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { code: "usage", message, more: `See: ${call} --help\n` };
  if (error instanceof ToolsError) return { code: "tools", message, more: "" };
  if (isSystemError(error)) return { code: "system", message, more: "" };
  const [, ...stack] = (error instanceof Error ? (error.stack ?? "") : "").split(/^(?= +at )/m);
  return {
    code: "crash",
    message: `openapi-jobs has failed, which it should not: ${message}`,
    more: stack.join(""),
  };
}

/** A file that cannot be written, and the like. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
