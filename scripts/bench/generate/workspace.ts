import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { syntheticDocument } from "./synthetic/document.ts";
import { home } from "./tools.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const workspace = `${home}node_modules/.cache/generate`;

/** The specifications of the five systems, by name. */
export const systems: readonly string[] = readdirSync(`${root}specs`, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name.replace(/\.yaml$/, ""));

/** The one that is made for the measurement. */
export const large = "synthetic";

/** Compiles the command as it is published, and empties the place where everything is generated. */
export function prepareWorkspace(): void {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The command cannot be compiled.");
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(`${workspace}/${large}`, { recursive: true });
  const text = stringify(syntheticDocument(), { lineWidth: 0, aliasDuplicateObjects: false });
  writeFileSync(`${workspace}/${large}/api.yaml`, text);
  for (const name of systems) {
    cpSync(`${root}specs/shared`, `${workspace}/${name}/shared`, { recursive: true });
    cpSync(`${root}specs/${name}.yaml`, `${workspace}/${name}/api.yaml`);
  }
}

/** A folder of its own for a tool, with a specification in it. */
export function folderFor(tool: string, specification: string): string {
  const folder = `${workspace}/${tool.replaceAll(/\W+/g, "-")}/${specification}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${workspace}/${specification}`, folder, { recursive: true });
  return folder;
}

/** What a compiler needs to know of a folder to check what was generated there. */
export function writeTsconfig(folder: string): void {
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    module: "ESNext",
    moduleResolution: "Bundler",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    // where the package would be if it were installed
    paths: { "openapi-jobs/runtime": [`${root}dist/src/runtime/index.d.ts`] },
  };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["calls.ts"] }));
}
