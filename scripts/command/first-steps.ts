import fs from "node:fs";
import path from "node:path";
import type { Report } from "../build/index.ts";
import { packageOf } from "./project.ts";

/** What to write first with a client that was generated now; of several, with one that has a job. */
export function firstSteps(programs: Report["programs"], folder: string): string {
  const program = programs.find(({ hasJob }) => hasJob) ?? programs[0];
  if (program === undefined) return "";
  const file = fs.existsSync(path.join(folder, "index.ts")) ? `${program.api}.ts` : "index.ts";
  const modules = isOfModules(folder)
    ? ""
    : 'It needs "type": "module" in package.json: npm pkg set type=module\n';
  return `\nA first program. As ${file}, it runs with: npx tsx ${file}\n${modules}\n${program.text}`;
}

/** Whether a file here is an ES module, which alone may `await` outside of functions. */
function isOfModules(folder: string): boolean {
  const root = packageOf(folder);
  if (root === undefined) return false;
  return /"type"\s*:\s*"module"/.test(fs.readFileSync(path.join(root, "package.json"), "utf8"));
}
