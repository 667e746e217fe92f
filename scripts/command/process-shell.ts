import process from "node:process";
import { exitCodes } from "./command.ts";
import type { Shell } from "./shell.ts";

/** This process as a shell. Ctrl-C ends it at once, but never between the parts of a write, which are one turn. */
export function processShell(): Shell {
  process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  // whoever reads, as in `| head`, may have read enough
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  return {
    folder: process.cwd(),
    env: process.env,
    isWatched: process.stderr.isTTY === true,
    signal: new AbortController().signal,
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
  };
}

/**
 * Ends this process once all that it printed is on its way, however slowly a pipe is read. To leave it to Node would mean to
 * wait until memory and threads are tidied up.
 */
export async function endProcess(code: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.exit(code);
}

/** What is written last is through when all else is, or when there is nobody to read it any more. */
function flushed(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write("", () => resolve());
  });
}
