import { byHistory } from "../../../src/runtime/wait/pacing/by-history.ts";
import { squareRoot } from "../../../src/runtime/wait/pacing/square-root.ts";
import { progressAware, withProgress } from "../../../src/runtime/wait/pacing/with-progress.ts";
import type { Bound } from "./bound.ts";
import { boundOf } from "./bound.ts";
import type { EngineOptions } from "./engine.ts";
import { runEngine } from "./engine.ts";
import type { Family } from "./families.ts";
import type { ProgressKind } from "./progress.ts";
import { progressKinds } from "./progress.ts";
import type { Random } from "./random.ts";
import { seeded } from "./random.ts";
import type { Figures } from "./run.ts";
import { figures } from "./run.ts";
import type { Schedule } from "./schedules.ts";
import { schedules } from "./schedules.ts";

/** What came of one family of jobs: the peers, which do not heed progress, and ours for each kind of it. */
export interface FamilyResult {
  readonly family: Family;
  readonly bound: Bound;
  readonly peers: Readonly<Record<keyof typeof schedules, Figures>>;
  readonly cells: readonly Cell[];
}

/** One kind of progress in one family. */
export interface Cell {
  readonly kind: ProgressKind;
  /** `progressAware`, the default. */
  readonly ours: Figures;
  /** `withProgress(byHistory(…))`, with fifty earlier durations of the family. */
  readonly history: Figures;
  /** The default stretched until it needs no more requests than util-waiter: both its factor and `minInterval`. */
  readonly frugal: Figures & { readonly stretch: number };
}

/** How many earlier durations a policy by history is given, anew for each job. */
export const HISTORY = 50;

/** Every policy and every package waits for the same jobs. */
export function runFamily(family: Family, jobs: number): FamilyResult {
  const durations = sample(family, jobs, seeded(1));
  const peer = (schedule: Schedule): Figures => {
    const random = seeded(2);
    return figures(durations.map((duration) => schedule.run(duration, random)));
  };
  const peers = {
    coreLro: peer(schedules.coreLro),
    waiter: peer(schedules.waiter),
    gax: peer(schedules.gax),
    waitFor: peer(schedules.waitFor),
  };
  const cells = progressKinds.map((kind) => ({
    kind,
    ours: runOurs(durations, kind, () => ({ pacing: progressAware })),
    history: runOurs(durations, kind, historyOf(family, HISTORY)),
    frugal: frugal(durations, kind, peers.waiter.requests),
  }));
  return { family, bound: boundOf(family), peers, cells };
}

/** The engine with a policy that may be another one for each job. */
export function runOurs(
  durations: readonly number[],
  kind: ProgressKind,
  optionsOf: () => EngineOptions,
): Figures {
  const progress = seeded(3);
  const jitter = seeded(4);
  return figures(
    durations.map((duration) => runEngine(optionsOf(), duration, kind.of(duration, progress), jitter)),
  );
}

export function historyOf(family: Family, count: number): () => EngineOptions {
  const random = seeded(5);
  return () => ({ pacing: withProgress(byHistory(sample(family, count, random))) });
}

export function sample(family: Family, count: number, random: Random): readonly number[] {
  return Array.from({ length: count }, () => family.sample(random));
}

/** The least stretch of our policy, to three per cent, at which it needs no more than this many requests. */
function frugal(durations: readonly number[], kind: ProgressKind, requests: number): Cell["frugal"] {
  const few = durations.slice(0, 1_000);
  const run = (stretch: number, some: readonly number[]): Figures => {
    const options = { pacing: withProgress(squareRoot(1.75 * stretch)), minInterval: 1_000 * stretch };
    return runOurs(some, kind, () => options);
  };
  let [least, most] = [1, 16];
  while (most > 1.03 * least) {
    const middle = Math.sqrt(least * most);
    if (run(middle, few).requests > requests) least = middle;
    else most = middle;
  }
  // what was enough for the few may be a little too short for all of them
  for (let stretch = most; ; stretch *= 1.03) {
    const all = run(stretch, durations);
    if (all.requests <= requests) return { ...all, stretch };
  }
}
