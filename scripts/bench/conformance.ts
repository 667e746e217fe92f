/**
 * The conformance scenarios, lived through by this package and by the published ones: fills in docs/conformance.md.
 *
 *   npm run bench:conformance
 */
import { describe } from "../../test/conformance/describe.ts";
import type { Engine } from "../../test/conformance/engine.ts";
import { observe } from "../../test/conformance/observe.ts";
import { ours } from "../../test/conformance/ours.ts";
import type { Scenario } from "../../test/conformance/scenario.ts";
import { scenarios } from "../../test/conformance/scenarios/index.ts";
import { fillIn, machine, table } from "./docs.ts";
import { loadPeers } from "./peers/load.ts";
import { freshClock } from "./peers/pretend-globals.ts";
import { seeded } from "./polling/random.ts";

interface Sight {
  readonly mark: "✓" | "✗" | "–";
  readonly text: string;
}

// a display that breaks is told to the console, and so are a package's own warnings
console.error = () => {};
console.warn = () => {};
const engines = [ours, ...Object.values(await loadPeers())];

const rows: (readonly [Scenario, readonly Sight[]])[] = [];
for (const scenario of scenarios) {
  const sights: Sight[] = [];
  for (const engine of engines) sights.push(await see(engine, scenario));
  rows.push([scenario, sights]);
}
const names = engines.map(({ name }) => name);
fillIn("conformance.md", { machine: machine(), matrix: matrix(), details: details() });
console.log(matrix());

async function see(engine: Engine, scenario: Scenario): Promise<Sight> {
  const random = seeded(1);
  const seen = await observe(engine, scenario, () => freshClock(random));
  if (seen === undefined) return { mark: "–", text: "" };
  return { mark: scenario.isRight(seen) ? "✓" : "✗", text: describe(seen) };
}

function matrix(): string {
  const counts = names.map((_, index) => {
    const marks = rows.map(([, sights]) => sights[index]?.mark);
    return `${count(marks, "✓")} of ${marks.length - count(marks, "–")}`;
  });
  return table(
    ["what happens", "what is right", ...names],
    [
      ...rows.map(([{ name, right }, sights]) => [name, right, ...sights.map(({ mark }) => mark)]),
      ["**right**", "", ...counts],
    ],
  );
}

function count(marks: readonly unknown[], mark: string): number {
  return marks.filter((each) => each === mark).length;
}

function details(): string {
  return rows
    .map(([{ name }, sights]) => {
      const lines = sights.map(({ mark, text }, index) =>
        text ? `- ${mark} ${names[index]}: ${text}` : undefined,
      );
      return `**${name}**\n\n${lines.filter((line) => line !== undefined).join("\n")}`;
    })
    .join("\n\n");
}
