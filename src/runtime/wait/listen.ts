import type { Update } from "../job/update.ts";
import type { Ending, Loop, Sighting } from "./loop.ts";

/** Listens until the wait ends. Rejects with the reason of `signal`, which ends only this. */
export async function ended<P, B, R>(
  loop: Loop<P, B, R>,
  signal: AbortSignal | undefined,
): Promise<Ending<R, B>> {
  signal?.throwIfAborted();
  const leave = loop.join();
  try {
    while (loop.ending === undefined) {
      await nap(loop, signal);
      signal?.throwIfAborted();
    }
    return loop.ending;
  } finally {
    leave();
  }
}

/**
 * Each update, from the newest there is up to and including the last one. Throws when the wait ended without knowing
 * how the job is. Leaving the iteration early, or aborting its `signal`, ends nothing else.
 */
export function updates<P, B, R>(
  loop: Loop<P, B, R>,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<Update<R, B>> {
  let here: Sighting<R, B> = loop.newest.update === undefined ? loop.newest : { next: loop.newest };
  let leave: (() => void) | undefined;
  let left = false;
  const close = (): { readonly done: true; readonly value: undefined } => {
    left = true;
    leave?.();
    // a step may be waited for that will not come any more
    loop.announce();
    return { done: true, value: undefined };
  };

  /** The next update; `undefined` when there is none. */
  const advance = async (): Promise<Update<R, B> | undefined> => {
    while (!left) {
      signal?.throwIfAborted();
      leave ??= loop.join();
      if (here.next !== undefined) {
        here = here.next;
        return here.update;
      }
      if (loop.ending !== undefined) {
        if ("reason" in loop.ending) throw loop.ending.reason;
        return undefined;
      }
      await nap(loop, signal);
    }
    return undefined;
  };

  return {
    async next() {
      try {
        const value = await advance();
        return value === undefined ? close() : { done: false, value };
      } catch (error) {
        close();
        throw error;
      }
    },
    async return() {
      return close();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Sleeps until the loop moves on or the signal aborts. Leaves nothing behind. */
function nap<P, B, R>(loop: Loop<P, B, R>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      forget();
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const forget = loop.onChange(wake);
    signal?.addEventListener("abort", wake);
  });
}
