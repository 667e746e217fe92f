import type { Code } from "../call/api-error.ts";
import type { JobFailure } from "../job/reading.ts";
import type { Ref } from "../job/ref.ts";
import type { Update } from "../job/update.ts";

/** How often each thing was seen while asking: `{ RUNNING: 11, "HTTP 503": 3 }`. */
export type Sightings = Readonly<Record<string, number>>;

/** What a wait that ended without a result leaves behind. */
export interface Waited {
  /** To go on with, now or later, here or elsewhere. */
  readonly ref: Ref<unknown>;
  /** The newest update, if there was one. */
  readonly last: Update<unknown, unknown> | undefined;
  readonly seen: Sightings;
}

abstract class WaitError extends Error implements Waited {
  // all of them are assigned at once
  /** To go on with: `poll(client, job, error.ref)`. Of which job it is nobody knows here, so it is taken for that of any. */
  declare readonly ref: Ref<never>;
  /** The newest update, if there was one. */
  declare readonly last: Update<unknown, unknown> | undefined;
  /** How often each answer was seen. */
  declare readonly seen: Sightings;

  constructor(waited: Waited, message: string, cause?: unknown) {
    const why = cause instanceof Error ? cause.message : cause;
    super(waited.ref.job + message + (why ? `: ${why}` : ""), cause ? { cause } : {});
    Object.assign(this, waited);
  }
}

abstract class JobEndedError extends WaitError {
  /** The service's own code, when it gave one. */
  declare readonly code: Code | undefined;
  /** The service's own value of the status. */
  declare readonly status: unknown;

  constructor(waited: Waited, { code, message }: JobFailure) {
    const { state, status } = waited.last ?? {};
    const how = state === "canceled" ? "was canceled" : "failed";
    super(
      waited,
      ` ${how}${code === undefined ? "" : ` with code ${code}`}: ${message ?? `its status is ${status}`}`,
    );
    Object.assign(this, { code, status });
  }
}

/** The job ended badly: the service says so. */
export class JobFailedError extends JobEndedError {
  override readonly name = "JobFailedError";
}

/** Somebody called the job off: the service says so. */
export class JobCanceledError extends JobEndedError {
  override readonly name = "JobCanceledError";
}

/** Nobody could find out how the job is: go on later with `poll(client, job, error.ref)`. `cause` says why. */
export class PollingError extends WaitError {
  override readonly name = "PollingError";

  constructor(waited: Waited, cause: unknown) {
    super(waited, `: could not find out how the job is ${looks(waited)}`, cause);
  }
}

/** The job had not ended when the time was up, and may go on: so may you, with `poll(client, job, error.ref)`. Had the last look failed, `cause` says why. */
export class PollTimeoutError extends WaitError {
  override readonly name = "PollTimeoutError";

  /** `asked`: for how many milliseconds the service wanted to be left alone, where that was longer than the rest of the time. */
  constructor(waited: Waited, timeout: number, cause?: unknown, asked?: number) {
    const { status, unlisted } = waited.last ?? {};
    const wish = asked ? `: the service asked to wait ${Math.ceil(asked / 1000)} s` : "";
    const why = unlisted ? `: ${status} is in no list, so it counts as pending` : "";
    super(waited, ` did not end within ${timeout} ms ${looks(waited)}${why}${wish}`, cause);
  }
}

/** `(asked 14 times: 11 × RUNNING, 3 × HTTP 503)` */
function looks({ seen }: Waited): string {
  const each = Object.entries(seen).map(([what, count]) => `${count} × ${what}`);
  const total = Object.values(seen).reduce((sum, count) => sum + count, 0);
  return `(asked ${total} time${total === 1 ? "" : "s"}: ${each.join(", ") || "nothing seen"})`;
}
