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
