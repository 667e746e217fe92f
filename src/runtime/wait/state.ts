import { arrange } from "../call/arrange.ts";
import { coreOf } from "../call/client.ts";
import type { ErrorRules } from "../call/refusal.ts";
import { LONGEST_TIMER } from "../clock.ts";
import type { Job } from "../job/job.ts";
import type { ProgressReading } from "../job/pacing.ts";
import type { Ref } from "../job/ref.ts";
import type { Update } from "../job/update.ts";
import type { Sightings } from "./errors.ts";
import { interval, LONGEST_HINT } from "./interval.ts";
import type { Settings } from "./options.ts";

/** What stays the same for a whole wait. */
export interface Wait<P, B, R, S = unknown> {
  readonly job: Pick<Job<never, P, B, R, object, S>, "ask" | "pace" | "progress" | "read" | "refusals">;
  readonly ref: Ref<P>;
  readonly rules: ErrorRules;
  readonly settings: Settings;
}

/** Throws a `TypeError` when the job cannot be asked for with these parameters. */
export function waitOf<P, B, R, S>(
  client: object,
  job: Wait<P, B, R, S>["job"],
  ref: Ref<P>,
  settings: Settings,
): Wait<P, B, R, S> {
  arrange(job.ask.call, ref.params);
  return { job, ref, rules: coreOf(client).errors, settings };
}

/** All that a wait remembers between two looks. Plain JSON, so it can be kept anywhere. */
export interface WaitState<R, B, S = unknown> {
  /** When this state came about, in milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds waited so far. A clock that is set back takes nothing off. */
  readonly waited: number;
  /** How old the job was when the wait began; 0 when nobody knows. */
  readonly head: number;
  /** When to look next. */
  readonly due: number;
  /** The next look is the last one. */
  readonly isLast: boolean;
  /** The service asked to stay away for so long, which is no less than what is left: there is no other look, and at `due` the time is up. */
  readonly closed?: number | undefined;
  /** Looks that showed how the job is. */
  readonly polls: number;
  /** Looks that failed since. */
  readonly faults: number;
  /** How many looks may still fail; each one that does not gives one back. */
  readonly credit: number;
  readonly seen: Sightings;
  readonly readings: readonly ProgressReading[];
  readonly update?: Update<R, B, S> | undefined;
}

/** How many looks may fail before the wait gives up: about three minutes of a service that is down. */
export const CREDIT = 10;

/**
 * The state at the beginning of a wait. A job that was just started, with a `hint` when the service wants to be asked, is
 * first looked at then, or after the specification's `delay`, or else when the policy says; one that runs already, at once.
 */
export function begin<P, B, R, S>(
  { ref, settings }: Wait<P, B, R, S>,
  now: number,
  hint?: number,
): WaitState<R, B, S> {
  const own = (): number =>
    settings.delay ?? interval(settings, { elapsed: 0, readings: START }, undefined, 1);
  const first = hint === undefined ? 0 : Math.max(own(), Math.min(hint, LONGEST_HINT));
  const state = {
    now,
    waited: 0,
    // nobody knows the age of a job without a start
    head: Math.max(0, now - Date.parse(`${ref.startedAt}`)) || 0,
    due: now,
    isLast: false,
    polls: 0,
    faults: 0,
    credit: CREDIT,
    seen: {},
    readings: START,
    update: undefined,
  };
  return lookAfter(settings, state, first, hint);
}

/** What every job has in common: shared by the states of all waits. */
const START: readonly ProgressReading[] = [{ at: 0, progress: 0 }];

/** No answer is expected to be there sooner than this. */
const QUICKEST = 50;

/**
 * Looks next after `ms`, or in time for the answer to be there when the time is up: the last look. Never sooner than the service
 * `asked` for.
 */
export function lookAfter<R, B, S>(
  { timeout, requestTimeout }: Settings,
  state: WaitState<R, B, S>,
  ms: number,
  asked = 0,
): WaitState<R, B, S> {
  const left = timeout - state.waited;
  const took = Math.min(Math.max(state.now - state.due, QUICKEST), requestTimeout);
  const away = Math.min(asked, LONGEST_HINT, left);
  const latest = Math.max(left - Math.min(2 * took, left / 2), away);
  const next = Math.min(ms, latest, LONGEST_TIMER);
  return {
    ...state,
    due: state.now + next,
    isLast: next === latest,
    closed: away && away === left ? asked : undefined,
  };
}
