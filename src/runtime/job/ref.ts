import { at } from "../values.ts";

/**
 * All it takes to go on waiting for a job elsewhere: plain JSON, without credentials and without URLs.
 * Save it, and hand it to `poll` later, in another process if need be.
 */
export interface Ref<P> {
  /** `<api>/<job>`: `feishu/exportTask`. */
  readonly job: string;
  /** What to ask for the status with. */
  readonly params: P;
  /** ISO 8601, when it is known. */
  readonly startedAt?: string;
}

/** The ref of a job, from its parameters or as it was saved. Throws a `TypeError` when it is another job's. */
export function refOf<P>(job: string, given: P | Ref<P>): Ref<P> {
  if (!isRef(given)) return { job, params: given };
  if (given.job === job) return given;
  throw new TypeError(`This ref is one of ${given.job}, not of ${job}.`);
}

function isRef<P>(value: P | Ref<P>): value is Ref<P> {
  return typeof at(value, "job") === "string" && typeof (at(value, "params") ?? "") === "object";
}
