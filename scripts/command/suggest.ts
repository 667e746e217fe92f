import fs from "node:fs";
import path from "node:path";
import type { Problem } from "../build/problem.ts";
import { renderProblems } from "../build/render.ts";
import { withTools } from "../build/tools.ts";
import type { Bundled } from "../suggest/document/load.ts";
import type { Suggestions } from "../suggest/suggestions.ts";
import type { Reason } from "../suggest/weigh/evidence.ts";
import { apiNameOf } from "../vocabulary/api-name.ts";
import { noOperations } from "../vocabulary/no-operations.ts";
import { valueAt } from "../vocabulary/pointer.ts";
import type { Arguments, Command } from "./command.ts";
import { exitCodes, UsageError } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { fileForProgram } from "./first-steps.ts";
import { jsonProblem, jsonText } from "./json-report.ts";
import type { Shell } from "./shell.ts";
import { shownPath } from "./shown-path.ts";
import { whereToRead } from "./where-to-read.ts";

/** `openapi-jobs suggest` */
export const suggestHere: Command = {
  name: "suggest",
  operands: "SPEC",
  most: 1,
  summary:
    "Finds the jobs in an OpenAPI document, and writes an overlay that declares them, to look through.",
  details: `SPEC is a file, or the name of an API in redocly.yaml. The overlay goes to standard output, or to a file by
--out or --write, and says with file and line why something is thought to be a job. Nothing takes effect before
generate, which warns of what has to be checked.`,
  options: {
    write: {
      help: "Writes the overlay beside SPEC, as NAME.overlay.yaml, and redocly.yaml, unless that is there.",
    },
    out: { value: "FILE", help: "Writes the overlay to this file, which must not be there yet." },
    all: { help: "Writes what more probably is no job, too." },
    json: { help: "Prints what was found as JSON; the overlay is written with --out or --write only." },
  },
  lists: ["jobs", "others", "written"],
  async run(given, shell) {
    const [spec] = given.operands;
    if (spec === undefined)
      throw new UsageError("suggest needs a document: openapi-jobs suggest openapi.yaml.");
    const tools = await withTools(() => import("../suggest/tools.ts"));
    const api = await tools.findApi(spec, shell.folder);
    const target = targetOf(given, api.root, shell);
    const loaded = await tools.loadBundle(api.root, api.overlays);
    const isJson = given.switches.has("json");
    const refused = (problem: Problem): number => {
      const problems = [jsonProblem(problem, shell.folder)];
      const nothing = { jobs: [], others: [], written: [] };
      if (isJson) shell.print(jsonText({ command: "suggest", ok: false, ...nothing, problems }));
      else shell.warn(`${renderProblems([problem], { from: shell.folder })}\n${whereToRead([problem])}`);
      return exitCodeOf({ ok: false, problems: [problem] });
    };
    if ("problem" in loaded) return refused(loaded.problem);
    const suggestions = tools.suggest(loaded.parsed, { all: given.switches.has("all") });
    if (suggestions.operations === 0) return refused(emptyIn(api.root));
    const where = await placesOf(suggestions, loaded, shell);
    const [root = "", ...overlays] = [api.root, ...api.overlays].map((each) => shownPath(each, shell.folder));
    const hasJobs = suggestions.jobs.length > 0;
    const overlay = hasJobs && target !== undefined ? shownPath(target, shell.folder) : undefined;
    const name = api.name ?? apiNameOf(path.basename(api.root), titleOf(loaded.parsed));
    const text = hasJobs ? tools.overlayText(suggestions, { of: root, where }) : "";
    const entry = { name, root, overlays, overlay };
    if (overlay !== undefined) write(overlay, text, shell);
    const configuration = !given.switches.has("write")
      ? "unasked"
      : fs.existsSync(path.join(shell.folder, "redocly.yaml"))
        ? "kept"
        : "written";
    if (configuration === "written") write("redocly.yaml", tools.configurationText(entry), shell);
    if (isJson) {
      const found = tools.json(suggestions, where);
      const written = [
        ...(overlay === undefined ? [] : [overlay]),
        ...(configuration === "written" ? ["redocly.yaml"] : []),
      ];
      shell.print(jsonText({ command: "suggest", ok: true, ...found, written, problems: [] }));
      return exitCodes.fine;
    }
    shell.warn(tools.reportText(suggestions, where));
    if (api.name !== undefined && spec !== api.name && overlays.length > 0)
      shell.warn(tools.appliedText(root, api.name, overlays));
    if (!hasJobs && target !== undefined)
      shell.warn(`Nothing was written to ${shownPath(target, shell.folder)}.\n`);
    if (target === undefined) shell.print(text);
    const steps = tools.nextSteps({
      ...entry,
      configuration,
      isListed: api.name !== undefined,
      program: fileForProgram(name, shell.folder),
    });
    if (steps !== "") shell.warn(`\n${steps}`);
    return exitCodes.fine;
  },
};

/** There is nothing to look through. */
function emptyIn(file: string): Problem {
  const rest = { message: noOperations, suggest: [], file, frame: "" };
  return { severity: "error", code: "no-operations", ...rest };
}

/** The file that the overlay goes to, if any; it must not be there yet. */
function targetOf({ switches, values }: Arguments, root: string, { folder }: Shell): string | undefined {
  const beside = switches.has("write")
    ? shownPath(root.replace(/(\.(openapi|swagger))?(\.\w+)?$/, ".overlay.yaml"), folder)
    : undefined;
  const out = values.get("out") ?? beside;
  if (out === undefined) return undefined;
  const target = path.resolve(folder, out);
  if (fs.existsSync(target))
    throw new UsageError(
      `${out} is there already, perhaps with changes of yours; name another file${values.has("out") ? "" : ": --out FILE"}.`,
    );
  if (!fs.existsSync(path.dirname(target)))
    throw new UsageError(`There is no folder ${path.dirname(out)} for ${path.basename(target)}.`);
  return target;
}

/** Only what is not there yet. */
function write(file: string, text: string, { folder }: Shell): void {
  fs.writeFileSync(path.resolve(folder, file), text, { flag: "wx" });
}

/** A document may have any faults. */
function titleOf(document: unknown): string {
  const title = valueAt(document, ["info", "title"]);
  return typeof title === "string" ? title : "";
}

/** Where the document says each reason, as a person finds it: `openapi.yaml:12`, or `openapi.json#/paths/~1jobs`. */
async function placesOf(
  { jobs, others }: Suggestions,
  { lineOf }: Bundled,
  { folder }: Shell,
): Promise<(reason: Reason) => string> {
  const places = new Map<string, string>();
  const reasons = [
    ...[...jobs, ...others].flatMap(({ evidence }) => evidence),
    ...jobs.flatMap(({ actions }) => actions.flatMap(({ reasons = [] }) => reasons)),
  ];
  for (const { way } of reasons) {
    const key = JSON.stringify(way);
    if (places.has(key)) continue;
    const { file, line, pointer } = await lineOf(way);
    places.set(key, shownPath(file, folder) + (pointer ?? `:${line}`));
  }
  return ({ way }) => places.get(JSON.stringify(way)) ?? "";
}
