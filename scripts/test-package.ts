/**
 * Packs the package as a stranger would get it, lints the tarball, installs it into an empty project and uses it there
 * from every compiler and both kinds of module resolution. `npm run test:package`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = join(ROOT, "test/package");
const COMPILERS = ["typescript-5.4", "typescript-5.9", "typescript-6", "typescript-7"];
/** What an installation of the package may bring: itself, its one dependency, and the types of that. */
const INSTALLED = ["openapi-fetch", "openapi-jobs", "openapi-typescript-helpers"];

const work = mkdtempSync(join(tmpdir(), "openapi-jobs-"));
try {
  const tarball = pack();
  lint(tarball);
  const outside = install(tarball);
  compile(outside);
  use(outside);
  console.log("The package works from its tarball.");
} finally {
  rmSync(work, { recursive: true });
}

function pack(): string {
  const said = run("npm", ["pack", "--json", "--pack-destination", work], ROOT);
  // the build's own lines come before the JSON
  const [packed] = JSON.parse(said.slice(said.indexOf("[\n"))) as [{ filename: string; size: number }];
  console.log(`packed   ${packed.filename}, ${Math.round(packed.size / 1024)} kB`);
  return join(work, packed.filename);
}

function lint(tarball: string): void {
  run("npx", ["publint", "--strict", tarball], ROOT);
  run("npx", ["attw", tarball, "--profile", "esm-only", "--no-emoji"], ROOT);
  console.log("linted   publint, attw");
}

function install(tarball: string): string {
  const outside = join(work, "outside");
  mkdirSync(outside);
  writeFileSync(
    join(outside, "package.json"),
    JSON.stringify({ name: "outside", private: true, type: "module" }),
  );
  run(
    "npm",
    ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball],
    outside,
  );
  const got = readdirSync(join(outside, "node_modules")).filter((name) => !name.startsWith("."));
  if (got.join() !== INSTALLED.join()) throw new Error(`Installing brought ${got.join(", ")}.`);
  console.log(`installs ${got.join(", ")}`);
  return outside;
}

function compile(outside: string): void {
  const compilers = join(work, "compilers");
  cpSync(join(SOURCES, "compilers"), compilers, { recursive: true });
  run("npm", ["ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], compilers);
  cpSync(join(SOURCES, "outside"), outside, { recursive: true });
  for (const compiler of COMPILERS) {
    for (const resolution of ["nodenext", "bundler"]) {
      const tsc = join(compilers, "node_modules", compiler, "bin/tsc");
      run(process.execPath, [tsc, "-p", `tsconfig.${resolution}.json`], outside);
    }
    console.log(`compiles ${compiler}, nodenext and bundler`);
  }
}

function use(outside: string): void {
  const said = run(process.execPath, ["out-nodenext/index.js"], outside).trim();
  if (said !== "feishu/exportTask boxcn docName") throw new Error(`The project outside said: ${said}`);
  console.log("runs     a job, outside");
}

/** Runs a command and gives what it printed; throws with all of it when it fails. */
function run(command: string, words: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${words.join(" ")} failed:\n${stdout}${stderr}`);
  }
}
