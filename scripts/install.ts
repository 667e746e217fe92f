import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Installs what the `package.json` of a folder pins into that folder, unless it is there already. */
export function installIn(folder: string, ...flags: readonly string[]): void {
  if (isInstalledIn(folder)) return;
  const where = relative(process.cwd(), folder);
  const names = Object.keys(pinnedIn(folder)).join(", ");
  process.stderr.write(`Installing ${names} into ${where}/node_modules …\n`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", ...flags], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`npm ci in ${where} failed; its messages are above.`);
}

/** Whether it is there, in the version that is pinned. */
export function isInstalledIn(folder: string): boolean {
  return Object.entries(pinnedIn(folder)).every(
    // an alias is pinned as npm:<package>@<version>, and some packages call their own version v20
    ([name, pin]) => installed(folder, name)?.replace(/^v/, "") === pin.replace(/^npm:.*@/, ""),
  );
}

/** Names and versions of the packages that the `package.json` of a folder pins. */
export function pinnedIn(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies;
}

function installed(folder: string, name: string): string | undefined {
  const file = join(folder, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}
