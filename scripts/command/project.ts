import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { GenerateOptions } from "../build/index.ts";
import { apiNameOf } from "../vocabulary/api-name.ts";
import type { Arguments } from "./command.ts";
import { UsageError } from "./command.ts";
import type { Shell } from "./shell.ts";
import { shownPath } from "./shown-path.ts";

/** Where a project has what: its configuration, its clients, and what the build remembers. */
export type Project = Pick<GenerateOptions, "configuration" | "output" | "runtime" | "record" | "programs">;

/** Somebody's project, by what the arguments say. Throws a `UsageError` when it has no configuration. */
export function locateProject({ operands, values }: Arguments, { folder }: Shell): Project {
  const configuration = path.resolve(folder, values.get("config") ?? "redocly.yaml");
  if (!fs.existsSync(configuration)) {
    const named = operands.find((operand) => /\.(ya?ml|json)$/i.test(operand));
    throw new UsageError(missingConfiguration(configuration, named, folder));
  }
  const out = values.get("out");
  const record = recordOf(configuration);
  return {
    configuration,
    output:
      out === undefined ? path.join(path.dirname(configuration), "generated") : path.resolve(folder, out),
    runtime: "openapi-jobs/runtime",
    programs: folder,
    ...(record === undefined ? {} : { record }),
  };
}

/** One file for each configuration, in the cache of the package that it belongs to. */
function recordOf(configuration: string): string | undefined {
  const root = packageOf(path.dirname(configuration));
  if (root === undefined) return undefined;
  const name = createHash("sha256").update(path.relative(root, configuration)).digest("hex").slice(0, 16);
  return path.join(root, "node_modules/.cache/openapi-jobs", `${name}.json`);
}

/** The folder of the package that a folder belongs to. */
export function packageOf(folder: string): string | undefined {
  if (fs.existsSync(path.join(folder, "package.json"))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : packageOf(parent);
}

/** `named` is a document in the place of an API's name. */
function missingConfiguration(configuration: string, named: string | undefined, folder: string): string {
  const beside = path.dirname(configuration);
  const document = named === undefined ? openApiFileIn(beside) : path.resolve(folder, named);
  const isThere = document !== undefined && fs.existsSync(document);
  const [no, where] =
    named === undefined || isThere ? ["", ""] : [`no ${named}, and `, " # where your document is"];
  const missing = `There is ${no}no ${path.relative(folder, configuration)}, the file that lists your APIs.`;
  const root = document === undefined ? "openapi.yaml" : shownPath(document, beside);
  const names = "\nThen call this with names of APIs, not files, or with none for all of them.\n";
  const entry = `${beginning(root, isThere ? titleIn(document) : "")}${where}\n${named === undefined ? "" : names}`;
  // it looks in this folder for one
  if (!isThere || configuration !== path.join(folder, "redocly.yaml"))
    return `${missing} To begin with, it needs:\n${entry}`;
  return `${missing} To have it written, and jobs looked for in ${root}:

  npx openapi-jobs suggest ${root} --write

To write it yourself:
${entry}`;
}

function beginning(root: string, title: string): string {
  return `
# redocly.yaml
apis:
  ${apiNameOf(path.posix.basename(root), title)}:
    root: ${root}`;
}

/** As far as it can be seen without a parser, which may not be installed yet. */
function titleIn(document: string): string {
  const text = fs.readFileSync(document, "utf8");
  const found =
    /\binfo["']?\s*:[\s\S]{0,2000}?\btitle["']?\s*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n,}#]*))/.exec(text);
  return found?.slice(1).find((each) => each !== undefined) ?? "";
}

function openApiFileIn(folder: string): string | undefined {
  const found = (fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map(({ name }) => path.join(folder, name));
  return found.find((file) => /^[ \t{]*["']?openapi["']?[ \t]*:/m.test(fs.readFileSync(file, "utf8")));
}
