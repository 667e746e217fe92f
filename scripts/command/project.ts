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
  const missing = `no ${path.relative(folder, configuration)}, the file that lists your APIs. To begin with, it needs:`;
  const beside = path.dirname(configuration);
  if (named === undefined) {
    const [found = "openapi.yaml"] = fs.existsSync(beside) ? openApiFiles(beside) : [];
    return `There is ${missing}\n${beginning(found)}\n`;
  }
  const document = path.resolve(folder, named);
  const isThere = fs.existsSync(document);
  return `There is ${isThere ? "" : `no ${named}, and `}${missing}
${beginning(shownPath(document, beside))}${isThere ? "" : " # where your document is"}

Then call this with names of APIs, not files, or with none for all of them.
`;
}

function beginning(root: string): string {
  return `
# redocly.yaml
apis:
  ${apiNameOf(path.posix.basename(root))}:
    root: ${root}`;
}

function openApiFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) =>
      /^[ \t{]*["']?openapi["']?[ \t]*:/m.test(fs.readFileSync(path.join(folder, name), "utf8")),
    );
}
