import type { Update } from "../job/update.ts";
import type { Loop, Sighting } from "./loop.ts";

/**
 * Each update, from the newest there is up to and including the last one. Throws when the wait ended without knowing
 * how the job is. Leaving the iteration early, or aborting its `signal`, ends nothing else.
 */
export function updates<P, B, R, S>(
  loop: Loop<P, B, R, S>,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<Update<R, B, S>> {
  const { newest } = loop;
  let here: Sighting<R, B, S> = newest.update ? { next: newest } : newest;
  let left = false;
  /** Listens for as long as the iteration goes on, also while nobody waits for its next step. */
  const stay = (): void => {};
  const end = { done: true, value: undefined } as const;
  const close = (): typeof end => {
    left = true;
    loop.leave(stay);
    // a step may be waited for that will not come any more
    loop.announce();
    return end;
  };
  const step = (): { readonly value: IteratorResult<Update<R, B, S>, undefined> } | undefined => {
    const { next } = here;
    if (left || !next?.update) return left || loop.ending?.() ? { value: end } : undefined;
    here = next;
    return { value: { done: false, value: next.update } };
  };

  return {
    async next() {
      if (left) return close();
      try {
        signal?.throwIfAborted();
        loop.join(stay);
        const result = await whenFound(loop, signal, step);
        return result.done ? close() : result;
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

/**
 * What `find` gives, which is asked again at each change until it gives something. A promise of callbacks, for ten thousand
 * of them take a third of the memory that suspended functions do.
 */
export function whenFound<P, B, R, S, T>(
  loop: Loop<P, B, R, S>,
  signal: AbortSignal | undefined,
  find: () => { readonly value: T } | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    /** Says whether there is nothing to wait for any more. */
    const wake = (): boolean => {
      try {
        signal?.throwIfAborted();
        const one = find();
        if (!one) return false;
        resolve(one.value);
      } catch (reason) {
        reject(reason);
      }
      loop.leave(wake);
      signal?.removeEventListener("abort", wake);
      return true;
    };
    if (wake()) return;
    signal?.addEventListener("abort", wake);
    loop.join(wake);
  });
}
