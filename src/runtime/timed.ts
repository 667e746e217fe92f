import type { Clock } from "./clock.ts";
import { race } from "./race.ts";

/** A request under way, and how to cut it short: it then rejects with the reason at once, whether or not it heeds that. */
export interface Limited<T> {
  readonly answer: Promise<T>;
  readonly cut: (reason?: unknown) => void;
}

/**
 * Runs a request under a signal of its own, and cuts it short with a `TimeoutError`, whose message `what` begins, after
 * `ms`. Leaves no timer behind.
 */
export function limited<T>(
  clock: Clock,
  ms: number,
  request: (signal: AbortSignal) => Promise<T>,
  what = "",
): Limited<T> {
  const own = new AbortController();
  let end: (reason: unknown) => void;
  const cut = (reason?: unknown): void => {
    own.abort(reason);
    end(reason);
  };
  const answer = new Promise<T>((resolve, reject) => {
    const relax = clock.after(ms, () =>
      cut(new DOMException(`${what}no answer within ${ms} ms`, "TimeoutError")),
    );
    end = (reason) => {
      relax();
      reject(reason);
    };
    request(own.signal).then((value) => {
      relax();
      resolve(value);
    }, end);
  });
  return { answer, cut };
}

/** The same under the caller's signal too: rejects with its reason when it aborts. Leaves no listener on it. */
export async function timed<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  request: (signal: AbortSignal) => Promise<T>,
  what?: string,
): Promise<T> {
  signal?.throwIfAborted();
  const { answer, cut } = limited(clock, ms, request, what);
  const abort = (): void => cut(signal?.reason);
  signal?.addEventListener("abort", abort);
  return answer.finally(() => signal?.removeEventListener("abort", abort));
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export async function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  let relax: (() => void) | undefined;
  const over = new Promise<void>((resolve) => {
    relax = clock.after(ms, resolve);
  });
  return race(over, signal).finally(relax);
}
