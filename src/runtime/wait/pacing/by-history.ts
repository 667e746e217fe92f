import type { Pacing } from "../../job/pacing.ts";

export interface HistoryOptions {
  /** By how many milliseconds the end may be noticed later to save one request. Default: 500. */
  readonly requestCost?: number;
}

/** A stretch of time in which jobs end evenly. Times are milliseconds since the start of a job. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Share of jobs that have ended before. */
  readonly before: number;
  /** Share of jobs that end in each millisecond. */
  readonly rate: number;
}

/**
 * Paces a job by how long earlier jobs of its kind took: looks often when many ended, and hardly when none did.
 * Fifty durations are good, two hundred are better. A job that outlasts them all is paced by the square root of its age.
 * It pays no heed to progress: for a job that reports any, hand it to `withProgress`.
 *
 * @param durations How long earlier jobs took, in milliseconds, in any order. Only numbers above 0 count.
 */
export function byHistory(durations: readonly number[], { requestCost = 500 }: HistoryOptions = {}): Pacing {
  const known = durations.filter((ms) => ms > 0 && ms < Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const stretches = stretchesOf(known);
  return ({ elapsed }) => bestPause(stretches, requestCost, elapsed) ?? Math.sqrt(2 * requestCost * elapsed);
}

/**
 * The pause after which delay and requests together have cost least; `undefined` past the last stretch. The longer the
 * pause, the longer those jobs wait that end during it; but each millisecond of it saves what polling at the best
 * interval, √(2 · requestCost / hazard), costs in a millisecond: √(2 · requestCost · hazard) for each job that goes on.
 * Where the hazard changes slowly, that is the best interval itself; before a gap, it is a look at the gap's beginning.
 */
function bestPause(stretches: readonly Stretch[], requestCost: number, elapsed: number): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let ended: number | undefined;
  let cost = 0;
  for (const { from, to, before, rate } of stretches) {
    if (to <= elapsed) continue;
    const start = Math.max(from, elapsed);
    const gone = before + rate * (start - from);
    ended ??= gone;
    const late = gone - ended;
    const saved = Math.sqrt(2 * requestCost * rate * (1 - before - (rate * (to - from)) / 2));
    const costAfter = (ms: number): number => cost + (late - saved) * ms + (rate * ms ** 2) / 2;
    const here = Math.min(to - start, Math.max(0, (saved - late) / rate));
    if (costAfter(here) < least) {
      least = costAfter(here);
      best = start + here - elapsed;
    }
    cost = costAfter(to - start);
  }
  return best;
}

/** As many stretches as jobs in each; but a gap that takes more than half of its stretch stands alone. */
function stretchesOf(sorted: readonly number[]): readonly Stretch[] {
  const count = sorted.length;
  const size = Math.ceil(Math.sqrt(count));
  const at = [0, ...sorted];
  const stretches: Stretch[] = [];
  let from = 0;
  let done = 0;
  /** Ends a stretch with the job of this number. */
  const cut = (job: number): void => {
    if (job <= done) return;
    // jobs that took equally long are set a millisecond apart
    const to = Math.max(at[job] ?? 0, from + 1);
    // half a job more than there were: the next one may take longer than all of them
    const all = count + 0.5;
    stretches.push({ from, to, before: done / all, rate: (job - done) / all / (to - from) });
    from = to;
    done = job;
  };
  for (let low = 0; low < count; low += size) {
    const high = Math.min(count, low + size);
    const span = (at[high] ?? 0) - (at[low] ?? 0);
    for (let job = low + 1; job <= high; job++) {
      if ((at[job] ?? 0) - (at[job - 1] ?? 0) <= span / 2) continue;
      cut(job - 1);
      cut(job);
    }
    cut(high);
  }
  return stretches;
}
