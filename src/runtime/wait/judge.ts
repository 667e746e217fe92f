import type { Answer, Received } from "../call/answer.ts";
import type { ApiError } from "../call/api-error.ts";
import { refusal } from "../call/refusal.ts";
import type { Reading } from "../job/reading.ts";
import { unreadable } from "../job/reading.ts";
import type { Wait } from "./state.ts";

/** What a look came back with: an answer of whatever kind, or none. */
export type Look = { readonly answer: Received } | { readonly error: unknown };

/** The look showed how the job is. */
export interface Finding<R, B, S> {
  readonly reading: Exclude<Reading<R, S>, { readonly state: "unknown" }>;
  readonly answer: Answer<B>;
  readonly error?: undefined;
  readonly again?: undefined;
}

/** The look did not show how the job is. */
export interface Doubt {
  readonly reading?: undefined;
  readonly answer?: undefined;
  readonly error: unknown;
  /** Asking again may help. */
  readonly again: boolean;
}

/** What says by its HTTP status that nobody looked at the job: a `status` in it is that of the refusal. */
const SILENT = /^(40[1348]|429|5..)$/;

/**
 * The status speaks first: where the question was not turned away, a listed value is about the job, whatever else the answer
 * says. An answer without one is judged by the API's error rules, and what they let pass must still say how the job is.
 * A `young` job was started a moment ago, and may not be known everywhere yet.
 */
export function judge<P, B, R, S>(
  { job, rules, settings }: Wait<P, B, R, S>,
  look: Look,
  now: number,
  young: boolean,
): Finding<R, B, S> | Doubt {
  // who gives the token may answer with an error, too, and knows nothing of the job
  if ("error" in look) return doubt(look.error, false);
  // nobody knows the shape of what came in; reading finds out
  const answer = look.answer as Answer<B>;
  const reading = trusting(() => job.read(answer)) ?? unreadable(undefined);
  const { state, how, status } = reading;
  const isUnclear = state === "unknown" || look.answer.unparsed === true;
  const isHeard = job.refusals || !SILENT.test(`${answer.status}`);
  if (state !== "unknown" && isHeard && /^(listed|incomplete)$/.test(how)) return { reading, answer };

  const { id } = job.ask.call;
  const refused = refusal(id, look.answer, rules, now);
  if (refused) return doubt(refused, young);
  if (state !== "unknown" && !isUnclear && !settings.strict) return { reading, answer };
  const what = isUnclear
    ? "does not say how the job is: "
    : `the status ${JSON.stringify(status)} is ${how}: `;
  return { error: refusal(id, look.answer, rules, now, what), again: isUnclear };
}

/**
 * Asking again may help where the service is busy or in trouble, and where nobody reached it. Who gives the token may come with
 * another copy of this package, and with another `ApiError`.
 */
function doubt(error: unknown, young: boolean): Doubt {
  const status = (error as Partial<ApiError> | undefined)?.meaning ?? 503;
  return { error, again: status === 404 ? young : status === 408 || status === 429 || status >= 500 };
}

/** Generated code trusts the specification, so an answer of another shape may bring it down: then it read nothing. */
export function trusting<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
