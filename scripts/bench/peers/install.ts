import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Names and versions of the packages to compare with, as `scripts/bench/package.json` pins them. */
export const peers: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${folder}/package.json`, "utf8"),
).dependencies;

/** Installs the packages into `scripts/bench/node_modules`, unless they are there already. */
export function installPeers(): void {
  if (Object.entries(peers).every(([name, version]) => installed(name) === version)) return;
  process.stderr.write("Installing the packages to compare with into scripts/bench/node_modules …\n");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("npm ci in scripts/bench failed; its messages are above.");
}

function installed(name: string): string | undefined {
  const file = `${folder}/node_modules/${name}/package.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}
