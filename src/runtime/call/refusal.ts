import type { Received } from "./answer.ts";
import { excerpt } from "./answer.ts";
import type { Refusal } from "./api-error.ts";
import { ApiError } from "./api-error.ts";
import { hint } from "./hint.ts";

/** What a refused answer says beside its HTTP status. */
export interface Said extends Pick<Refusal, "code" | "meaning" | "requestId" | "retryAfter"> {
  readonly reason?: string | undefined;
}

/** How an API reports a refused call; `undefined` for a call that was accepted, unless its answer is `broken`. */
export type ErrorRules = (answer: Received, now?: number, broken?: boolean) => Said | undefined;

/** The rules of an API that has none of its own. */
export const byStatus: ErrorRules = ({ status, headers }, now, broken) =>
  !broken && /^2/.test(`${status}`)
    ? undefined
    : {
        meaning: status,
        // a browser shows one as 0, and 304 says only that nothing is new
        reason: /^(0|3(?!04))/.test(`${status}`) ? "a redirect, which is not followed" : undefined,
        retryAfter: hint(headers, now),
      };

/**
 * The error that an answer stands for, or `undefined` when the call was accepted and nothing is `broken`: that says what is
 * wrong with the answer that is shown behind it.
 */
export function refusal(
  operation: string,
  answer: Received,
  rules: ErrorRules,
  now?: number,
  broken?: string | false,
): ApiError | undefined {
  const said =
    rules(answer, now) ?? (broken && { ...rules(answer, now, true), reason: broken + excerpt(answer) });
  const { status, body } = answer;
  return said
    ? new ApiError({
        operation,
        status,
        ...said,
        reason: said.reason ?? `answered with ${excerpt(answer)}`,
        body,
      })
    : undefined;
}
