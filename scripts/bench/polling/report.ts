import { table } from "../docs.ts";
import type { FamilyResult } from "./cells.ts";
import type { Goal } from "./goals.ts";
import { timesBound } from "./goals.ts";
import type { Figures } from "./run.ts";
import { schedules } from "./schedules.ts";
import type { Trace, Traced } from "./traces.ts";
import type { Verified } from "./verify.ts";

export function goalTable(goals: readonly Goal[]): string {
  return table(
    ["wanted", "found", ""],
    goals.map(({ wanted, found, met }) => [wanted, found, met ? "met" : "**missed**"]),
  );
}

/** Each family with its peers, and a row for each kind of progress. */
export function familyTables(results: readonly FamilyResult[]): string {
  return results.map(familyTable).join("\n\n");
}

function familyTable(result: FamilyResult): string {
  const { family, peers, cells } = result;
  const others = Object.entries(schedules).map(([key, { name }]) => {
    // the keys of `schedules` are those of `peers`
    const of = peers[key as keyof typeof peers];
    return [name, three(of), ratio(timesBound(result, of)), "", "", ""];
  });
  const ours = cells.map(({ kind, ours, history, frugal }) => [
    `openapi-jobs, progress ${kind.name}`,
    three(ours),
    ratio(timesBound(result, ours)),
    three(history),
    ratio(timesBound(result, history)),
    `${three(frugal)} (× ${frugal.stretch.toFixed(1)})`,
  ]);
  const head = ["", "as it comes", "× bound", "with a history", "× bound", "at util-waiter's requests"];
  return `### ${family.name}\n\n${table(head, [...others, ...ours])}`;
}

export function historyTable(
  rows: readonly (readonly [string, readonly (readonly [Figures, number])[]])[],
  counts: readonly number[],
): string {
  return table(
    ["", ...counts.map((count) => `${count} durations`)],
    rows.map(([name, found]) => [name, ...found.map(([of, times]) => `${three(of)} · ${ratio(times)}`)]),
  );
}

export function traceTable(
  names: readonly string[],
  rows: readonly (readonly [Trace, readonly (Traced | undefined)[]])[],
): string {
  return table(
    ["", ...names],
    rows.map(([job, found]) => [job.name, ...found.map((each) => traced(job, each))]),
  );
}

function traced({ ends }: Trace, found: Traced | undefined): string {
  if (found === undefined) return "–";
  const { outcome, requests, delay } = found;
  const right = outcome === (ends === "done" ? "the job succeeded" : "the job failed");
  const count = requests.toLocaleString("en");
  return right ? `${count} · ${(delay / 1000).toFixed(1)} s` : `**${outcome}** (${count})`;
}

export function verifiedTable(all: readonly Verified[]): string {
  return table(
    ["model", "jobs of the real package", "requests", "greatest difference"],
    all.map(({ name, jobs, requests, off }) => [
      name,
      String(jobs),
      requests.toLocaleString("en"),
      `${off.toFixed(3)} ms`,
    ]),
  );
}

/** Requests, mean delay and p95 delay. */
function three({ requests, delay, p95 }: Figures): string {
  return `${requests.toLocaleString("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 })} / ${delay.toFixed(2)} / ${p95.toFixed(1)}`;
}

function ratio(times: number): string {
  return Number.isFinite(times) ? times.toFixed(2) : "–";
}
