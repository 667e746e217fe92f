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

/** A request under way, and how to cut it short: it then rejects with the reason at once, whether or not it heeds that. */
export interface Limited<T> {
  readonly answer: Promise<T>;
  readonly cut: (reason?: unknown) => void;
}

/**
 * Runs a request under a signal of its own, and cuts it short with a `TimeoutError` when it takes too long; `missing` is
 * what the message says of one that went out. Leaves no timer behind.
 */
export function limited<T>(
  clock: Clock,
  { request, all = request }: Limits,
  send: Send<T>,
  missing = "no answer",
): Limited<T> {
  const own = new AbortController();
  const until = clock.now() + all;
  let over = false;
  let relax: (() => void) | undefined;
  let end: (reason: unknown) => void;
  const cut = (reason?: unknown): void => {
    // an answer that is there may be a file whose body still comes
    if (!over) own.abort(reason);
    end(reason);
  };
  const allow = (ms: number, what: string): void => {
    relax?.();
    relax = clock.after(ms, () => cut(new DOMException(`${what} within ${ms} ms`, "TimeoutError")));
  };
  const answer = new Promise<T>((resolve, reject) => {
    end = (reason) => {
      relax?.();
      reject(reason);
    };
    const begun = (): void => allow(Math.max(0, Math.min(request, until - clock.now())), missing);
    send(own.signal, begun).then((value) => {
      over = true;
      relax?.();
      resolve(value);
    }, end);
    if (!relax) allow(all, "no turn");
  });
  return { answer, cut };
}

/** The same under the caller's signal too: rejects with its reason as soon as it aborts. */
export async function timed<T>(
  clock: Clock,
  limits: Limits,
  signal: AbortSignal | undefined,
  send: Send<T>,
  missing?: string,
): Promise<T> {
  let under: Limited<T> | undefined;
  const begin = (): Promise<T> => {
    under = limited(clock, limits, send, missing);
    return under.answer;
  };
  return race(begin, signal).finally(() => under?.cut(signal?.reason));
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
