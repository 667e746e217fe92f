/** Where the service is, and the key that it wants. */
export interface Service {
  readonly url: string;
  readonly key: string;
}

/** What one client process is to do. */
export interface Plan extends Service {
  readonly waiter: "openapi-jobs" | "plain loop" | "@azure/core-lro";
  readonly handles: number;
  /** Milliseconds between two looks at one job. */
  readonly interval: number;
}

/** What came of it. */
export interface Measured {
  /** Waits that ended with the right result. */
  readonly right: number;
  /** Looks that were sent. */
  readonly requests: number;
  /** Microseconds of processor time of the client's process, for each of them. */
  readonly cpu: number;
  /** Bytes of heap for each waiting handle. */
  readonly heap: number;
}
