import type { Clock } from "../../src/index.ts";

/** A clock that runs `speed` times as fast as the real one. The sandbox and the polling read the same one. */
export function quickClock(speed: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(ms, callback) {
      const timer = setTimeout(callback, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}
