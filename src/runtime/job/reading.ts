import type { Code } from "../call/api-error.ts";
import { blank, text } from "../values.ts";

/** Why a job failed or was canceled, in the service's words. */
export interface JobFailure {
  readonly code?: Code;
  readonly message?: string;
}

/** What an answer says of the job, before it is known where in the wait it came. */
export type Reading<R> = {
  /** The service's own value. */
  readonly status: unknown;
  /**
   * `listed` in the specification, or so, but `incomplete`: a success that lacks what it `requires`; `unlisted` there,
   * `missing` from the answer, or `unreadable`.
   */
  readonly how: "listed" | "incomplete" | "unlisted" | "missing" | "unreadable";
} & (
  | { readonly state: "pending" }
  | { readonly state: "succeeded"; readonly result: R }
  | { readonly state: "failed" | "canceled"; readonly error: JobFailure }
  | { readonly state: "unknown" }
);

export function pending(status: unknown): Reading<never> {
  return { how: "listed", status, state: "pending" };
}

/** A success that lacks what the specification `requires` of one, and so is none yet. */
export function incomplete(status: unknown): Reading<never> {
  return { how: "incomplete", status, state: "pending" };
}

export function succeeded<R>(status: unknown, result: R): Reading<R> {
  return { how: "listed", status, state: "succeeded", result };
}

export function failed(status: unknown, code?: unknown, message?: unknown): Reading<never> {
  return { how: "listed", status, state: "failed", error: failure(code, message) };
}

export function canceled(status: unknown, code?: unknown, message?: unknown): Reading<never> {
  return { how: "listed", status, state: "canceled", error: failure(code, message) };
}

/** The status is absent or empty: what the specification wants it to count as, else nothing can be said. */
export function missing<R = never>(counts?: Reading<R>): Reading<R> {
  return counts ? { ...counts, how: "missing" } : unreadable(undefined);
}

/** A value in no list. One of another JSON type than the listed ones says nothing at all. */
export function unlisted<R>(status: unknown, types: readonly string[], counts: Reading<R>): Reading<R> {
  return types.includes(typeof status) ? { ...counts, how: "unlisted" } : unreadable(status);
}

/** The answer does not say how the job is. */
export function unreadable(status: unknown): Reading<never> {
  return { how: "unreadable", status, state: "unknown" };
}

function failure(code: unknown, why: unknown): JobFailure {
  const message = text(why);
  return {
    ...(typeof code === "number" || (typeof code === "string" && !blank(code)) ? { code } : {}),
    ...(message === undefined ? {} : { message }),
  };
}
