import type { Plan } from "./options.ts";
import type { WaitState } from "./state.ts";

/** First pause after a look that failed; it doubles with each further one. */
const BACKOFF = 1000;
const LONGEST_BACKOFF = 30_000;
/** What a service may ask for is bounded too: its clock, or its sense of time, may be off. */
const LONGEST_HINT = 3_600_000;

/** How long to stay away from a service after a number of faults in a row. */
export function backoff(faults: number, random: number): number {
  return Math.min(LONGEST_BACKOFF, BACKOFF * 2 ** (faults - 1)) * (0.5 + random / 2);
}

/**
 * How long to pause before the next look, in milliseconds. What the service asked for (`hint`) comes first, and is
 * never cut short; after a failed look comes a backoff, to take load off the service; else the policy decides.
 * Jitter keeps jobs that were started together from asking together.
 */
export function pause<R, B>(
  { minInterval, maxInterval, pacing }: Plan,
  { faults, head, waited, readings }: WaitState<R, B>,
  hint: number | undefined,
  random: number,
): number {
  if (hint !== undefined) return Math.max(minInterval, Math.min(hint, LONGEST_HINT)) * (1 + random / 10);
  if (faults > 0) return Math.max(minInterval, backoff(faults, random));
  const wished = pacing({ elapsed: head + waited, readings }) * (0.9 + random / 5);
  // a policy that gives no number gets the least pause
  return Math.min(maxInterval, Math.max(minInterval, wished || 0));
}
