import { blank, text } from "../values.ts";
import type { Answer } from "./answer.ts";
import type { Code } from "./api-error.ts";
import { hint } from "./hint.ts";
import type { ErrorRules } from "./refusal.ts";
import { byStatus } from "./refusal.ts";

/** How an API reports a refused call: its `x-errors`, as code. */
export interface ErrorFacts {
  readonly code?: (answer: Answer<unknown>) => unknown;
  readonly message?: (answer: Answer<unknown>) => unknown;
  readonly requestId?: (answer: Answer<unknown>) => unknown;
  /** With it, a 2xx body whose code is not in this list is a refusal too. */
  readonly ok?: readonly Code[];
  /**
   * Codes by the HTTP status that they stand for, whichever they come with. 401: the token died. 404: there is no such
   * thing. 429: the service did nothing, so that even a start may be repeated. 503: it is in trouble, and nobody knows
   * what it did.
   */
  readonly means?: { readonly [Status in 401 | 404 | 429 | 503]?: readonly Code[] };
  /** Headers beside `Retry-After` that say when to come back. */
  readonly retryAfter?: readonly string[];
}

/** For the APIs that have `x-errors`: the others need not bundle it. */
export function errorRules({
  code,
  message,
  requestId,
  ok,
  means = {},
  retryAfter = [],
}: ErrorFacts): ErrorRules {
  return (answer, now, broken) => {
    const found = code?.(answer);
    const known =
      typeof found === "number" || (typeof found === "string" && !blank(found)) ? found : undefined;
    const isFine = ok === undefined || known === undefined || listed(ok, known);
    const said = byStatus(answer, now, broken || !isFine);
    if (!said) return undefined;
    const [meaning = answer.status] = Object.entries(means).find(([, codes]) => listed(codes, known)) ?? [];
    const hints = retryAfter.map((name) => hint(answer.headers, now, name, /-ms$/i.test(name) ? 1 : 1000));
    return {
      code: known,
      meaning: Number(meaning),
      reason: text(message?.(answer)) ?? said.reason,
      requestId: text(requestId?.(answer)),
      retryAfter: [said.retryAfter, ...hints].reduce(longer),
    };
  };
}

function longer(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other ?? 0) > one ? other : one;
}

/** Services are not sure whether a code is a number or a text, so codes compare as text. */
function listed(codes: readonly Code[], code: Code | undefined): boolean {
  return codes.map(String).includes(String(code));
}
