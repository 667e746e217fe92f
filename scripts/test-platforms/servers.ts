import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Plan, Step } from "../../test/platforms/program.ts";
import { attempt, run } from "../test-package/run.ts";
import type { Outcome } from "./outcome.ts";

const VERSIONS = ["20", "22", "24", "26"];

/** Runs the program on everything that has a file system, from the package as it is installed in `outside`. */
export async function onServers(
  binaries: string,
  sources: string,
  outside: string,
  plan: Plan,
): Promise<Outcome[]> {
  // types taken out, imports left as they are: each platform resolves them itself
  await build({
    entryPoints: [join(sources, "program.ts"), join(sources, "server.ts")],
    outdir: outside,
    format: "esm",
    logLevel: "error",
  });
  const node = VERSIONS.map((version) => ({
    name: `Node ${version}`,
    binary: join(binaries, `node-${version}/bin/node`),
    flags: [] as string[],
  }));
  const outcomes: Outcome[] = [];
  for (const { name, binary, flags } of [...node, deno(binaries, outside, plan), bun(binaries)]) {
    outcomes.push(await tried(name, binary, flags, outside, plan));
  }
  return outcomes;
}

/** Deno is given no more than it needs, so that a client that wanted more would be found out. */
function deno(binaries: string, outside: string, { urls }: Plan) {
  const { host } = new URL(urls.feishu);
  const allowed = [`--allow-net=${host}`, `--allow-read=${outside}`, `--allow-write=${outside}`];
  const flags = ["run", "--no-prompt", "--no-remote", "--no-lock", "--node-modules-dir=manual", ...allowed];
  return { name: "Deno", binary: join(binaries, "@deno/linux-x64-glibc/deno"), flags };
}

function bun(binaries: string) {
  return { name: "Bun", binary: join(binaries, "@oven/bun-linux-x64/bin/bun"), flags: ["run"] };
}

async function tried(
  name: string,
  binary: string,
  flags: readonly string[],
  outside: string,
  plan: Plan,
): Promise<Outcome> {
  if (!existsSync(binary))
    return { platform: name, absent: "not installed: the binaries are for Linux on x64" };
  const version = /\d+\.\d+\.\d+/.exec(await run(binary, ["--version"], outside))?.[0] ?? "";
  const platform = `${name.split(" ")[0]} ${version}`;
  const folder = mkdtempSync(join(outside, "files-"));
  const words = [...flags, join(outside, "server.js"), JSON.stringify(plan), folder];
  const { code, out, err } = await attempt(binary, words, outside);
  const steps: readonly Step[] = code === 0 ? JSON.parse(out) : [["start and poll", null, `${out}${err}`]];
  return { platform, steps };
}
