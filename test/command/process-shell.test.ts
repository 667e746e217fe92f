import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";

const file = new URL("../../scripts/command/process-shell.ts", import.meta.url).href;

/** A process that does some work in a `shell`. */
function running(work: string): ChildProcessWithoutNullStreams {
  const program = `import { runHere } from "${file}"; await runHere(async (shell) => { ${work} });`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
}

describe("a process that is a shell", () => {
  test("ends with the exit code of its work, and not before a pipe has all that was printed", async () => {
    const child = running(`
      shell.print("x".repeat(1_000_000));
      shell.warn("y".repeat(1_000_000));
      return 3;`);
    const [printed, warned, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    expect([printed.length, warned.length, code]).toEqual([1_000_000, 1_000_000, 3]);
  }, 30_000);

  test.each([
    ["stdout", "print"],
    ["stderr", "warn"],
  ] as const)(
    "ends with that code when nobody reads its %s any more, as in `| true`",
    async (stream, print) => {
      const child = running(`
      shell.${print}("x".repeat(1_000_000));
      await new Promise((resolve) => shell.signal.addEventListener("abort", resolve));
      shell.${print}("more");
      return 1;`);
      child[stream].destroy();
      expect(await once(child, "close")).toEqual([1, null]);
    },
    30_000,
  );

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends with 130 on %s, whatever it waits for",
    async (signal) => {
      const child = running(`
      shell.signal.addEventListener("abort", () => shell.print(" ended"));
      shell.print("waiting");
      await new Promise((resolve) => setTimeout(resolve, 20_000));
      return 0;`);
      child.stdout.once("data", () => child.kill(signal));
      const [printed, closed] = await Promise.all([text(child.stdout), once(child, "close")]);
      expect([printed, closed]).toEqual(["waiting ended", [130, null]]);
    },
    30_000,
  );
});
