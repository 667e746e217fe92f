import { cpSync, rmSync, writeFileSync } from "node:fs";
import type { Took } from "./measure.ts";
import { bytesIn, medianOf, run } from "./measure.ts";
import type { Tool } from "./tools.ts";
import { openapiTypescript, ours } from "./tools.ts";
import { folderFor, systems } from "./workspace.ts";

export interface Generation {
  readonly tool: Tool;
  readonly folder: string;
  /** Into a folder without output. */
  readonly cold: Took;
  /** Once more, although nothing has changed. */
  readonly again: Took;
  readonly runs: number;
  readonly bytes: number;
}

/** Who takes this many times as long as openapi-typescript is measured once. */
const tooSlow = 8;

/** All tools on one specification, in turns, so that whatever else goes on in the machine goes on for all of them. */
export function measureGeneration(
  tools: readonly Tool[],
  specification: string,
  rounds: number,
): readonly Generation[] {
  const entries = tools.map((tool) => {
    const folder = folderFor(tool.name, specification);
    return { tool, folder, args: tool.prepare(folder), cold: [] as Took[], again: [] as Took[] };
  });
  for (let round = 0; round < rounds; round++) {
    const measure = entries.find(({ tool }) => tool === openapiTypescript)?.cold[0]?.wall;
    for (const { tool, folder, args, cold, again } of entries) {
      if (measure !== undefined && (cold[0]?.wall ?? 0) > tooSlow * measure) continue;
      forget(tool, folder);
      cold.push(run(args, folder));
      again.push(run(args, folder));
    }
  }
  return entries.map(({ tool, folder, cold, again }) => ({
    tool,
    folder,
    cold: medianOf(cold),
    again: medianOf(again),
    runs: cold.length,
    bytes: tool.output.reduce((sum, name) => sum + bytesIn(`${folder}/${name}`), 0),
  }));
}

export interface Several {
  readonly cold: Took;
  readonly again: Took;
  /** openapi-typescript on the first of them. */
  readonly one: Took;
  readonly count: number;
}

/** Ten small specifications in one run of ours, beside one of them in a run of openapi-typescript. */
export function measureSeveral(rounds: number): Several {
  const count = 10;
  const folder = folderFor("several", systems[0] ?? "");
  ours.prepare(folder);
  const names = Array.from({ length: count }, (_, index) => `api-${index + 1}`);
  for (const [index, name] of names.entries()) {
    const one = folderFor("single", systems[index % systems.length] ?? "");
    cpSync(`${one}/api.yaml`, `${folder}/${name}.yaml`);
    cpSync(`${one}/shared`, `${folder}/shared`, { recursive: true });
  }
  const list = names.map((name) => `  ${name}:\n    root: ${name}.yaml\n`).join("");
  writeFileSync(`${folder}/redocly.yaml`, `apis:\n${list}`);
  const [command = ""] = ours.prepare(folderFor("single", systems[0] ?? ""));
  const single = folderFor(openapiTypescript.name, systems[0] ?? "");
  const [cold, again, one]: [Took[], Took[], Took[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    forget(ours, folder);
    cold.push(run([command, "generate"], folder));
    again.push(run([command, "generate"], folder));
    one.push(run(openapiTypescript.prepare(single), single));
  }
  return { cold: medianOf(cold), again: medianOf(again), one: medianOf(one), count };
}

/** Puts the folder back to where nothing was generated in it. */
function forget(tool: Tool, folder: string): void {
  for (const name of [...tool.output, "node_modules/.cache", ".kubb"]) {
    rmSync(`${folder}/${name}`, { recursive: true, force: true });
  }
}
