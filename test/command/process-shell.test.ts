import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const shell = new URL("../../scripts/command/process-shell.ts", import.meta.url).href;

test("the process ends with its exit code, and not before a pipe has all that was printed", async () => {
  const program = `
    import { endProcess } from "${shell}";
    process.stdout.write("x".repeat(1_000_000));
    process.stderr.write("y".repeat(1_000_000));
    await endProcess(3);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
  const [printed, warned, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  expect([printed.length, warned.length, code]).toEqual([1_000_000, 1_000_000, 3]);
}, 30_000);
