import type { Pacing } from "./pacing.ts";

/**
 * Pauses for `factor`·√elapsed, in seconds: 15 s when a job is 100 s old, 90 s when it is an hour old. The right shape
 * when nothing is known of a job: the longer it has run, the longer it is likely to go on.
 *
 * @param factor Seconds between looks at a job that is one second old. Twice the factor: half as many requests, and
 * twice the delay. Default: 1.5.
 */
export function squareRoot(factor: number = 1.5): Pacing {
  return ({ elapsed }) => 1000 * factor * Math.sqrt(elapsed / 1000);
}
