import type { Update } from "../job/update.ts";
import { race } from "../race.ts";
import type { Ended, Loop, Sighting } from "./loop.ts";

/**
 * What `use` makes of the job's end. Throws when the wait ended without knowing how the job is, and the reason of
 * `signal`, which ends only this.
 */
export async function ended<P, B, R, T>(
  loop: Loop<P, B, R>,
  signal: AbortSignal | undefined,
  use: (ended: Ended<R, B>) => T,
): Promise<T> {
  signal?.throwIfAborted();
  const leave = loop.join();
  try {
    while (!loop.ending) await race(loop.change(), signal);
    if ("reason" in loop.ending) throw loop.ending.reason;
    return use(loop.ending);
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
  const { newest } = loop;
  let here: Sighting<R, B> = newest.update ? { next: newest } : newest;
  let leave: (() => void) | undefined;
  let left = false;
  const close = (): { readonly done: true; readonly value: undefined } => {
    left = true;
    leave?.();
    // a step may be waited for that will not come any more
    loop.announce();
    return { done: true, value: undefined };
  };

  return {
    async next() {
      try {
        while (!left) {
          signal?.throwIfAborted();
          leave ??= loop.join();
          const { next } = here;
          if (next?.update) {
            here = next;
            return { done: false, value: next.update };
          }
          const { ending } = loop;
          if (ending && "reason" in ending) throw ending.reason;
          if (ending) break;
          await race(loop.change(), signal);
        }
        return close();
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
