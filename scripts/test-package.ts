/**
 * Packs the package as a stranger would get it, lints the tarball, and uses it from two projects outside, under every
 * compiler and both kinds of module resolution: one imports the systems that come with it, one generates a client of an
 * API of its own. `npm run test:package`.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, installCompilers } from "./test-package/compilers.ts";
import { newcomer } from "./test-package/newcomer.ts";
import { run } from "./test-package/run.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = join(ROOT, "test/package");
/** What an installation of the package may bring: itself, its one dependency, and the types of that. */
const INSTALLED = ["openapi-fetch", "openapi-jobs", "openapi-typescript-helpers"];

const work = mkdtempSync(join(tmpdir(), "openapi-jobs-"));
try {
  const compilers = join(work, "compilers");
  const tarball = await pack();
  await lint(tarball);
  await installCompilers(join(SOURCES, "compilers"), compilers);
  const outside = await install(tarball);
  cpSync(join(SOURCES, "outside"), outside, { recursive: true });
  await compile(outside, compilers);
  await use(outside);
  await newcomer({ tarball, folder: join(work, "newcomer"), compilers, root: ROOT });
  console.log("The package works from its tarball.");
} finally {
  rmSync(work, { recursive: true });
}

async function pack(): Promise<string> {
  const said = await run("npm", ["pack", "--json", "--pack-destination", work], ROOT);
  // the build's own lines come before the JSON
  const [packed] = JSON.parse(said.slice(said.indexOf("[\n"))) as [{ filename: string; size: number }];
  console.log(`packed   ${packed.filename}, ${Math.round(packed.size / 1024)} kB`);
  return join(work, packed.filename);
}

async function lint(tarball: string): Promise<void> {
  await run("npx", ["publint", "--strict", tarball], ROOT);
  await run("npx", ["attw", tarball, "--profile", "esm-only", "--no-emoji"], ROOT);
  console.log("linted   publint, attw");
}

async function install(tarball: string): Promise<string> {
  const outside = join(work, "outside");
  mkdirSync(outside);
  writeFileSync(
    join(outside, "package.json"),
    JSON.stringify({ name: "outside", private: true, type: "module" }),
  );
  const options = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...options, tarball], outside);
  const got = readdirSync(join(outside, "node_modules")).filter((name) => !name.startsWith("."));
  if (got.join() !== INSTALLED.join()) throw new Error(`Installing brought ${got.join(", ")}.`);
  console.log(`installs ${got.join(", ")}`);
  return outside;
}

async function use(outside: string): Promise<void> {
  const said = (await run(process.execPath, ["out-nodenext/index.js"], outside)).trim();
  if (said !== "feishu/exportTask boxcn docName") throw new Error(`The project outside said: ${said}`);
  console.log("runs     a job, outside");
}
