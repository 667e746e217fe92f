import { ToolsError } from "../build/tools.ts";
import { chooseCommand, readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exitCodes, UsageError } from "./command.ts";
import { overview, usage } from "./help.ts";
import type { Shell } from "./shell.ts";
import { version } from "./version.ts";

/** `openapi-jobs <command> …`. Gives the exit code. */
export async function run(
  args: readonly string[],
  shell: Shell,
  commands: readonly Command[],
): Promise<number> {
  const [word, ...rest] = args;
  return reported(shell, "openapi-jobs", async () => {
    if (word === undefined) throw new UsageError("Which command?");
    if (word === "--help" || word === "-h") {
      shell.print(overview(commands));
      return exitCodes.fine;
    }
    if (word === "--version" || word === "-v") {
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
  return reported(shell, call, () => {
    if (args.includes("--help") || args.includes("-h")) {
      shell.print(usage(command, call));
      return exitCodes.fine;
    }
    return command.run(readArguments(args, command), shell);
  });
}

/** What is the caller's to mend is said in a sentence; the rest is a fault of ours, and shown whole. */
async function reported(shell: Shell, call: string, work: () => number | Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) shell.warn(`${error.message}\nSee: ${call} --help\n`);
    else if (error instanceof ToolsError || isSystemError(error)) shell.warn(`${error.message}\n`);
    else shell.warn(`openapi-jobs has failed, which it should not: ${inspected(error)}\n`);
    return exitCodes.usage;
  }
}

/** A file that cannot be written, and the like. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

function inspected(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
