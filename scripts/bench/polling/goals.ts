import type { FamilyResult } from "./cells.ts";
import type { Figures } from "./run.ts";
import { geometricMean, noWorse } from "./run.ts";

export interface Goal {
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

interface Pair {
  readonly where: string;
  readonly family: FamilyResult;
  readonly cell: FamilyResult["cells"][number];
}

/** The default policy against the schedules of well-known packages. */
export function defaultGoals(results: readonly FamilyResult[]): readonly Goal[] {
  const pairs = pairsOf(results);
  const behind = pairs.filter(({ family, cell }) => !noWorse(cell.ours, family.peers.gax));
  const fewer = geometricMean(
    pairs.map(({ family, cell }) => family.peers.coreLro.requests / cell.ours.requests),
  );
  const later = geometricMean(pairs.map(({ family, cell }) => cell.ours.delay / family.peers.coreLro.delay));
  return [
    {
      wanted: "no worse than google-gax in requests, mean delay and p95 delay, in at least 28 of 32 cells",
      found: `${pairs.length - behind.length} of ${pairs.length} cells${named(behind)}`,
      met: behind.length <= pairs.length / 8,
    },
    {
      wanted:
        "at least 7 times fewer requests than @azure/core-lro, at no more than 2.5 times its mean delay",
      found: `${fewer.toFixed(2)} times fewer, ${later.toFixed(2)} times the delay (geometric means over the cells)`,
      met: fewer >= 7 && later <= 2.5,
    },
  ];
}

/** What two options of a caller make of it: a longer stretch, and a history. */
export function optionGoals(results: readonly FamilyResult[]): readonly Goal[] {
  const pairs = pairsOf(results);
  const later = pairs.filter(({ family, cell }) => !sooner(cell.frugal, family.peers.waiter));
  const ratios = pairs.map(({ where, family, cell }) => ({ where, ratio: timesBound(family, cell.history) }));
  const worst = ratios.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  return [
    {
      wanted: "at no more requests than @smithy/util-waiter: a smaller mean delay, in every cell",
      found: `${pairs.length - later.length} of ${pairs.length} cells${named(later)}`,
      met: later.length === 0,
    },
    {
      wanted: "with a history: within 1.5 times of the bound, in every cell",
      found: `at most ${worst.ratio.toFixed(2)} times (${worst.where})`,
      met: ratios.every(({ ratio }) => ratio <= 1.5),
    },
  ];
}

/** Mean delay over the least that any schedule without progress can have with as many requests. */
export function timesBound({ bound }: FamilyResult, { requests, delay }: Figures): number {
  return delay / bound(requests);
}

function pairsOf(results: readonly FamilyResult[]): readonly Pair[] {
  return results.flatMap((family) =>
    family.cells.map((cell) => ({ where: `${family.family.name}: ${cell.kind.name}`, family, cell })),
  );
}

function sooner(one: Figures, other: Figures): boolean {
  return one.requests <= other.requests && one.delay < other.delay;
}

/** `; not in uniform 5–600 s (none, stalled)` */
function named(pairs: readonly Pair[]): string {
  const kinds = new Map<string, string[]>();
  for (const { family, cell } of pairs) {
    const { name } = family.family;
    kinds.set(name, [...(kinds.get(name) ?? []), cell.kind.name]);
  }
  const all = [...kinds].map(([name, found]) => `${name} (${found.join(", ")})`);
  return all.length === 0 ? "" : `; not in ${all.join("; ")}`;
}
