/** What a spec that passed the rules contains. `T` may stand alone or as a list of which the first non-empty counts. */
export type OneOrMore<T> = T | readonly T[];

/** A value of a vendor's status or code. Lists of these are never nested. */
export type Scalar = string | number | boolean;

/** `x-polling`, on the operation that tells a job's status. Texts beginning with `$` are runtime expressions. */
export interface Polling {
  job: string;
  status: OneOrMore<string>;
  pending?: readonly Scalar[];
  succeeded: readonly Scalar[];
  failed?: readonly Scalar[];
  canceled?: readonly Scalar[];
  otherwise?: "pending" | "failed";
  missing?: "pending" | "failed";
  ignoreCase?: boolean;
  failedIf?: OneOrMore<string>;
  result?: string;
  requires?: readonly string[];
  progress?: string | { done: string; total: string | number };
  error?: { code?: OneOrMore<string>; message?: OneOrMore<string> };
  delay?: string;
  minInterval?: string;
  maxInterval?: string;
  timeout?: string;
}

/** `x-errors`, at the root: how this API reports a refused call. */
export interface Errors {
  code?: OneOrMore<string>;
  message?: OneOrMore<string>;
  requestId?: OneOrMore<string>;
  ok?: readonly Scalar[];
  retry?: readonly Scalar[];
  unavailable?: readonly Scalar[];
  renew?: readonly Scalar[];
  notFound?: readonly Scalar[];
  retryAfter?: readonly string[];
}

/** `x-rate-limit`, on an operation: one of these or a list of them. */
export interface RateLimit {
  requests: number;
  per: string;
  bucket?: string;
}
