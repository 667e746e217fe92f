import { PretendClock } from "../../../test/runtime/pretend-clock.ts";

/** Node cannot count longer, and fires at once instead. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Like Node's, it does not count timers that keep no process alive. */
class GlobalClock extends PretendClock {
  readonly #idle = new Set<object>();

  override get open(): number {
    return super.open - this.#idle.size;
  }

  afterIdly(ms: number, callback: () => void): void {
    const timer = {};
    this.#idle.add(timer);
    this.after(ms, () => {
      this.#idle.delete(timer);
      callback();
    });
  }
}

let clock = new GlobalClock();
let random = Math.random;

/**
 * Puts pretended time, and random numbers that can be chosen, in place of the global ones, for packages that take no
 * clock. Call it before they are imported: some keep what they find then. `setImmediate` stays real, since the
 * pretended clock itself lives by it.
 */
export function pretendGlobals(): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number]) {
      super(args[0] ?? clock.now());
    }
    static override now(): number {
      return clock.now();
    }
    // the few who call it with a text or as a function do not live here
  } as DateConstructor;
  Math.random = () => random();
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    clock.afterIdly(ms, () => controller.abort(new DOMException("The time is up.", "TimeoutError")));
    return controller.signal;
  };
  // the packages use no more of a timer than this
  globalThis.setTimeout = setPretendTimeout as typeof setTimeout;
  globalThis.clearTimeout = ((timer: PretendTimer | undefined) => timer?.close()) as typeof clearTimeout;
}

/** From now on the globals go by a new clock, at noon again. */
export function freshClock(numbers: () => number): PretendClock {
  clock = new GlobalClock();
  random = numbers;
  return clock;
}

interface PretendTimer {
  close(): void;
  ref(): PretendTimer;
  unref(): PretendTimer;
}

function setPretendTimeout<A extends unknown[]>(
  callback: (...args: A) => void,
  ms = 1,
  ...args: A
): PretendTimer {
  const cancel = clock.after(ms >= 1 && ms <= LONGEST_TIMER ? ms : 1, () => callback(...args));
  const timer: PretendTimer = { close: () => void cancel(), ref: () => timer, unref: () => timer };
  return timer;
}
