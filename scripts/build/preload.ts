import fs from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Loads a module and all that it imports; whoever imports it afterwards finds it there. Of seven hundred modules, `import`
 * would read each in a turn of its own, which takes the processor a fifth longer.
 */
export function preload(module: URL): void {
  // TypeScript is not loaded so, and Node 22 learnt it with 22.10
  if (!fs.existsSync(module) || !process.features.require_module) return;
  createRequire(import.meta.url)(fileURLToPath(module));
}
