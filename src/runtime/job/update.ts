import type { JobFailure } from "./reading.ts";

/** What one look at a job showed. `state` tells which other fields there are. */
export type Update<R, B> = Seen<B> &
  (
    | { readonly state: "pending" }
    | { readonly state: "succeeded"; readonly result: R }
    | { readonly state: "failed"; readonly error: JobFailure }
    | { readonly state: "canceled"; readonly error: JobFailure }
  );

interface Seen<B> {
  /** The service's own value. */
  readonly status: unknown;
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
