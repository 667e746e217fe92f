import type { Errors, Polling, RateLimit } from "./extensions.ts";

/** The lists of `x-polling`, each named for the state that its values mean. */
export type StatusList = "pending" | "succeeded" | "failed" | "canceled";
export const statusLists: readonly StatusList[] = ["pending", "succeeded", "failed", "canceled"];

export const pollingKeys: readonly string[] = keysOf<Polling>({
  job: true,
  status: true,
  pending: true,
  succeeded: true,
  failed: true,
  canceled: true,
  otherwise: true,
  missing: true,
  ignoreCase: true,
  failedIf: true,
  result: true,
  requires: true,
  progress: true,
  error: true,
  delay: true,
  minInterval: true,
  maxInterval: true,
  timeout: true,
});
export const progressKeys: readonly string[] = ["done", "total"];
export const errorKeys: readonly string[] = ["code", "message"];

export const errorsKeys: readonly string[] = keysOf<Errors>({
  code: true,
  message: true,
  requestId: true,
  ok: true,
  retry: true,
  unavailable: true,
  renew: true,
  notFound: true,
  retryAfter: true,
});

export const rateLimitKeys: readonly string[] = keysOf<RateLimit>({
  requests: true,
  per: true,
  bucket: true,
});

/** Every key of `T`, in the order written; `tsc` refuses a key too few or too many. */
function keysOf<T>(keys: Record<keyof T, true>): readonly string[] {
  return Object.keys(keys);
}
