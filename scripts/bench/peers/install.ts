import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Names and versions of the packages to compare with, as `scripts/bench/package.json` pins them. */
export const peers: Readonly<Record<string, string>> = pinnedIn(folder);

/** Installs the packages into `scripts/bench/node_modules`, unless they are there already. */
export function installPeers(): void {
  installIn(folder);
}

/** Names and versions of the packages that the manifest in a folder pins. */
export function pinnedIn(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).dependencies;
}

/** Installs what the manifest in a folder pins, unless it is there already. */
export function installIn(folder: string): void {
  const pinned = Object.entries(pinnedIn(folder));
  if (pinned.every(([name, version]) => installed(name, folder) === version)) return;
  process.stderr.write(`Installing the packages to compare with into ${folder} …\n`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`npm ci in ${folder} failed; its messages are above.`);
}

function installed(name: string, folder: string): string | undefined {
  const file = `${folder}/node_modules/${name}/package.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}
