import type { Report } from "../build/index.ts";
import { lint } from "../build/lint.ts";
import { count, countErrors, renderProblems } from "../build/render.ts";
import type { Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { annotations } from "./github.ts";
import { aboutCodes } from "./help.ts";
import { joblessHint } from "./jobless-hint.ts";
import { jsonReport, jsonText } from "./json-report.ts";
import { showProgress } from "./progress.ts";
import { locateProject } from "./project.ts";
import type { Shell } from "./shell.ts";
import { whereToRead } from "./where-to-read.ts";

/** `openapi-jobs lint` */
export const lintHere: Command = {
  name: "lint",
  operands: "[api…]",
  most: Infinity,
  summary: "Shows what is wrong with the specifications in redocly.yaml, or with those that are named.",
  details: `As strict as redocly.yaml has it; writes nothing. ${aboutCodes}`,
  options: {
    config: { value: "FILE", help: "The configuration. Default: redocly.yaml in this folder." },
    all: { help: "Shows each problem, and whole, also where many say the same." },
    json: { help: "Prints the report as JSON." },
  },
  lists: ["apis", "files", "changes"],
  async run(given, shell) {
    const { configuration } = locateProject(given, shell);
    const progress = showProgress("Linting", shell);
    const only = given.operands.length === 0 ? {} : { only: given.operands };
    const report = await lint({ configuration, ...only, onApi: progress.onApi }).finally(progress.end);
    const { switches } = given;
    showReport(report, { isJson: switches.has("json"), all: switches.has("all") }, shell);
    return exitCodeOf(report);
  },
};

function showReport(
  report: Report,
  { isJson, all }: { readonly isJson: boolean; readonly all: boolean },
  shell: Shell,
): void {
  const { folder, env } = shell;
  if (isJson) {
    shell.print(jsonText(jsonReport(report, "lint", folder)));
    return;
  }
  const { apis, problems } = report;
  const verdict = `${whereToRead(problems)}${count(apis.length, "API")}: ${countProblems(problems, folder)}.\n`;
  shell.print([renderProblems(problems, { from: folder, all }), verdict].filter(Boolean).join("\n"));
  shell.warn(joblessHint(report.jobless, "npx openapi-jobs suggest", folder));
  if (env.GITHUB_ACTIONS === "true") shell.print(annotations(report, env.GITHUB_WORKSPACE ?? folder));
}

function countProblems(problems: Report["problems"], from: string): string {
  const warnings = problems.filter(({ severity }) => severity === "warning").length;
  const counts = [countErrors(problems, from), warnings > 0 ? count(warnings, "warning") : ""];
  return counts.filter(Boolean).join("; ") || "no problems";
}
