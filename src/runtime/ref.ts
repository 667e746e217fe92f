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

export function isRef<P>(value: P | Ref<P>): value is Ref<P> {
  if (typeof value !== "object" || value === null || !("job" in value) || !("params" in value)) return false;
  return typeof value.job === "string" && typeof value.params === "object" && value.params !== null;
}
