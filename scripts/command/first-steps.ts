import fs from "node:fs";
import path from "node:path";
import type { Report } from "../build/index.ts";
import { packageOf } from "./project.ts";

/**
 * What to write first with a client that was generated now; of several, with one that has a job. Is written to the file that
 * was `wanted`, or else shown.
 */
export function firstSteps(programs: Report["programs"], wanted: string | undefined, folder: string): string {
  const program = programs.find(({ hasJob }) => hasJob) ?? programs[0];
  if (program === undefined)
    return wanted === undefined ? "" : `\nNo client is new, so there is no first program for ${wanted}.\n`;
  if (wanted !== undefined) {
    fs.writeFileSync(path.join(folder, wanted), program.text, { flag: "wx" });
    return `\nA first program is in ${wanted}. It runs with: npx tsx ${wanted}\n${needs(wanted, folder)}`;
  }
  const file = fileForProgram(program.api, folder);
  return `\nA first program. As ${file}, it runs with: npx tsx ${file}\n${needs(file, folder)}\n${program.text}`;
}

/** What a first program could be called here: an ES module in any case. */
export function fileForProgram(api: string, folder: string): string {
  const ending = isOfModules(folder) ? "ts" : "mts";
  const isThere = ["index.ts", "index.mts"].some((file) => fs.existsSync(path.join(folder, file)));
  return `${isThere ? api : "index"}.${ending}`;
}

function needs(file: string, folder: string): string {
  if (isOfModules(folder)) return "";
  if (/\.m[jt]s$/.test(file)) return forCompiler;
  return 'It needs a name that ends in .mts, or "type": "module" in package.json: npm pkg set type=module\n';
}

/** It may be an ES module by its name, but what it imports is called `index.ts`. */
const forCompiler =
  'A tsconfig.json as npx tsc --init writes it also wants "type": "module" in package.json: npm pkg set type=module\n';

/** Whether a file here is an ES module, which alone may `await` outside of functions, whatever it is called. */
function isOfModules(folder: string): boolean {
  const root = packageOf(folder);
  if (root === undefined) return false;
  return /"type"\s*:\s*"module"/.test(fs.readFileSync(path.join(root, "package.json"), "utf8"));
}
