import type { Engine, Outcome } from "../../../test/conformance/engine.ts";
import type { Reply } from "../../../test/conformance/service.ts";
import { Service } from "../../../test/conformance/service.ts";
import { freshClock } from "../peers/pretend-globals.ts";
import { seeded } from "./random.ts";

/** One job as it might have been recorded: not drawn from a family, with the troubles that services have. */
export interface Trace {
  readonly name: string;
  readonly duration: number;
  readonly ends: "done" | "failed";
  /** Whole percents, linear between these points: `[milliseconds, percent]`. */
  readonly percent?: readonly (readonly [number, number])[];
  /** When requests are refused, from and to, with which status and what wish to be left alone, in seconds. */
  readonly refuses?: readonly { from: number; to: number; http: number; retryAfter?: number }[];
}

const S = 1_000;
const MIN = 60 * S;

export const traces: readonly Trace[] = [
  { name: "a document is exported: 4 s", duration: 4.2 * S, ends: "done" },
  { name: "a cluster is stopped: 7 min, status words only", duration: 7 * MIN, ends: "done" },
  {
    name: "an import in phases: 25 min",
    duration: 25 * MIN,
    ends: "done",
    percent: [
      [0, 0],
      [10 * S, 5],
      [4 * MIN, 20],
      [4 * MIN, 45],
      [19 * MIN, 80],
      [24 * MIN, 95],
      [25 * MIN, 99],
    ],
  },
  {
    name: "3 min in a queue, then 2 min of steady work",
    duration: 5 * MIN,
    ends: "done",
    percent: [
      [0, 0],
      [3 * MIN, 0],
      [5 * MIN, 100],
    ],
  },
  {
    name: "99 % after 3 min, and 5 min more for the rest",
    duration: 8 * MIN,
    ends: "done",
    percent: [
      [0, 0],
      [3 * MIN, 99],
      [8 * MIN, 99],
    ],
  },
  {
    name: "fails at 12 %, after 40 s",
    duration: 40 * S,
    ends: "failed",
    percent: [
      [0, 0],
      [40 * S, 12],
    ],
  },
  {
    name: "10 min, with bursts of 429 that ask for 10 s",
    duration: 10 * MIN,
    ends: "done",
    refuses: [
      { from: 30 * S, to: 70 * S, http: 429, retryAfter: 10 },
      { from: 4 * MIN, to: 5 * MIN, http: 429, retryAfter: 10 },
    ],
  },
  {
    name: "3 min, 429 for the first 20 s, without a wish",
    duration: 3 * MIN,
    ends: "done",
    refuses: [{ from: 0, to: 20 * S, http: 429 }],
  },
  {
    name: "6 min, with the gateway down for 90 s",
    duration: 6 * MIN,
    ends: "done",
    refuses: [{ from: 2 * MIN, to: 3.5 * MIN, http: 503 }],
  },
  {
    name: "a migration of 50 min, slow at first",
    duration: 50 * MIN,
    ends: "done",
    percent: [
      [0, 0],
      [25 * MIN, 30],
      [50 * MIN, 100],
    ],
  },
];

export interface Traced {
  readonly outcome: Outcome;
  readonly requests: number;
  /** Milliseconds from the end of the job to the end of the wait; negative when the package gave up before. */
  readonly delay: number;
}

/** Lets a package wait for the job; `undefined` when it cannot tell a failed job from a running one. */
export async function trace(engine: Engine, job: Trace): Promise<Traced | undefined> {
  if (job.ends === "failed" && !engine.has.includes("failed jobs")) return undefined;
  const clock = freshClock(seeded(11));
  const service = new Service(clock, { http: 202 }, ({ at }) => replyOf(job, at));
  const options = { clock, started: true, timeout: undefined, onUpdate: undefined };
  const outcome = await clock.until((await engine.begin(service, options)).wait());
  return { outcome, requests: service.looks.length, delay: clock.passed - job.duration };
}

function replyOf({ duration, ends, percent, refuses }: Trace, at: number): Reply {
  const refusal = refuses?.find(({ from, to }) => at >= from && at < to);
  if (refusal) return refusal;
  if (at >= duration) return { state: ends };
  return { state: "running", percent: percent && percentAt(percent, at) };
}

function percentAt(points: readonly (readonly [number, number])[], at: number): number {
  const next = points.findIndex(([ms]) => ms > at);
  const [from, low] = points[next - 1] ?? [0, 0];
  const [to, high] = points[next] ?? [from + 1, low];
  return Math.floor(low + ((high - low) * (at - from)) / (to - from));
}
