/**
 * Builds the clients from the specifications, then starts one job on each of five simulated systems and waits for it.
 * `npm run demo`, or `npm run demo -- --fail` to see five jobs fail.
 */

import { parseArgs } from "node:util";
import { generate } from "./build/index.ts";
import { renderReport } from "./build/render.ts";
import { project } from "./project.ts";

const USAGE = `npm run demo [-- --fail]

Builds the clients, then starts a job on each of five simulated systems and waits for it.
  --fail  the jobs fail, each in its system's own words
  --help  this text`;

const flags = readFlags();
if (flags.help) {
  console.log(USAGE);
} else if (await build()) {
  // only now, since the clients may just have been written
  const { play } = await import("./demo/play.ts");
  process.exitCode = await play({ fail: flags.fail === true });
}

function readFlags(): { fail?: boolean | undefined; help?: boolean | undefined } {
  try {
    return parseArgs({ options: { fail: { type: "boolean" }, help: { type: "boolean" } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** True when the clients are there and up to date. */
async function build(): Promise<boolean> {
  console.log("Building the clients from the specifications:\n");
  const report = await generate(project);
  const { output, errors } = renderReport(report, {
    from: process.cwd(),
    check: false,
    command: "npm run generate",
  });
  process.stdout.write(output);
  process.stderr.write(errors);
  return report.ok;
}
