import type { Site } from "./apis.ts";

/** What goes wrong, and with which calls. */
export type Fault = FaultTarget & FaultKind;

export interface FaultTarget {
  /** Only calls of this API, or of Mintlify's storage. Default: of any. */
  api?: Site;
  /** Only calls of this operation, by its `operationId`. Default: any, token calls included. */
  operation?: string;
  /** How many matching calls go well first. Default: 0. */
  after?: number;
  /** How many calls it strikes. Default: 1. */
  times?: number;
}

export type FaultKind =
  /**
   * Refused with an HTTP status, before anything is done; with the vendor's own error body unless one is given. Some
   * vendors refuse with 200, which a body of the caller's can do, too.
   */
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: unknown }
  /** Refused as a token is that has expired, before anything is done. */
  | { kind: "expired-token" }
  /** The connection breaks; with `processed` after the call was carried out, so that only its answer is lost. */
  | { kind: "reset"; processed?: boolean }
  /** Carried out at once, and answered `ms` milliseconds later. */
  | { kind: "slow"; ms: number }
  /** Never answers, and does nothing; ends when the request is aborted. */
  | { kind: "hang" }
  /** A proxy's HTML page in place of an answer, with a status of 502 or another; nothing is done. */
  | { kind: "html"; status?: number }
  /** The answer breaks off in its middle. */
  | { kind: "truncated" }
  /** The answer without its body. */
  | { kind: "empty" }
  /** The answer with another status of the job in it. */
  | { kind: "job-status"; value: unknown }
  /** The answer without the status of the job. */
  | { kind: "no-job-status" };

const kinds: Readonly<Record<FaultKind["kind"], true>> = {
  status: true,
  "expired-token": true,
  reset: true,
  slow: true,
  hang: true,
  html: true,
  truncated: true,
  empty: true,
  "job-status": true,
  "no-job-status": true,
};
export const faultKinds: readonly string[] = Object.keys(kinds);

/** The faults that were ordered, in that order. */
export interface Faults {
  add(fault: Fault): void;
  /** The fault that strikes this call, used up by one. */
  take(api: Site, operation: string | undefined): Fault | undefined;
}

export function createFaults(): Faults {
  let pending: Array<{ fault: Fault; after: number; times: number }> = [];
  return {
    add(fault) {
      pending.push({ fault, after: fault.after ?? 0, times: fault.times ?? 1 });
    },
    take(api, operation) {
      for (const entry of pending) {
        const { fault } = entry;
        if (fault.api !== undefined && fault.api !== api) continue;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        if (entry.after > 0) {
          entry.after -= 1;
          continue;
        }
        entry.times -= 1;
        pending = pending.filter((each) => each.times > 0);
        return fault;
      }
      return undefined;
    },
  };
}
