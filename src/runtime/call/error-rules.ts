import { blank, text } from "../values.ts";
import type { Answer, Received } from "./answer.ts";
import { excerpt } from "./answer.ts";
import type { Code } from "./api-error.ts";
import { ApiError } from "./api-error.ts";
import { hint } from "./hint.ts";

/** How an API reports a refused call: its `x-errors`, as code. */
export interface ErrorRules {
  readonly code?: (answer: Answer<unknown>) => unknown;
  readonly message?: (answer: Answer<unknown>) => unknown;
  readonly requestId?: (answer: Answer<unknown>) => unknown;
  /** With it, a 2xx body whose code is not in this list is a refusal too. */
  readonly ok?: readonly Code[];
  /** The service did nothing, so even a start may be repeated. */
  readonly retry?: readonly Code[];
  /** The service is in trouble, whatever the HTTP status says; what it did nobody knows. */
  readonly unavailable?: readonly Code[];
  /** The token died. */
  readonly renew?: readonly Code[];
  /** There is no such thing, whatever the HTTP status says. */
  readonly notFound?: readonly Code[];
  /** Headers beside `Retry-After` that say when to come back. */
  readonly retryAfter?: readonly string[];
}

/** The error that an answer stands for, or `undefined` when the call was accepted. */
export function refusal(
  operation: string,
  answer: Received,
  rules: ErrorRules,
  now: number = Date.now(),
): ApiError | undefined {
  const { status, headers, body } = answer;
  const code = codeOf(answer, rules);
  const fine = rules.ok === undefined || code === undefined || listed(rules.ok, code);
  if (status >= 200 && status < 300 && fine) return undefined;
  return new ApiError({
    operation,
    status,
    code,
    reason: reason(answer, rules),
    requestId: text(rules.requestId?.(answer)),
    retryAfter: hint(headers, rules.retryAfter, now),
    body,
  });
}

/** The service did nothing, so that even a start may be repeated. */
export function didNothing(error: ApiError, rules: ErrorRules): boolean {
  return error.status === 429 || listed(rules.retry, error.code);
}

/** Asking once more may help: the service is busy or in trouble, or nobody reached it. */
export function isPassing(error: unknown, rules: ErrorRules): boolean {
  if (!(error instanceof ApiError)) return true;
  const { status, code } = error;
  return status >= 500 || status === 408 || listed(rules.unavailable, code) || didNothing(error, rules);
}

export function isNotFound(error: unknown, rules: ErrorRules): boolean {
  return error instanceof ApiError && (error.status === 404 || listed(rules.notFound, error.code));
}

export function isDeadToken(answer: Received, rules: ErrorRules): boolean {
  return answer.status === 401 || listed(rules.renew, codeOf(answer, rules));
}

function codeOf(answer: Received, rules: ErrorRules): Code | undefined {
  const code = rules.code?.(answer);
  return typeof code === "number" || (typeof code === "string" && !blank(code)) ? code : undefined;
}

/** Services are not sure whether a code is a number or a text, so codes compare as text. */
function listed(codes: readonly Code[] | undefined, code: Code | undefined): boolean {
  return codes?.map(String).includes(String(code)) ?? false;
}

function reason(answer: Received, rules: ErrorRules): string {
  const redirect = answer.status >= 300 && answer.status < 400;
  return (
    text(rules.message?.(answer)) ??
    (redirect ? "a redirect, which is not followed" : `answered with ${excerpt(answer)}`)
  );
}
