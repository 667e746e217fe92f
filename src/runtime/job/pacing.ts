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
 * How long to pause before the next look, in milliseconds. Asked when a job was started, unless its specification has
 * a `delay`, and after each look that found it pending. What it gives is then jittered, and kept between `minInterval`
 * and `maxInterval`. The same view always gives the same pause, so a wait that goes on elsewhere keeps its pace.
 */
export type Pacing = (view: PacingView) => number;
