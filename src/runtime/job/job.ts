import type { Answer } from "../call/answer.ts";
import type { Operation } from "../call/operation.ts";
import type { RateLimiter } from "../call/rate-limiter.ts";
import type { Clock } from "../clock.ts";
import type { Pacing } from "./pacing.ts";
import type { Reading } from "./reading.ts";

/** How the specification wants a job to be asked, in milliseconds. */
export interface Pace {
  /** From the start to the first look. */
  readonly delay?: number;
  /** Least pause between two looks. */
  readonly minInterval?: number;
  /** Greatest pause between two looks. */
  readonly maxInterval?: number;
  /** How long to wait for the end, if the caller does not say. */
  readonly timeout?: number;
  /** How long to pause, where more than the age of the job tells. Default: by the square root of that. */
  readonly pacing?: Pacing;
}

/**
 * A kind of job: how to ask for its status, how to read the answer, and what may be called once it is done.
 * Generated from `x-polling`. C: client, P: parameters to ask with, B: answer, R: result, L: links, S: status.
 */
export interface Job<in C, P, in out B, out R, out L = object, out S = unknown> {
  /** `<api>/<job>`; what a `Ref` names. */
  readonly name: string;
  readonly ask: Operation<C, P, B>;
  /** The state may be told by the HTTP status or the code of a refusal, so none is taken for silence. */
  readonly refusals?: true;
  /** Takes an accepted or refused answer of whatever shape. */
  readonly read: (answer: Answer<B>) => Reading<R, S>;
  /** 0 to 100, in every state. */
  readonly progress?: (answer: Answer<B>) => number | undefined;
  readonly links: L;
  readonly pace: Pace;
  /** Makes what keeps a client to the rate limits, where the service has any. */
  readonly limiter?: (clock: Clock) => RateLimiter;
}

/** What comes after a job: an operation, and those of its parameters (`K`) that the job's answer gives. */
export interface Link<C, P, B, T, K extends string> {
  /** A function, because the operation may be defined further down. */
  readonly to: () => T;
  readonly params: (request: P, answer: Answer<B>, client: C) => { readonly [N in K]: unknown };
}

/** An operation that starts a job, and so is what `start` takes. SP, SB: its own parameters and answer. */
export interface Starter<in C, SP, in out SB, out J, out Id = unknown> extends Operation<C, SP, SB, Id> {
  readonly job: J;
  /** The parameters to ask for the job with. */
  readonly params: (request: SP, answer: Answer<SB>, client: C) => Readonly<Record<string, unknown>>;
}

/** What `start` takes, by a name that tells whoever reads a compiler's message what is wrong with anything else. */
export interface OperationThatStartsAJob<in C, SP, in out SB, out J> extends Starter<C, SP, SB, J> {}

/** What `poll` takes, likewise. */
export interface JobAndNoOperation<in C, P, in out B, out R, out L, out S> extends Job<C, P, B, R, L, S> {}

export function starter<C, SP, SB, J, Id = unknown>(
  operation: Operation<C, SP, SB, Id>,
  job: J,
  params: (request: SP, answer: Answer<SB>, client: C) => { readonly [N in keyof ParamsOf<J>]: unknown },
): Starter<C, SP, SB, J, Id> {
  return Object.assign(operation, { job, params });
}

/** The fields of a result that must be there (`requires`), without `undefined`. */
export type Require<T, K extends PropertyKey> = T & { readonly [N in K & keyof T]-?: NonNullable<T[N]> };

type ParamsOf<J> = J extends Job<infer _C, infer P, infer _B, infer _R, infer _L, infer _S> ? P : never;
