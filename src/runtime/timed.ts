import type { Clock } from "./clock.ts";
import { race } from "./race.ts";

/** Sends a request. One that has to wait for its turn calls `begun` when it goes out. */
export type Send<T> = (signal: AbortSignal, begun: () => void) => Promise<T>;

/** How long something may take, in milliseconds. */
export interface Limits {
  /** A request, from when it goes out. */
  readonly request: number;
  /** Until its answer, the wait for its turn included. Default: as long as the request. */
  readonly all?: number;
}

/**
 * Runs a request that `own` cuts short: by whoever holds it, or with a `TimeoutError` when it takes too long; `missing` is
 * what the message says of one that went out. Rejects at once then, whether or not the request heeds that. Leaves no timer
 * behind.
 */
export function limited<T>(
  clock: Clock,
  { request, all = request }: Limits,
  own: AbortController,
  send: Send<T>,
  missing = "no answer",
): Promise<T> {
  const until = clock.now() + all;
  let relax: (() => void) | undefined;
  const allow = (ms: number, what: string): void => {
    relax?.();
    relax = clock.after(ms, () => own.abort(new DOMException(`${what} within ${ms} ms`, "TimeoutError")));
  };
  const begun = (): void => allow(Math.max(0, Math.min(request, until - clock.now())), missing);
  allow(all, "no turn");
  return race(() => send(own.signal, begun), own.signal).finally(() => relax?.());
}

/** The same under the caller's signal: rejects with its reason as soon as it aborts. */
export async function timed<T>(
  clock: Clock,
  limits: Limits,
  signal: AbortSignal | undefined,
  send: Send<T>,
  missing?: string,
): Promise<T> {
  const own = new AbortController();
  return race(() => limited(clock, limits, own, send, missing), signal).catch((error: unknown) => {
    own.abort(error);
    throw error;
  });
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export async function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  let relax: (() => void) | undefined;
  const begin = (): Promise<void> =>
    new Promise((resolve) => {
      relax = clock.after(ms, resolve);
    });
  return race(begin, signal).finally(() => relax?.());
}
