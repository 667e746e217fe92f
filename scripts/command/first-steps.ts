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
    return `\nA first program is in ${wanted}. It runs with: npx tsx ${wanted}\n${needs(folder)}`;
  }
  const file = fileForProgram(program.api, folder);
  return `\nA first program. As ${file}, it runs with: npx tsx ${file}\n${needs(folder)}\n${program.text}`;
}

/** What a first program could be called here. */
export function fileForProgram(api: string, folder: string): string {
  return fs.existsSync(path.join(folder, "index.ts")) ? `${api}.ts` : "index.ts";
}

function needs(folder: string): string {
  return isOfModules(folder) ? "" : 'It needs "type": "module" in package.json: npm pkg set type=module\n';
}

/** Whether a file here is an ES module, which alone may `await` outside of functions. */
function isOfModules(folder: string): boolean {
  const root = packageOf(folder);
  if (root === undefined) return false;
  return /"type"\s*:\s*"module"/.test(fs.readFileSync(path.join(root, "package.json"), "utf8"));
}
