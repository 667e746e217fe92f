import type { Pacing, ProgressReading } from "../../job/pacing.ts";
import { squareRoot } from "./square-root.ts";

/**
 * Looks half a second after the end that the job's progress predicts, and once that has passed, pauses for half of the
 * time since. Never pauses longer than `otherwise`, which also paces a job without progress: so a wrong prediction
 * costs little, and a job that stops early is noticed.
 *
 * @example poll(feishu, exportTask, ref, { pacing: withProgress(byHistory(durations)) })
 */
export function withProgress(otherwise: Pacing): Pacing {
  return (view) => {
    const longest = otherwise(view);
    const end = predictedEnd(view.readings);
    if (end === undefined) return longest;
    const { elapsed } = view;
    return Math.min(longest, end > elapsed ? end - elapsed + 500 : (elapsed - end) / 2);
  };
}

/**
 * The default: `withProgress(squareRoot())`. Looks become rarer as a job that nobody can predict grows old, and the
 * end of a job that reports its progress is met.
 */
export const progressAware: Pacing = /* @__PURE__ */ withProgress(/* @__PURE__ */ squareRoot());

/** The earlier of two guesses: the line through the last readings, and the mean speed since the start. */
function predictedEnd(readings: readonly ProgressReading[]): number | undefined {
  const newest = readings.at(-1);
  if (!newest || newest.progress <= 0) return undefined;
  const mean = (value: (reading: ProgressReading) => number): number =>
    readings.reduce((sum, reading) => sum + value(reading), 0) / readings.length;
  const at = mean((reading) => reading.at);
  const progress = mean((reading) => reading.progress);
  const spread = mean((reading) => (reading.at - at) ** 2);
  const speed = mean((reading) => (reading.at - at) * (reading.progress - progress)) / spread;
  const byMean = (newest.at * 100) / newest.progress;
  return speed > 0 ? Math.min(byMean, at + (100 - progress) / speed) : byMean;
}
