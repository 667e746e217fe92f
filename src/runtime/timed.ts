import type { Clock } from "./clock.ts";
import { race } from "./race.ts";

/** Is told `true` when a request goes out, and `false` when one has its turn and gets ready for that. */
export type Out = (isOut: boolean) => void;

/** Sends a request, when it is its turn; perhaps a second one. */
export type Send<T> = (signal: AbortSignal, out: Out) => Promise<T>;

/** How long something may take, in milliseconds. */
export interface Patience {
  /** A request, from when it goes out; and so long what it gets ready with. */
  readonly request: number;
  /** Until its answer, the wait for a turn and a token included. Default: as long as the request. */
  readonly all?: number;
}

/**
 * Runs a request that `own` cuts short: by whoever holds it, or with a `TimeoutError` when it takes too long; `missing` is
 * what the message says of one that went out, and `isOut` of the error whether it did. Rejects at once then, whether or not the
 * request heeds that. Leaves no timer behind.
 */
export function limited<T>(
  clock: Clock,
  { request, all = request }: Patience,
  own: AbortController,
  send: Send<T>,
  unanswered = "no answer",
): Promise<T> {
  const until = clock.now() + all;
  let relax: (() => void) | undefined;
  const allow = (ms: number, what: string, isOut: boolean, rest = ""): void => {
    relax?.();
    relax = clock.after(ms, () => {
      const error = new DOMException(`${what} within ${ms} ms${rest}`, "TimeoutError");
      own.abort(Object.assign(error, { isOut }));
    });
  };
  const out: Out = (isOut) => {
    // an answer may come to what was given up: then no timer is wanted any more
    own.signal.throwIfAborted();
    const left = until - clock.now();
    const what = isOut ? unanswered : "not sent";
    allow(
      Math.max(0, Math.min(request, left)),
      what,
      isOut,
      left < request ? ", the rest of the timeout" : "",
    );
  };
  allow(all, "no turn", false);
  return race(() => send(own.signal, out), own.signal).finally(() => relax?.());
}

/** The same under the caller's signal: rejects with its reason as soon as it aborts. */
export async function timed<T>(
  clock: Clock,
  patience: Patience,
  signal: AbortSignal | undefined,
  send: Send<T>,
  unanswered?: string,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const abort = (): void => own.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  return limited(clock, patience, own, send, unanswered).finally(() =>
    signal?.removeEventListener("abort", abort),
  );
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
