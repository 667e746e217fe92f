import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";

/** What a process took: by the clock, and of all processors. Seconds. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Runs Node and waits. The shell tells the processor time of its children. Throws when the process fails. */
export function run(args: readonly string[], folder: string): Took {
  const begin = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", '"$@"; status=$?; echo; times; exit $status', "sh", process.execPath, ...args],
    { cwd: folder, encoding: "utf8", maxBuffer: 1e9, env: { ...process.env, CI: "1", NO_COLOR: "1" } },
  );
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  if (status !== 0)
    throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  const cpu = Array.from(
    stdout
      .trimEnd()
      .split("\n")
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [],
  ).reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  return { wall, cpu };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("Nothing was measured.");
  return (low + high) / 2;
}

export function medianOf(runs: readonly Took[]): Took {
  return { wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) };
}

/** Bytes in a file, or in all files of a folder. */
export function bytesIn(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(`${path}/${name}`), 0);
}
