import type { Received } from "./answer.ts";
import { excerpt } from "./answer.ts";
import type { Refusal } from "./api-error.ts";
import { ApiError } from "./api-error.ts";
import { hint } from "./hint.ts";

/** What a refused answer says beside its HTTP status. */
export interface Said extends Pick<Refusal, "code" | "meaning" | "requestId"> {
  readonly reason?: string | undefined;
  /** Headers beside `Retry-After` that say when to come back. */
  readonly retryAfter?: readonly string[] | undefined;
}

/** How an API reports a refused call; `undefined` for a call that was accepted, unless its answer is `broken`. */
export type ErrorRules = (answer: Received, broken?: boolean) => Said | undefined;

/** The rules of an API that has none of its own. */
export const byStatus: ErrorRules = ({ status }) => (status >= 200 && status < 300 ? undefined : {});

/** The error that an answer stands for, or `undefined` when the call was accepted. */
export function refusal(
  operation: string,
  answer: Received,
  rules: ErrorRules,
  now?: number,
): ApiError | undefined {
  const said = rules(answer);
  if (!said) return undefined;
  const isRedirect = answer.status >= 300 && answer.status < 400;
  const reason = isRedirect ? "a redirect, which is not followed" : `answered with ${excerpt(answer)}`;
  return errorOf(operation, answer, { ...said, reason: said.reason ?? reason }, now);
}

/** An answer as an error, for this reason. */
export function errorOf(
  operation: string,
  { status, headers, body }: Received,
  said: Said & Pick<Refusal, "reason">,
  now?: number,
): ApiError {
  return new ApiError({ operation, status, ...said, retryAfter: hint(headers, said.retryAfter, now), body });
}
