import type { PacingView } from "../job/pacing.ts";
import type { Settings } from "./options.ts";

/** First pause after a look that failed; it doubles with each further one. */
const BACKOFF = 1000;
const LONGEST_BACKOFF = 30_000;
/** What a service may ask for is bounded too: its clock, or its sense of time, may be off. */
export const LONGEST_HINT = 3_600_000;

type Bounds = Pick<Settings, "minInterval" | "maxInterval" | "pacing">;

/**
 * How long to pause, in milliseconds, after a look that found the job pending. What the service asked for (`hint`)
 * comes first, and is never cut short; else the policy decides.
 * Jitter keeps jobs that were started together from asking together. It makes a pause shorter that the policy wished for, never
 * longer: who comes a little before a predicted end looks once more, who comes after it is late. Only what the service asked
 * for, and the least pause after a look that failed, get up to a tenth longer, since they must not be less.
 */
export function interval(
  { minInterval, maxInterval, pacing }: Bounds,
  view: PacingView,
  hint: number | undefined,
  random: number,
): number {
  if (hint !== undefined) return least(minInterval, hint, random);
  const wished = pacing(view) * (0.9 + random / 10);
  // a policy that gives no number gets the least pause
  return Math.min(maxInterval, Math.max(minInterval, wished || 0));
}

/**
 * How long to stay away from a service after a number of faults in a row: longer each time, to take load off it, and
 * never less than it asked for.
 */
export function backoff(
  { minInterval }: Bounds,
  faults: number,
  hint: number | undefined,
  random: number,
): number {
  const away = Math.min(LONGEST_BACKOFF, BACKOFF * 2 ** (faults - 1)) * (0.5 + random / 2);
  return Math.max(away, least(minInterval, hint ?? 0, random));
}

function least(minInterval: number, hint: number, random: number): number {
  return Math.max(minInterval, Math.min(hint, LONGEST_HINT)) * (1 + random / 10);
}
