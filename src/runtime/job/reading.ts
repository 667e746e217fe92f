import type { Code } from "../call/api-error.ts";
import { blank, text } from "../values.ts";

/** Why a job failed or was canceled, in the service's words. */
export interface JobFailure {
  readonly code?: Code;
  readonly message?: string;
}

/** What an answer says of the job, before it is known where in the wait it came. R: result, S: status. */
export type Reading<R, S = unknown> = Told<R, S> | Unreadable;

type Told<R, S> = {
  /** The service's own value. */
  readonly status: S;
  /**
   * `listed` in the specification, or so, but `incomplete`: a success that lacks what it `requires`; `unlisted` there, or
   * `missing` from the answer.
   */
  readonly how: "listed" | "incomplete" | "unlisted" | "missing";
} & (
  | { readonly state: "pending" }
  | { readonly state: "succeeded"; readonly result: R }
  | { readonly state: "failed" | "canceled"; readonly error: JobFailure }
);

interface Unreadable {
  readonly status: unknown;
  readonly how: "unreadable";
  readonly state: "unknown";
}

export function pending<S>(status: S): Told<never, S> {
  return { how: "listed", status, state: "pending" };
}

/** A success that lacks what the specification `requires` of one, and so is none yet. */
export function incomplete<S>(status: S): Told<never, S> {
  return { how: "incomplete", status, state: "pending" };
}

export function succeeded<R, S>(status: S, result: R): Told<R, S> {
  return { how: "listed", status, state: "succeeded", result };
}

export function failed<S>(status: S, code?: unknown, message?: unknown): Told<never, S> {
  return { how: "listed", status, state: "failed", error: failure(code, message) };
}

export function canceled<S>(status: S, code?: unknown, message?: unknown): Told<never, S> {
  return { how: "listed", status, state: "canceled", error: failure(code, message) };
}

/** The status is absent or empty: what the specification wants it to count as, else nothing can be said. */
export function missing<R = never, S = never>(counts?: Told<R, S>): Reading<R, S> {
  return counts ? { ...counts, how: "missing" } : unreadable(undefined);
}

/** A value in no list. One of another JSON type than the listed ones says nothing at all. */
export function unlisted<R, S>(status: unknown, types: readonly string[], counts: Told<R, S>): Reading<R, S> {
  return types.includes(typeof status) ? { ...counts, how: "unlisted" } : unreadable(status);
}

/** The answer does not say how the job is. */
export function unreadable(status: unknown): Unreadable {
  return { how: "unreadable", status, state: "unknown" };
}

function failure(code: unknown, why: unknown): JobFailure {
  const message = text(why);
  return {
    ...(typeof code === "number" || (typeof code === "string" && !blank(code)) ? { code } : {}),
    ...(message === undefined ? {} : { message }),
  };
}
