/** A progress that was reported, and when: milliseconds since the job was started. */
export interface ProgressReading {
  readonly at: number;
  /** 0 to 100 */
  readonly progress: number;
}

/** What a policy may know of a job. */
export interface PacingView {
  /** Milliseconds since the job was started. */
  readonly elapsed: number;
  /** The last three readings that moved, oldest first; the start of the job, at 0, counts as one. */
  readonly readings: readonly ProgressReading[];
}

/**
 * How long to pause before the next look, in milliseconds. Asked after each look that found the job pending.
 * What it gives is then jittered, and kept between `minInterval` and `maxInterval`.
 */
export type Pacing = (view: PacingView) => number;

/**
 * The default. With progress: until half a second after the predicted end, and once that has passed, for half of
 * the time since. Never longer than 1.5·√elapsed (in seconds), which is also the pause when there is no progress:
 * looks become rarer as a job that nobody can predict grows old, and a wrong prediction costs little.
 */
export const progressAware: Pacing = ({ elapsed, readings }) => {
  const longest = 1500 * Math.sqrt(elapsed / 1000);
  const end = predictedEnd(readings);
  if (end === undefined) return longest;
  return Math.min(longest, end > elapsed ? end - elapsed + 500 : (elapsed - end) / 2);
};

/** The earlier of two guesses: the line through the last readings, and the mean speed since the start. */
function predictedEnd(readings: readonly ProgressReading[]): number | undefined {
  const newest = readings.at(-1);
  if (newest === undefined || newest.progress <= 0) return undefined;
  const at = mean(readings.map((reading) => reading.at));
  const progress = mean(readings.map((reading) => reading.progress));
  const spread = mean(readings.map((reading) => (reading.at - at) ** 2));
  const speed = mean(readings.map((reading) => (reading.at - at) * (reading.progress - progress))) / spread;
  const byMean = (newest.at * 100) / newest.progress;
  return speed > 0 ? Math.min(byMean, at + (100 - progress) / speed) : byMean;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
