import { readFileSync } from "node:fs";
import { join } from "node:path";

/** For an installation that is nobody's. */
export const quiet: readonly string[] = ["--prefer-offline", "--no-audit", "--no-fund"];

export interface Readme {
  /** Those of "Where to begin", without the comments beside them. */
  readonly commands: readonly string[];
  /** What checks the types of the program that these wrote. */
  readonly check: string;
  /** The files of "Your own API". */
  readonly configuration: string;
  readonly specification: string;
  readonly program: string;
}

/** What the README has for somebody with an API. */
export function fromReadme(root: string): Readme {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const after = (heading: string): string => readme.slice(readme.indexOf(`\n## ${heading}\n`));
  const block = (section: string, start: string): string => {
    const from = section.indexOf(start);
    if (from < 0) throw new Error(`The README does not show ${start}.`);
    return section.slice(from, section.indexOf("\n```\n", from) + 1);
  };
  const [beginning, own] = [after("Where to begin"), after("Your own API")];
  const commands = block(beginning, "npm install openapi-jobs").trim().split("\n");
  return {
    commands: commands.map((command) => command.replace(/ #.*/, "")),
    check: /^`(npx tsc [^`]+)`/m.exec(beginning)?.[1] ?? "",
    configuration: block(own, "# redocly.yaml\n"),
    specification: block(own, "# printer.yaml\n"),
    program: block(own, 'import { start } from "openapi-jobs";\n'),
  };
}
