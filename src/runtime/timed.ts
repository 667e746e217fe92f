import type { Clock } from "./clock.ts";
import { race } from "./race.ts";

/**
 * Runs a request under a signal of its own, which aborts with the caller's, or with a `TimeoutError` after `ms`, whose
 * message `what` begins. Leaves no timer and no listener behind.
 */
export async function timed<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  request: (signal: AbortSignal) => Promise<T>,
  what = "",
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const abort = (): void => own.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  const relax = clock.after(ms, () =>
    own.abort(new DOMException(`${what}no answer within ${ms} ms`, "TimeoutError")),
  );
  try {
    return await request(own.signal);
  } finally {
    relax();
    signal?.removeEventListener("abort", abort);
  }
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export async function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  let relax = (): void => {};
  const over = new Promise<void>((resolve) => {
    relax = clock.after(ms, resolve);
  });
  try {
    await race(over, signal);
  } finally {
    relax();
  }
}
