import process from "node:process";
import { exitCodes } from "./command.ts";
import type { Shell } from "./shell.ts";

/**
 * Does the work of a command in this process, and ends with its exit code. Ctrl-C ends it at once, but never between the parts
 * of a write, which are one turn.
 */
export async function runHere(work: (shell: Shell) => Promise<number>): Promise<never> {
  const stop = new AbortController();
  const interrupted = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        stop.abort();
        resolve(exitCodes.interrupted);
      });
    }
  });
  // whoever reads, as in `| head`, may have read enough: what ends by itself goes on to its end, and its exit code counts
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      stop.abort();
    });
  }
  return endProcess(await Promise.race([work(processShell(stop.signal)), interrupted]));
}

function processShell(signal: AbortSignal): Shell {
  return {
    folder: process.cwd(),
    env: process.env,
    isWatched: process.stderr.isTTY === true,
    signal,
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
  };
}

/**
 * Ends this process once all that it printed is on its way, however slowly a pipe is read. To leave it to Node would mean to
 * wait until memory and threads are tidied up.
 */
async function endProcess(code: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.exit(code);
}

/** What is written last is through when all else is, or when there is nobody to read it any more. */
function flushed(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write("", () => resolve());
  });
}
