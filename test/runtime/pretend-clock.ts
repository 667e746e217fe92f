import type { Clock } from "../../src/runtime/clock.ts";

/** What the wall clock shows when a test begins. */
export const NOON: number = Date.parse("2026-01-01T12:00:00Z");

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that jumps from timer to timer, so that a wait of an hour takes no time. */
export class PretendClock implements Clock {
  /** Milliseconds since the test began. Timers go by it, whatever the wall clock shows. */
  passed = 0;
  #setBy = 0;
  readonly #timers = new Set<Timer>();

  /** Timers that have neither fired nor been called off. */
  get open(): number {
    return this.#timers.size;
  }

  now(): number {
    return NOON + this.passed + this.#setBy;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.passed + ms, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Sets the wall clock forward, or back. */
  set(ms: number): void {
    this.#setBy += ms;
  }

  /** Lets time go by, and everything happen that happens in it. */
  async pass(ms: number): Promise<void> {
    const end = this.passed + ms;
    await settled();
    for (let timer = this.#next(end); timer; timer = this.#next(end)) await this.#fire(timer);
    this.passed = end;
  }

  /** Lets as much time go by as the promise needs. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    const end = (): void => {
      over = true;
    };
    promise.then(end, end);
    await settled();
    while (!over) await this.next();
    return promise;
  }

  /** Lets time go by up to the next timer, and everything happen that happens then. */
  async next(): Promise<void> {
    const timer = this.#next(Number.POSITIVE_INFINITY);
    if (timer === undefined) throw new Error("The test waits for something, and no timer is open.");
    await this.#fire(timer);
  }

  #next(end: number): Timer | undefined {
    const due = [...this.#timers].filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at)[0];
  }

  async #fire(timer: Timer): Promise<void> {
    this.#timers.delete(timer);
    this.passed = Math.max(this.passed, timer.at);
    timer.callback();
    await settled();
  }
}

/** Everything that can go on without time has gone on: an immediate comes after all promises. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 2; round++) await new Promise((resolve) => setImmediate(resolve));
}
