import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a command and gives what it printed; throws with all of it when it fails. */
export async function run(command: string, words: readonly string[], cwd: string): Promise<string> {
  const { code, out, err } = await attempt(command, words, cwd);
  if (code !== 0) throw new Error(`${command} ${words.join(" ")} failed:\n${out}${err}`);
  return out;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command that may fail. */
export async function attempt(command: string, words: readonly string[], cwd: string): Promise<Outcome> {
  try {
    const { stdout, stderr } = await execute(command, words, { cwd, maxBuffer: 64 * 1024 * 1024 });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    // what execFile rejects with when the command ran and failed
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== "number") throw error;
    return { code, out: stdout ?? "", err: stderr ?? "" };
  }
}
