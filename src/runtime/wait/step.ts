import type { Answer } from "../call/answer.ts";
import { ApiError } from "../call/api-error.ts";
import { hint } from "../call/hint.ts";
import type { ProgressReading } from "../job/pacing.ts";
import type { Update } from "../job/update.ts";
import { at } from "../values.ts";
import type { Sightings } from "./errors.ts";
import { PollingError, PollTimeoutError } from "./errors.ts";
import { backoff, interval } from "./interval.ts";
import type { Finding, Look } from "./judge.ts";
import { judge, trusting } from "./judge.ts";
import type { Wait, WaitState } from "./state.ts";
import { CREDIT, lookAfter } from "./state.ts";

/**
 * Where a look leads: to another one at `state.due`, or to an end. Without an `error`, the job itself has ended. With a
 * `state.closed` it is one at `state.due`, when the time is up.
 */
export type Step<R, B, S = unknown> =
  | { readonly next: "look"; readonly state: WaitState<R, B, S>; readonly error?: undefined }
  | {
      readonly next: "end";
      readonly state: WaitState<R, B, S>;
      readonly error?: PollingError | PollTimeoutError;
    };

/** For how long after its start a job may be unknown to the service that started it. */
const YOUTH = 60_000;

/**
 * One step of a wait, and all the polling there is: pure, without timers, promises or requests. Whoever drives it
 * looks when `state.due` has come, hands in what came back and the time, and goes on with the new state.
 * `random` is a number from 0 up to 1.
 */
export function step<P, B, R, S>(
  wait: Wait<P, B, R, S>,
  before: WaitState<R, B, S>,
  look: Look,
  now: number,
  random: number,
): Step<R, B, S> {
  const { job, settings, ref } = wait;
  const waited = before.waited + Math.max(0, now - before.now);
  const elapsed = before.head + waited;
  const young = !before.update && ref.startedAt !== undefined && elapsed < YOUTH;
  const { reading, answer, error, again } = judge(wait, look, now, young);
  const change = reading ? found(job, before, reading, answer, elapsed) : doubted(before, error);
  const state: WaitState<R, B, S> = { ...before, now, waited, ...change };
  const { update, seen, credit, faults, readings } = state;
  const facts = { ref, last: update, seen };

  if (!reading && (!again || credit < 0)) {
    return { next: "end", state, error: new PollingError(facts, error) };
  }
  if (reading && reading.state !== "pending") return { next: "end", state };
  if (before.isLast || waited >= settings.timeout) {
    return { next: "end", state, error: new PollTimeoutError(facts, settings.timeout, error) };
  }
  const asked = reading ? hint(answer.headers, now) : (error as Partial<ApiError> | undefined)?.retryAfter;
  const ms = reading
    ? interval(settings, { elapsed, readings }, asked, random)
    : backoff(settings, faults, asked, random);
  const after = lookAfter(settings, state, ms, asked);
  return after.closed
    ? { next: "end", state: after, error: new PollTimeoutError(facts, settings.timeout, error, asked) }
    : { next: "look", state: after };
}

/** What changes after a look that showed how the job is. */
function found<P, B, R, S>(
  job: Wait<P, B, R, S>["job"],
  before: WaitState<R, B, S>,
  reading: Finding<R, B, S>["reading"],
  answer: Answer<B>,
  elapsed: number,
): Partial<WaitState<R, B, S>> {
  const { how, state, status } = reading;
  const { body } = answer;
  const polls = before.polls + 1;
  const progress = trusting(() => job.progress?.(answer));
  // what may be missing stands last: V8 gives an object that begins with a spread, or comes from one with a rest, a
  // shape of its own, which takes more memory than the object
  const update = {
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
  } as Update<R, B, S>;
  const sight = how === "missing" ? "no status" : `${status}${how === "incomplete" ? " (incomplete)" : ""}`;
  return {
    polls,
    update,
    faults: 0,
    credit: Math.min(CREDIT, before.credit + 1),
    seen: counted(before.seen, sight),
    readings: moved(before.readings, { at: elapsed, progress: progress ?? 0 }),
  };
}

/** What changes after one that did not. */
function doubted<R, B, S>(
  { faults, credit, seen }: WaitState<R, B, S>,
  error: unknown,
): Partial<WaitState<R, B, S>> {
  // what waited for its turn until the time was up never went out
  const isOut = (error as { readonly isOut?: boolean } | undefined)?.isOut ?? true;
  return { faults: faults + 1, credit: credit - 1, seen: isOut ? counted(seen, nameOf(error)) : seen };
}

/** `RUNNING`, `HTTP 503`, `HTTP 400 GES.8301`, `TimeoutError` */
function nameOf(error: unknown): string {
  if (error instanceof ApiError) return `HTTP ${error.status} ${error.code ?? ""}`.trim();
  return error instanceof Error ? error.name : "no answer";
}

/** However many texts a service has for a status, such as "page 12", so many are told apart. */
const KINDS = 20;

function counted(seen: Sightings, what: string): Sightings {
  const name = Object.hasOwn(seen, what) || Object.keys(seen).length < KINDS ? what : "others";
  return { ...seen, [name]: Number(at(seen, name) ?? 0) + 1 };
}

/** The last three readings that moved. */
function moved(readings: readonly ProgressReading[], reading: ProgressReading): readonly ProgressReading[] {
  return reading.progress > (readings.at(-1)?.progress ?? 0) ? [...readings, reading].slice(-3) : readings;
}
