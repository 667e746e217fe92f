// npm run generate: builds the clients in generated/ from the specifications that redocly.yaml lists.
import process from "node:process";
import type { Command } from "./build/command.ts";
import { parseCommand, usage } from "./build/command.ts";
import type { GenerateOptions, Report } from "./build/index.ts";
import { generate } from "./build/index.ts";
import { renderReport } from "./build/render.ts";
import { watch } from "./build/watch.ts";
import { project } from "./project.ts";

const command = "npm run generate";

try {
  await main(parseCommand(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function main({ check, watch: isWatching, help, only }: Command): Promise<void> {
  if (help) {
    process.stdout.write(usage(`${command} --`));
    return;
  }
  const options: GenerateOptions = { ...project, check, ...(only ? { only } : {}) };
  if (isWatching) {
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    await watch(options, printChanges, stop.signal);
  } else {
    const report = await generate(options);
    print(report);
    process.exitCode = report.ok ? 0 : 1;
  }

  /** What stayed as it was is of no interest to somebody who watches. */
  function printChanges(report: Report): void {
    print({ ...report, files: report.files.filter(({ state }) => state !== "unchanged") });
    process.stdout.write(`Watching ${report.inputs.length} files. Ctrl-C ends.\n`);
  }

  function print(report: Report): void {
    const { output, errors } = renderReport(report, { from: process.cwd(), check, command });
    process.stdout.write(output);
    process.stderr.write(errors);
  }
}
