import { ApiError } from "../call/api-error.ts";
import { hint } from "../call/hint.ts";
import type { ProgressReading } from "../job/pacing.ts";
import type { Update } from "../job/update.ts";
import type { Sightings } from "./errors.ts";
import { PollingError, PollTimeoutError } from "./errors.ts";
import type { Doubt, Finding, Look } from "./judge.ts";
import { judge, trusting } from "./judge.ts";
import { backoff, pause } from "./pause.ts";
import type { Wait, WaitState } from "./state.ts";
import { CREDIT, lookAfter } from "./state.ts";

/** Where a look leads: to another one at `state.due`, or to an end. Without an `error`, the job itself has ended. */
export type Step<R, B> =
  | { readonly next: "look"; readonly state: WaitState<R, B>; readonly error?: undefined }
  | {
      readonly next: "end";
      readonly state: WaitState<R, B>;
      readonly error?: PollingError | PollTimeoutError;
    };

/** For how long after its start a job may be unknown to the service that started it. */
const YOUTH = 60_000;

/**
 * One step of a wait, and all the polling there is: pure, without timers, promises or requests. Whoever drives it
 * looks when `state.due` has come, hands in what came back and the time, and goes on with the new state.
 * `random` is a number from 0 up to 1.
 */
export function step<P, B, R>(
  wait: Wait<P, B, R>,
  before: WaitState<R, B>,
  look: Look,
  now: number,
  random: number,
): Step<R, B> {
  const { job, plan, ref } = wait;
  const waited = before.waited + Math.max(0, now - before.now);
  const elapsed = before.head + waited;
  const young = !before.update && ref.startedAt !== undefined && elapsed < YOUTH;
  const verdict = judge(wait, look, now, young);
  const doubt = "error" in verdict ? verdict : undefined;
  const change = "error" in verdict ? doubted(before, verdict) : found(job, before, verdict, elapsed);
  const state: WaitState<R, B> = { ...before, now, waited, ...change };
  const { update, seen, readings } = state;
  const facts = { ref, last: update, seen };

  if (doubt && (!doubt.again || state.credit < 0)) {
    return { next: "end", state, error: new PollingError(facts, doubt.error) };
  }
  if (!doubt && update?.state !== "pending") return { next: "end", state };
  if (before.last || waited >= plan.timeout) {
    return { next: "end", state, error: new PollTimeoutError(facts, plan.timeout, doubt?.error) };
  }
  const ms =
    "error" in verdict
      ? backoff(plan, state.faults, retryAfter(verdict.error), random)
      : pause(plan, { elapsed, readings }, hint(verdict.answer.headers, now), random);
  return { next: "look", state: lookAfter(plan, state, ms) };
}

/** What changes after a look that showed how the job is. */
function found<P, B, R>(
  job: Wait<P, B, R>["job"],
  before: WaitState<R, B>,
  { reading, answer }: Finding<R, B>,
  elapsed: number,
): Partial<WaitState<R, B>> {
  const polls = before.polls + 1;
  const progress = trusting(() => job.progress?.(answer));
  return {
    polls,
    update: updateOf(reading, answer.body, progress, polls, elapsed),
    faults: 0,
    credit: Math.min(CREDIT, before.credit + 1),
    seen: counted(before.seen, sightOf(reading)),
    readings: moved(before.readings, { at: elapsed, progress: progress ?? 0 }),
  };
}

/**
 * What may be missing stands last: V8 gives an object that begins with a spread, or comes from one with a rest, a shape of
 * its own, which takes more memory than the object.
 */
function updateOf<R, B>(
  reading: Finding<R, B>["reading"],
  body: B,
  progress: number | undefined,
  polls: number,
  elapsed: number,
): Update<R, B> {
  const { how, state, status } = reading;
  return {
    state,
    status,
    body,
    polls,
    elapsed,
    ...(progress !== undefined && { progress }),
    ...(how === "unlisted" && { unlisted: true }),
    ...("result" in reading && { result: reading.result }),
    ...("error" in reading && { error: reading.error }),
    // a reading has all that an update of its state has
  } as Update<R, B>;
}

/** What changes after one that did not. */
function doubted<R, B>(
  { faults, credit, seen }: WaitState<R, B>,
  { error }: Doubt,
): Partial<WaitState<R, B>> {
  return { faults: faults + 1, credit: credit - 1, seen: counted(seen, nameOf(error)) };
}

function retryAfter(error: unknown): number | undefined {
  return error instanceof ApiError ? error.retryAfter : undefined;
}

/** `RUNNING`, `HTTP 503`, `HTTP 400 GES.8301`, `TimeoutError` */
function nameOf(error: unknown): string {
  if (error instanceof ApiError) return `HTTP ${error.status} ${error.code ?? ""}`.trim();
  return error instanceof Error ? error.name : "no answer";
}

/** `RUNNING`, `SUCCESS (incomplete)`, `no status` */
function sightOf({ how, status }: Finding<unknown, unknown>["reading"]): string {
  if (how === "missing") return "no status";
  return `${status}${how === "incomplete" ? " (incomplete)" : ""}`;
}

function counted(seen: Sightings, what: string): Sightings {
  return { ...seen, [what]: (Object.hasOwn(seen, what) ? (seen[what] ?? 0) : 0) + 1 };
}

/** The last three readings that moved. */
function moved(readings: readonly ProgressReading[], reading: ProgressReading): readonly ProgressReading[] {
  return reading.progress > (readings.at(-1)?.progress ?? 0) ? [...readings, reading].slice(-3) : readings;
}
