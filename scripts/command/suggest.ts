import fs from "node:fs";
import path from "node:path";
import { renderProblems } from "../build/render.ts";
import { withTools } from "../build/tools.ts";
import type { Bundled } from "../suggest/document/load.ts";
import type { Suggestions } from "../suggest/suggestions.ts";
import type { Evidence } from "../suggest/weigh/evidence.ts";
import type { Command } from "./command.ts";
import { exitCodes, UsageError } from "./command.ts";
import { jsonProblem, jsonText } from "./json-report.ts";
import type { Shell } from "./shell.ts";
import { shownPath } from "./shown-path.ts";

/** `openapi-jobs suggest` */
export const suggestHere: Command = {
  name: "suggest",
  operands: "SPEC",
  most: 1,
  summary:
    "Finds the jobs in an OpenAPI document, and writes an overlay that declares them, to look through.",
  details: `SPEC is a file, or the name of an API in redocly.yaml. Nothing is applied: the overlay goes to standard
output, or to --out, and says with file and line why something is thought to be a job.`,
  options: {
    out: { value: "FILE", help: "Writes the overlay to this file, which must not be there yet." },
    all: { help: "Writes what more probably is no job, too." },
    json: { help: "Prints what was found as JSON; the overlay is written with --out only." },
  },
  lists: ["jobs", "others"],
  async run({ operands: [spec], switches, values }, shell) {
    if (spec === undefined)
      throw new UsageError("suggest needs a document: openapi-jobs suggest openapi.yaml.");
    const out = values.get("out");
    const target = out === undefined ? undefined : path.resolve(shell.folder, out);
    if (target !== undefined && fs.existsSync(target))
      throw new UsageError(`${out} is there already, perhaps with changes of yours; name another file.`);
    if (target !== undefined && !fs.existsSync(path.dirname(target)))
      throw new UsageError(`There is no folder ${path.dirname(out ?? "")} for ${path.basename(target)}.`);
    const tools = await withTools(() => import("../suggest/tools.ts"));
    const api = await tools.findApi(spec, shell.folder);
    const loaded = await tools.loadBundle(api.root, api.overlays);
    const isJson = switches.has("json");
    if ("problem" in loaded) {
      const problems = [jsonProblem(loaded.problem, shell.folder)];
      if (isJson) shell.print(jsonText({ command: "suggest", ok: false, jobs: [], others: [], problems }));
      else shell.warn(renderProblems([loaded.problem], shell.folder));
      return exitCodes.faults;
    }
    const suggestions = tools.suggest(loaded.parsed, { all: switches.has("all") });
    const where = await placesOf(suggestions, loaded, shell);
    const [root = "", ...overlays] = [api.root, ...api.overlays].map((each) => shownPath(each, shell.folder));
    if (isJson) {
      const found = tools.json(suggestions, where);
      shell.print(jsonText({ command: "suggest", ok: true, ...found, problems: [] }));
    } else {
      shell.warn(tools.reportText(suggestions, where));
      if (spec !== api.name && overlays.length > 0) shell.warn(tools.appliedText(root, api.name, overlays));
    }
    if (suggestions.jobs.length === 0) {
      if (out !== undefined && !isJson) shell.warn(`Nothing was written to ${out}.\n`);
      return exitCodes.fine;
    }
    const text = tools.overlayText(suggestions, { of: root, where });
    if (target === undefined) {
      if (!isJson) shell.print(text);
    } else {
      fs.writeFileSync(target, text, { flag: "wx" });
      if (!isJson)
        shell.warn(
          `\n${tools.nextSteps(shownPath(target, shell.folder), { name: api.name, root, overlays })}`,
        );
    }
    return exitCodes.fine;
  },
};

/** Where each piece of evidence stands, as a person finds it: `openapi.yaml:12`, or `openapi.json#/paths/~1jobs`. */
async function placesOf(
  { jobs, others }: Suggestions,
  { lineOf }: Bundled,
  { folder }: Shell,
): Promise<(evidence: Evidence) => string> {
  const places = new Map<string, string>();
  for (const { way } of [...jobs, ...others].flatMap(({ evidence }) => evidence)) {
    const key = JSON.stringify(way);
    if (places.has(key)) continue;
    const { file, line, pointer } = await lineOf(way);
    places.set(key, shownPath(file, folder) + (pointer ?? `:${line}`));
  }
  return ({ way }) => places.get(JSON.stringify(way)) ?? "";
}
