import type { Answer, Received } from "../call/answer.ts";
import { excerpt } from "../call/answer.ts";
import { ApiError } from "../call/api-error.ts";
import { isNotFound, isPassing, refusal } from "../call/error-rules.ts";
import type { Reading } from "../job/reading.ts";
import { unreadable } from "../job/reading.ts";
import type { Wait } from "./state.ts";

/** What a look came back with: an answer of whatever kind, or none. */
export type Look = { readonly answer: Received } | { readonly error: unknown };

/** The look showed how the job is. */
export interface Finding<R, B> {
  readonly reading: Exclude<Reading<R>, { readonly state: "unknown" }>;
  readonly answer: Answer<B>;
}

/** The look did not show how the job is. */
export interface Doubt {
  readonly error: unknown;
  /** Whether to ask again. A job that was started a moment ago may not be known everywhere yet. */
  readonly ask: "again" | "while young" | "no more";
}

/**
 * The status speaks first: a listed value is about the job, whatever else the answer says. An answer without one is
 * judged by the API's error rules, and what they let pass must still say how the job is.
 */
export function judge<P, B, R>(
  { job, rules, plan }: Wait<P, B, R>,
  look: Look,
  now: number,
): Finding<R, B> | Doubt {
  const doubt = (error: unknown): Doubt => ({ error, ask: isPassing(error, rules) ? "again" : "no more" });
  if ("error" in look) return doubt(look.error);
  // nobody knows the shape of what came in; reading finds out
  const answer = look.answer as Answer<B>;
  const reading = trusting(() => job.read(answer)) ?? unreadable(undefined);
  if (reading.state !== "unknown" && reading.how === "listed") return { reading, answer };

  const operation = job.ask.call.id;
  const { status, body, unparsed } = look.answer;
  const refused = refusal(operation, look.answer, rules, now);
  if (refused && isNotFound(refused, rules)) return { error: refused, ask: "while young" };
  if (refused) return doubt(refused);

  // a page of a gateway says nothing at all, whatever a missing status counts as
  const lost = reading.state === "unknown" || unparsed;
  if (!lost && !plan.strict) return { reading, answer };
  const reason = lost
    ? `does not say how the job is: ${excerpt(answer)}`
    : `the status ${JSON.stringify(reading.status)} is ${reading.how}: ${excerpt(answer)}`;
  return { error: new ApiError({ operation, status, reason, body }), ask: lost ? "again" : "no more" };
}

/** Generated code trusts the specification, so an answer of another shape may bring it down: then it read nothing. */
export function trusting<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
