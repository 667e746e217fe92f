import type { Family } from "./families.ts";

/** The least mean delay, in seconds, that a schedule can have at this mean number of requests. */
export type Bound = (requests: number) => number;

/**
 * The best that can be done without progress by somebody who knows how long the jobs of a family take: the inspection
 * problem. For each price of a request, dynamic programming over a grid of moments finds the schedule with the least
 * delay and requests together; between two prices the bound is interpolated.
 */
export function boundOf(family: Family, prices: readonly number[] = PRICES): Bound {
  const moments = gridOf(family);
  const schedules = prices.map((price) => bestSchedule(family, moments, price));
  schedules.sort((a, b) => a.requests - b.requests);
  return (requests) => {
    const index = schedules.findIndex((each) => each.requests >= requests);
    const high = schedules[index];
    const low = schedules[index - 1];
    if (high === undefined || low === undefined) return Number.NaN;
    const part = (requests - low.requests) / (high.requests - low.requests);
    return low.delay ** (1 - part) * high.delay ** part;
  };
}

/** Seconds of delay that one request is worth. */
const PRICES: readonly number[] = Array.from({ length: 34 }, (_, i) => 0.02 * 1.45 ** i);

/** Seconds since the start: closer together where a job is young. */
function gridOf({ longest }: Family): readonly number[] {
  const end = longest / 1000;
  const moments = [0];
  for (let now = 0; now < end; ) {
    now += now < 30 ? 0.25 : now < 120 ? 0.5 : now < 600 ? 1 : 6;
    moments.push(Math.min(now, end));
  }
  return moments;
}

function bestSchedule(
  { endedBy }: Family,
  moments: readonly number[],
  price: number,
): { readonly requests: number; readonly delay: number } {
  const count = moments.length;
  const at = Float64Array.from(moments);
  const ended = Float64Array.from(moments, (moment) => endedBy(moment * 1000));
  const area = areaUnder(endedBy, at);
  const cost = new Float64Array(count);
  const requests = new Float64Array(count);
  const delay = new Float64Array(count);
  // indices stay within the arrays
  const of = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;
  for (let i = count - 2; i >= 0; i--) {
    let least = Number.POSITIVE_INFINITY;
    let next = i + 1;
    let lateNext = 0;
    for (let j = i + 1; j < count; j++) {
      // what the jobs that end between the two looks wait for the second
      const late = of(area, j) - of(area, i) - of(ended, i) * (of(at, j) - of(at, i));
      if (late > least) break;
      const sum = late + of(cost, j);
      if (sum >= least) continue;
      [least, next, lateNext] = [sum, j, late];
    }
    const alive = 1 - of(ended, i);
    cost[i] = price * alive + least;
    requests[i] = alive + of(requests, next);
    delay[i] = lateNext + of(delay, next);
  }
  return { requests: of(requests, 0), delay: of(delay, 0) };
}

/** The integral of `endedBy` from 0 to each moment, in seconds. */
function areaUnder(endedBy: (ms: number) => number, at: Float64Array): Float64Array {
  const pieces = 8;
  const area = new Float64Array(at.length);
  let sum = 0;
  for (let i = 1; i < at.length; i++) {
    const from = at[i - 1] ?? 0;
    const width = ((at[i] ?? 0) - from) / pieces;
    for (let piece = 0; piece < pieces; piece++)
      sum += endedBy(1000 * (from + (piece + 0.5) * width)) * width;
    area[i] = sum;
  }
  return area;
}
