import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromReadme, quiet } from "./readme.ts";
import { run } from "./run.ts";

export interface Beginner {
  readonly tarball: string;
  /** An empty place for the project. */
  readonly folder: string;
  /** The root of this repository. */
  readonly root: string;
}

/** Somebody with a document that declares no job, and an empty folder, who types what the README has under "Where to begin". */
export async function whereToBegin({ tarball, folder, root }: Beginner): Promise<void> {
  const { commands, check, specification } = fromReadme(root);
  mkdirSync(folder);
  writeFileSync(join(folder, "openapi.yaml"), withoutJob(specification));
  let said = "";
  for (const command of [...commands, check, ...withConfiguration]) {
    const [program = "", ...words] = command.split(" ");
    const given = words.map((word) => (program === "npm" && word === "openapi-jobs" ? tarball : word));
    said += await run(program, program === "npm" ? [...given, ...quiet] : ["--no-install", ...given], folder);
  }
  if (!/^succeeded done\n\{ state: 'done'/m.test(said))
    throw new Error(`The beginner's commands said: ${said}`);
  console.log(`begins   with a job after ${commands.length} commands`);
}

/** What the compiler makes of it by the configuration that it writes itself. */
const withConfiguration = ["npm pkg set type=module", "npx tsc --init", "npx tsc --noEmit"];

/** As most documents are. */
function withoutJob(specification: string): string {
  return specification.replace(/^ +x-polling:.*\n(?: {8}.*\n)+/m, "").replace(/^ +links:\n.*\n/m, "");
}
