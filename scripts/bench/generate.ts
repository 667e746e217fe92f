/**
 * Our command beside other generators, on the specifications of the five systems and on a large one that is made for it:
 * how long each takes, and what its output costs a compiler, an editor and a bundle. Fills in docs/generate.md.
 *
 *   npm run bench:generate                     half an hour on two cores, most of it the slowest two
 *   npm run bench:generate -- --quick          only openapi-typescript and ours, some minutes; fills in what was wanted
 *   npm run bench:generate -- --rounds 9       default: 5
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { installIn } from "../install.ts";
import { fillIn } from "./docs.ts";
import { measureBundle, measureChecks } from "./generate/calls.ts";
import { measureCompletion } from "./generate/completion.ts";
import { measureGeneration, measureSeveral } from "./generate/generation.ts";
import type { Use } from "./generate/report.ts";
import { generationTable, goalTable, together, useTable } from "./generate/report.ts";
import { home, openapiTypescript, others, ours, versions } from "./generate/tools.ts";
import { large, prepareWorkspace, systems } from "./generate/workspace.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, rounds: { type: "string" } } });
const rounds = Number(values.rounds ?? 5);
const tools = [ours, openapiTypescript, ...(values.quick ? [] : others)];

installIn(home);
prepareWorkspace();
say(`${systems.length} small specifications`);
const small = together(systems.map((name) => measureGeneration(tools, name, rounds)));
say("several small ones in one run");
const several = measureSeveral(rounds);
say("the large specification");
const big = measureGeneration(tools, large, rounds);

say("what calls cost a compiler");
const checks = measureChecks(big, 150, values.quick ? rounds : Math.min(rounds, 3));
const uses: Use[] = [];
for (const { tool, folder } of big) {
  const check = checks.get(tool);
  if (check === undefined) continue;
  say(`calls through ${tool.name}`);
  uses.push({
    name: tool.name,
    check,
    bundle: await measureBundle(tool, folder),
    completion: await measureCompletion(tool, folder),
  });
}

// what was wanted is about these two only, so that they can go more often round
const wanted = { rounds: `${rounds} rounds.`, goals: goalTable(small, big, several, uses) };
const peers = {
  machine: machine(),
  small: generationTable(small),
  large: generationTable(big),
  use: useTable(uses),
};
console.log(Object.values({ ...wanted, ...peers }).join("\n\n"));
fillIn("generate.md", values.quick ? wanted : peers);

function machine(): string {
  const [cpu] = cpus();
  const tools = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return (
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? "an unknown processor"}, load ` +
    `${loadavg()[1]?.toFixed(1)} over the last five minutes, ${rounds} rounds; ${tools.join(", ")}.`
  );
}

function say(what: string): void {
  process.stderr.write(`Measuring ${what} …\n`);
}
