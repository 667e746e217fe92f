/** How a job is to go. Every vendor adds its own words for a status and a failure. */
export interface Plan<Status, Failure> {
  /** How many of the next jobs go like this. Default: 1. */
  jobs?: number;
  /** Milliseconds from the start to the end. Default: the sandbox's `jobs.duration`. */
  duration?: number;
  /** The status values on the way, each shown for an equal share of the duration. Default: the vendor's. */
  steps?: readonly Status[];
  /** Never ends: stays at the last of the steps. */
  stall?: boolean;
  /** Ends in this failure. Left out, the job succeeds. */
  failure?: Failure;
  /** How much is done at the end, in percent. Default: 100, of a job that fails or stalls 42. */
  reach?: number;
}

/** A job on its way. Nothing in it changes: where the job is follows from the time alone. */
export interface Course<Status, Failure> {
  readonly startedAt: number;
  readonly duration: number;
  readonly steps: readonly Status[];
  readonly stalls: boolean;
  readonly failure: Failure | undefined;
  readonly reach: number;
}

/** A course, looked at. */
export interface Look<Status> {
  readonly state: "under way" | "succeeded" | "failed";
  /** The step it is at, or was at last. */
  readonly step: Status;
  /** In percent, a whole number. */
  readonly progress: number;
  /** When it last moved on. */
  readonly changedAt: number;
  /** Absent while it is under way. */
  readonly endedAt?: number;
}

export function setOut<Status, Failure>(
  plan: Plan<Status, Failure>,
  usual: { duration: number; steps: readonly Status[] },
  now: number,
): Course<Status, Failure> {
  const stalls = plan.stall ?? false;
  return {
    startedAt: now,
    duration: plan.duration ?? usual.duration,
    steps: plan.steps && plan.steps.length > 0 ? plan.steps : usual.steps,
    stalls,
    failure: plan.failure,
    reach: plan.reach ?? (stalls || plan.failure ? 42 : 100),
  };
}

export function lookAt<Status, Failure>(course: Course<Status, Failure>, now: number): Look<Status> {
  const { startedAt, duration, steps, reach } = course;
  const share = duration > 0 ? Math.min(1, (now - startedAt) / duration) : 1;
  const index = Math.min(steps.length - 1, Math.floor(share * steps.length));
  const step = steps[index];
  if (step === undefined) throw new RangeError("A job needs at least one step.");
  if (share < 1 || course.stalls) {
    // Not a hundred while it goes on, which rounding or a plan could make of it.
    const progress = Math.min(99, Math.floor(share * reach));
    return { state: "under way", step, progress, changedAt: startedAt + share * duration };
  }
  const endedAt = startedAt + duration;
  return {
    state: course.failure ? "failed" : "succeeded",
    step,
    progress: reach,
    changedAt: endedAt,
    endedAt,
  };
}
