import type { JobFailure } from "./reading.ts";

/** What one look at a job showed. `state` tells which other fields there are. R: result, B: answer, S: status. */
export type Update<R, B, S = unknown> =
  | PendingUpdate<B, S>
  | SucceededUpdate<R, B, S>
  | FailedUpdate<B, S>
  | CanceledUpdate<B, S>;

export interface PendingUpdate<B, S = unknown> extends Seen<B, S> {
  readonly state: "pending";
}

export interface SucceededUpdate<R, B, S = unknown> extends Seen<B, S> {
  readonly state: "succeeded";
  readonly result: R;
}

export interface FailedUpdate<B, S = unknown> extends Seen<B, S> {
  readonly state: "failed";
  readonly error: JobFailure;
}

export interface CanceledUpdate<B, S = unknown> extends Seen<B, S> {
  readonly state: "canceled";
  readonly error: JobFailure;
}

interface Seen<B, S> {
  /** The service's own value. Its type is what the specification lists; `unlisted` says when it is another one. */
  readonly status: S;
  /** The specification does not list this value; it was taken for `state` all the same. */
  readonly unlisted?: true;
  /** 0 to 100, when the service says. */
  readonly progress?: number;
  /** The whole answer. */
  readonly body: B;
  /** Looks that were answered so far, this one included. */
  readonly polls: number;
  /** Milliseconds since the job was started; since the wait began, when nobody knows the start. */
  readonly elapsed: number;
}
