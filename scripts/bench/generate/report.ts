import { table } from "../docs.ts";
import type { Checked } from "./calls.ts";
import type { Completion } from "./completion.ts";
import type { Generation, Several } from "./generation.ts";
import type { Took } from "./measure.ts";
import { openapiTypescript, ours } from "./tools.ts";

/** What was found about the calls of one tool on the synthetic specification. */
export interface Use {
  readonly name: string;
  readonly check: Checked;
  readonly bundle: number;
  readonly completion: Completion;
}

/** Tools in rows; the times of openapi-typescript in the same run are the measure. */
export function generationTable(rows: readonly Generation[]): string {
  const measure = of(rows, openapiTypescript.name).cold;
  return table(
    ["", "cold", "×", "unchanged", "×", "processor, cold", "×", "written", "runs"],
    rows.map(({ tool, cold, again, bytes, runs }) => [
      tool.name,
      seconds(cold.wall),
      ratio(cold.wall, measure.wall),
      seconds(again.wall),
      ratio(again.wall, measure.wall),
      seconds(cold.cpu),
      ratio(cold.cpu, measure.cpu),
      size(bytes),
      String(runs),
    ]),
  );
}

/** The specifications of the systems together: the sum of what each took. */
export function together(all: readonly (readonly Generation[])[]): readonly Generation[] {
  const [first = []] = all;
  return first.map((one, index) => {
    const each = all.flatMap((rows) => rows[index] ?? []);
    const sum = (pick: (generation: Generation) => number): number =>
      each.reduce((total, generation) => total + pick(generation), 0);
    return {
      ...one,
      cold: { wall: sum(({ cold }) => cold.wall), cpu: sum(({ cold }) => cold.cpu) },
      again: { wall: sum(({ again }) => again.wall), cpu: sum(({ again }) => again.cpu) },
      bytes: sum(({ bytes }) => bytes),
    };
  });
}

export function useTable(uses: readonly Use[]): string {
  const measure = of(uses, openapiTypescript.name);
  return table(
    [
      "",
      "check of 150 calls",
      "×",
      "instantiations",
      "errors",
      "completion",
      "names the parameter",
      "bundle",
    ],
    uses.map(({ name, check, bundle, completion }) => [
      withClient(name),
      seconds(check.check),
      ratio(check.check, measure.check.check),
      check.instantiations.toLocaleString("en"),
      String(check.errors),
      `${completion.latency.toFixed(0)} ms`,
      completion.isHelpful ? "yes" : "no",
      `${bundle.toLocaleString("en")} B`,
    ]),
  );
}

/** What was wanted beside what came out. */
export function goalTable(
  small: readonly Generation[],
  large: readonly Generation[],
  several: Several,
  uses: readonly Use[],
): string {
  const pair = (rows: readonly Generation[], pick: (generation: Generation) => Took): number =>
    pick(of(rows, ours.name)).wall / of(rows, openapiTypescript.name).cold.wall;
  const [mine, theirs] = [of(uses, ours.name), of(uses, openapiTypescript.name)];
  const goals: readonly (readonly [what: string, found: number, bound: number, unit: string])[] = [
    ["large specification, cold", pair(large, ({ cold }) => cold), 1, "×"],
    ["large specification, unchanged", pair(large, ({ again }) => again), 0.25, "×"],
    ["small specifications, unchanged", pair(small, ({ again }) => again), 0.25, "×"],
    [
      `${several.count} small specifications in one run, beside one of them`,
      several.cold.wall / several.one.wall,
      1.6,
      "×",
    ],
    ["check of 150 calls, beside openapi-fetch", mine.check.check / theirs.check.check, 0.35, "×"],
    ["completion in an argument object", mine.completion.latency, 150, "ms"],
    ["bundle of one call: client, errors, tokens", mine.bundle / 1000, 4, "kB"],
  ];
  return table(
    ["", "at most", "found", ""],
    goals.map(([what, found, bound, unit]) => [
      what,
      unit === "×" ? `× ${bound}` : `${bound} ${unit}`,
      unit === "×" ? `× ${found.toFixed(2)}` : `${found.toFixed(unit === "ms" ? 0 : 2)} ${unit}`,
      found <= bound ? "✓" : "✗",
    ]),
  );
}

function of<Row extends { readonly name: string } | { readonly tool: { readonly name: string } }>(
  rows: readonly Row[],
  name: string,
): Row {
  const row = rows.find((each) => ("tool" in each ? each.tool.name : each.name) === name);
  if (row === undefined) throw new Error(`${name} was not measured.`);
  return row;
}

function withClient(name: string): string {
  return name === openapiTypescript.name ? `${name} and openapi-fetch` : name;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function ratio(value: number, measure: number): string {
  return `× ${(value / measure).toFixed(2)}`;
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;
}
