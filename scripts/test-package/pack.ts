import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.ts";

/** What an installation of the package may bring: itself, its one dependency, and the types of that. */
const INSTALLED = ["openapi-fetch", "openapi-jobs", "openapi-typescript-helpers"];

/** Packs the package in `root` into the folder `work`, and gives the tarball's path. */
export async function pack(root: string, work: string): Promise<string> {
  const said = await run("npm", ["pack", "--json", "--pack-destination", work], root);
  // the build's own lines come before the JSON
  const [packed] = JSON.parse(said.slice(said.indexOf("[\n"))) as [{ filename: string; size: number }];
  console.log(`packed   ${packed.filename}, ${Math.round(packed.size / 1024)} kB`);
  return join(work, packed.filename);
}

/** Installs the tarball into a new project, and gives its folder. */
export async function install(tarball: string, outside: string): Promise<string> {
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
