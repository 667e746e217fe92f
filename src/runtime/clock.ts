/** A longer timer would fire at once: its delay is kept as a signed 32-bit number. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/** Where the time comes from. Hand in one of your own to test waiting without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Calls back once after `ms`; the function it gives back calls that off. `ms` may be `Infinity`, or more than `setTimeout`
   * can wait, which would call back at once: 2 ** 31 - 1 is the most.
   */
  after(ms: number, callback: () => void): () => void;
}

/** The machine's clock: read when it is needed, so that fake timers move it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
};
