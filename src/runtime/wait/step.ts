import { ApiError } from "../call/api-error.ts";
import { hint } from "../call/hint.ts";
import type { Update } from "../job/update.ts";
import type { Sightings, Waited } from "./errors.ts";
import { PollingError, PollTimeoutError } from "./errors.ts";
import type { Doubt, Finding, Look } from "./judge.ts";
import { judge, trusting } from "./judge.ts";
import type { ProgressReading } from "./pacing/pacing.ts";
import { backoff, pause } from "./pause.ts";
import type { Wait, WaitState } from "./state.ts";
import { CREDIT, lookAfter } from "./state.ts";

/** Where a look leads: to another one at `state.due`, or to an end. Without an `error`, the job itself has ended. */
export type Step<R, B> =
  | { readonly next: "look"; readonly state: WaitState<R, B> }
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
  const state = { ...before, now, waited: before.waited + Math.max(0, now - before.now) };
  const verdict = judge(wait, look, now);
  return "error" in verdict ? doubted(wait, state, verdict, random) : found(wait, state, verdict, random);
}

/** The look showed how the job is. */
function found<P, B, R>(
  wait: Wait<P, B, R>,
  before: WaitState<R, B>,
  { reading, answer }: Finding<R, B>,
  random: number,
): Step<R, B> {
  const elapsed = before.head + before.waited;
  const polls = before.polls + 1;
  const progress = trusting(() => wait.job.progress?.(answer));
  const { how, ...state } = reading;
  const update: Update<R, B> = {
    ...state,
    ...(how === "unlisted" ? { unlisted: true } : {}),
    ...(progress === undefined ? {} : { progress }),
    body: answer.body,
    polls,
    elapsed,
  };
  const after: WaitState<R, B> = {
    ...before,
    polls,
    update,
    faults: 0,
    credit: Math.min(CREDIT, before.credit + 1),
    seen: counted(before.seen, how === "missing" ? "no status" : String(reading.status)),
    readings: moved(before.readings, { at: elapsed, progress: progress ?? 0 }),
  };
  if (update.state !== "pending") return { next: "end", state: after };
  if (isOver(wait, after)) return { next: "end", state: after, error: timeout(wait, after) };
  const asked = hint(answer.headers, [], after.now);
  const ms = pause(wait.plan, { elapsed, readings: after.readings }, asked, random);
  return { next: "look", state: lookAfter(wait.plan, after, ms) };
}

/** The look did not show how the job is: ask again after a while, as long as there is credit. */
function doubted<P, B, R>(
  wait: Wait<P, B, R>,
  before: WaitState<R, B>,
  { error, ask }: Doubt,
  random: number,
): Step<R, B> {
  const after: WaitState<R, B> = {
    ...before,
    faults: before.faults + 1,
    credit: before.credit - 1,
    seen: counted(before.seen, nameOf(error)),
  };
  const young =
    after.update === undefined && wait.ref.startedAt !== undefined && after.head + after.waited < YOUTH;
  if (ask === "no more" || (ask === "while young" && !young) || after.credit < 0) {
    return { next: "end", state: after, error: new PollingError(waited(wait, after), error) };
  }
  if (isOver(wait, after)) return { next: "end", state: after, error: timeout(wait, after, error) };
  const asked = error instanceof ApiError ? error.retryAfter : undefined;
  const ms = backoff(wait.plan, after.faults, asked, random);
  return { next: "look", state: lookAfter(wait.plan, after, ms) };
}

function isOver<P, B, R>({ plan }: Wait<P, B, R>, state: WaitState<R, B>): boolean {
  return state.last || state.waited >= plan.timeout;
}

function timeout<P, B, R>(wait: Wait<P, B, R>, state: WaitState<R, B>, cause?: unknown): PollTimeoutError {
  return new PollTimeoutError(waited(wait, state), wait.plan.timeout, cause);
}

function waited<P, B, R>({ ref }: Wait<P, B, R>, { update, seen }: WaitState<R, B>): Waited {
  return { ref, last: update, seen };
}

/** `RUNNING`, `HTTP 503`, `HTTP 400 GES.8301`, `TimeoutError` */
function nameOf(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.name : "no answer";
  return `HTTP ${error.status}${error.code === undefined ? "" : ` ${error.code}`}`;
}

function counted(seen: Sightings, what: string): Sightings {
  return { ...seen, [what]: (Object.hasOwn(seen, what) ? (seen[what] ?? 0) : 0) + 1 };
}

/** The last three readings that moved. */
function moved(readings: readonly ProgressReading[], reading: ProgressReading): readonly ProgressReading[] {
  return reading.progress > (readings.at(-1)?.progress ?? 0) ? [...readings, reading].slice(-3) : readings;
}
