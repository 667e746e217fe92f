import { commands } from "../../scripts/command/commands.ts";
import { run } from "../../scripts/command/run.ts";
import type { Shell } from "../../scripts/command/shell.ts";
import type { Project } from "../build/project.ts";

export interface Said {
  readonly code: number;
  /** What went to standard output. */
  readonly out: string;
  /** What went to standard error. */
  readonly err: string;
}

/** `openapi-jobs` in somebody's project. The words of the call are separated by blanks. */
export async function called(
  call: string,
  { folder }: Pick<Project, "folder">,
  surroundings: Partial<Shell> = {},
): Promise<Said> {
  let out = "";
  let err = "";
  const shell: Shell = {
    folder,
    env: {},
    isWatched: false,
    signal: new AbortController().signal,
    print: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    ...surroundings,
  };
  const code = await run(call.split(" ").filter(Boolean), shell, commands);
  return { code, out, err };
}
