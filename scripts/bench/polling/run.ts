/** One job that was waited for. */
export interface Run {
  readonly requests: number;
  /** Milliseconds from the end of the job to the look that showed it. */
  readonly delay: number;
}

/** Many of them. Delays in seconds, as they are read. */
export interface Figures {
  readonly requests: number;
  readonly delay: number;
  readonly p95: number;
}

export function figures(runs: readonly Run[]): Figures {
  const delays = Float64Array.from(runs, ({ delay }) => delay / 1000).sort();
  const requests = runs.reduce((sum, run) => sum + run.requests, 0) / runs.length;
  return {
    requests,
    delay: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    p95: delays[Math.min(delays.length - 1, Math.floor(0.95 * delays.length))] ?? Number.NaN,
  };
}

/** No worse in any of the three. */
export function noWorse(one: Figures, other: Figures): boolean {
  return one.requests <= other.requests && one.delay <= other.delay && one.p95 <= other.p95;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
