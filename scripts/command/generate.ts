import fs from "node:fs";
import path from "node:path";
import type { GenerateOptions, Report } from "../build/index.ts";
import { generate } from "../build/index.ts";
import { count, renderReport } from "../build/render.ts";
import { watch } from "../build/watch.ts";
import type { Arguments, Command } from "./command.ts";
import { exitCodes, UsageError } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { firstSteps } from "./first-steps.ts";
import { annotations } from "./github.ts";
import { aboutCodes } from "./help.ts";
import { joblessHint } from "./jobless-hint.ts";
import { jsonReport, jsonText } from "./json-report.ts";
import { showProgress } from "./progress.ts";
import type { Project } from "./project.ts";
import { locateProject } from "./project.ts";
import type { Shell } from "./shell.ts";
import { whereToRead } from "./where-to-read.ts";

export interface GenerateCommandOptions {
  readonly locate: (given: Arguments, shell: Shell) => Project;
  /** The command that mends what a check finds. */
  readonly mend: string;
  /** The command that looks for jobs in a document which declares none. Default: that is not brought up. */
  readonly suggest?: string;
}

/** `openapi-jobs generate`, for the project of whoever calls it, or for a certain one. */
export function generateCommand({ locate, mend, suggest }: GenerateCommandOptions): Command {
  return {
    name: "generate",
    operands: "[api…]",
    most: Infinity,
    summary: "Generates a typed client for each API in redocly.yaml, or for those that are named.",
    details: `Warnings keep nothing from being written; while there is an error, nothing is. ${aboutCodes}`,
    options: {
      check: { help: "Writes nothing; fails if a generated file is stale, edited, missing or orphaned." },
      watch: { help: "Builds again after each change of a file that a specification consists of." },
      config: { value: "FILE", help: "The configuration. Default: redocly.yaml in this folder." },
      out: {
        value: "FOLDER",
        help: "Gets a folder for each API. Default: generated, beside the configuration.",
      },
      program: {
        value: "FILE",
        help: "Writes a first program for a new client to this file here, which must not be there yet.",
      },
      all: { help: "Shows each problem, and whole, also where many say the same." },
      json: { help: "Prints the report as JSON; with --watch, as one line after each build." },
    },
    lists: ["apis", "files", "changes"],
    async run(given, shell) {
      const check = given.switches.has("check");
      const isWatching = given.switches.has("watch");
      if (check && isWatching)
        throw new UsageError("--check and --watch exclude each other: a check looks once.");
      const program = programFile(given, shell);
      const progress = showProgress(check ? "Checking" : "Generating", shell);
      const only = given.operands.length === 0 ? {} : { only: given.operands };
      const options: GenerateOptions = {
        ...locate(given, shell),
        ...only,
        check,
        onApi: progress.onApi,
      };
      const show = (report: Report): void => {
        progress.end();
        const isJson = given.switches.has("json");
        const all = given.switches.has("all");
        showReport(report, { check, isWatching, isJson, all, mend }, shell);
        const steps = report.ok ? firstSteps(report.programs, program, shell.folder) : "";
        if (!isJson) shell.warn(steps);
        if (!check && !isWatching && !isJson && suggest !== undefined)
          shell.warn(joblessHint(report.jobless, suggest, shell.folder));
      };
      if (isWatching) {
        await watch(options, show, shell.signal);
        return exitCodes.interrupted;
      }
      const report = await generate(options).finally(progress.end);
      show(report);
      return exitCodeOf(report);
    },
  };
}

/** `openapi-jobs generate` in somebody's project. */
export const generateHere: Command = generateCommand({
  locate: locateProject,
  mend: "npx openapi-jobs generate",
  suggest: "npx openapi-jobs suggest",
});

/** Where the first program goes, if that was said. */
function programFile({ switches, values }: Arguments, { folder }: Shell): string | undefined {
  const file = values.get("program");
  if (file === undefined) return undefined;
  if (switches.has("check") || switches.has("watch"))
    throw new UsageError("--program goes with neither --check nor --watch.");
  if (path.dirname(file) !== ".")
    throw new UsageError("--program takes a file in this folder, such as index.mts.");
  if (fs.existsSync(path.join(folder, file)))
    throw new UsageError(`${file} is there already; name another file: --program FILE.`);
  return file;
}

/** Others are waited for, such as a plugin of Redocly's, and counted once they are there. */
function watched({ inputs }: Report): string {
  return count(Object.values(inputs).filter((hash) => hash !== null).length, "file");
}

interface Manner {
  readonly check: boolean;
  readonly isWatching: boolean;
  readonly isJson: boolean;
  readonly all: boolean;
  readonly mend: string;
}

function showReport(report: Report, manner: Manner, shell: Shell): void {
  const { check, isWatching, isJson, all, mend } = manner;
  const { folder, env } = shell;
  if (isJson) {
    shell.print(jsonText(jsonReport(report, "generate", folder), { isLine: isWatching }));
    return;
  }
  // what stayed as it was is of no interest to somebody who watches
  const files = isWatching ? report.files.filter(({ state }) => state !== "unchanged") : report.files;
  const readMore = whereToRead(report.problems);
  const options = { from: folder, check, command: mend, all, readMore };
  const { output, errors } = renderReport({ ...report, files }, options);
  shell.print(output);
  shell.warn(errors);
  if (check && env.GITHUB_ACTIONS === "true")
    shell.print(annotations(report, env.GITHUB_WORKSPACE ?? folder));
  if (isWatching)
    shell.print(
      `${report.ok ? "All is well. " : ""}Watching ${watched(report)}, the configuration among them. Ctrl-C ends.\n`,
    );
}
