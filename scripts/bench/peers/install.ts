import { fileURLToPath } from "node:url";
import { installIn, pinnedIn } from "../../install.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Names and versions of the packages to compare with, as `scripts/bench/package.json` pins them. */
export const peers: Readonly<Record<string, string>> = pinnedIn(folder);

/** Installs the packages into `scripts/bench/node_modules`, unless they are there already. */
export function installPeers(): void {
  installIn(folder);
}
