import type { Pacing } from "../../job/pacing.ts";

/** From this age on, in milliseconds, pauses grow no more: nobody wants to hear of an end much later than that. */
const OLD = 20 * 60_000;

/**
 * Pauses for `factor`·√elapsed, in seconds: with the default, 17.5 s when a job is 100 s old, and a minute at most, from
 * twenty minutes on. The right shape when nothing is known of a job: the longer it has run, the longer it is likely to
 * go on.
 *
 * @param factor Seconds between looks at a job that is one second old. Twice the factor: half as many requests, and
 * twice the delay. Default: 1.75.
 */
export function squareRoot(factor: number = 1.75): Pacing {
  return ({ elapsed }) => 1000 * factor * Math.sqrt(Math.min(elapsed, OLD) / 1000);
}
