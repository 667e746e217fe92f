import { cpSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.ts";

/** The compilers that users of the package may have. */
const compilers = ["typescript-5.4", "typescript-5.9", "typescript-6", "typescript-7"];

/** Installs the compilers of `source` into a folder beside the projects that they are for. */
export async function installCompilers(source: string, folder: string): Promise<void> {
  cpSync(source, folder, { recursive: true });
  await run("npm", ["ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
}

/** Compiles a project under each compiler, with both kinds of module resolution. */
export async function compile(project: string, folder: string): Promise<void> {
  for (const compiler of compilers) {
    for (const resolution of ["nodenext", "bundler"]) {
      const tsc = join(folder, "node_modules", compiler, "bin/tsc");
      await run(process.execPath, [tsc, "-p", `tsconfig.${resolution}.json`], project);
    }
    console.log(`compiles ${compiler}, nodenext and bundler`);
  }
}
