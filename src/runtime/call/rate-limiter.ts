import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { RateLimit } from "./call.ts";

/**
 * Says when a request may go out. A client asks it before each request, under the operation's full name
 * (`"feishu/getExportTask"`) and with the budgets that the specification documents (`x-rate-limit`). Two methods, so
 * that one which shares its counts between processes, in Redis say, is quickly written.
 */
export interface RateLimiter {
  /**
   * Resolves when it is this request's turn; `undefined` when that is now. Rejects with the signal's reason when it
   * aborts, and then takes nothing off the budget.
   */
  turn(
    operation: string,
    limits: readonly RateLimit[],
    signal: AbortSignal | undefined,
  ): Promise<void> | undefined;
  /** The service refuses to do anything for this operation for so many milliseconds. */
  pause(operation: string, ms: number): void;
}

/** A moment later than the window ends: requests that leave a window apart may arrive closer to each other. */
const SLACK = 1.01;
/** However long a service wants everybody to stay away, by mistake perhaps, after this it is asked again. */
const LONGEST_PAUSE = 3_600_000;

interface Waiting {
  readonly go: () => void;
  /** Whoever came first goes first, also among operations that share a budget. */
  readonly place: number;
}

interface Lane {
  readonly limits: readonly RateLimit[];
  /** What each of the limits counts under. */
  readonly budgets: readonly string[];
  readonly queue: Set<Waiting>;
  pausedUntil: number;
}

/**
 * Keeps the requests of a process within their budgets: in no window more than it allows, and after a refusal (429) none
 * until the service wants them again. One queue for each operation; first come, first served.
 * `start` and `poll` give each client one, unless it was made with a `rateLimit` of its own. Hand the same one to several
 * clients when they share an account.
 */
export function rateLimiter(clock: Clock = systemClock): RateLimiter {
  const lanes = new Map<string, Lane>();
  /** When the newest requests of each budget went out. */
  const sent = new Map<string, number[]>();
  let places = 0;
  let relax: (() => void) | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  let setBack = 0;

  return {
    turn(operation, limits, signal) {
      const lane = laneOf(operation, limits);
      if (lane.queue.size === 0 && waitOf(lane) <= 0) {
        count(lane);
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          lane.queue.delete(waiting);
          signal?.removeEventListener("abort", abort);
        };
        const abort = (): void => {
          leave();
          reject(signal?.reason);
          rest();
        };
        const go = (): void => {
          leave();
          resolve();
        };
        const waiting = { go, place: places++ };
        lane.queue.add(waiting);
        signal?.addEventListener("abort", abort);
        if (signal?.aborted) abort();
        else rest();
      });
    },
    pause(operation, ms) {
      const lane = lanes.get(operation);
      if (lane) lane.pausedUntil = Math.max(lane.pausedUntil, now() + Math.min(ms, LONGEST_PAUSE));
    },
  };

  function laneOf(operation: string, limits: readonly RateLimit[]): Lane {
    const known = lanes.get(operation);
    if (known) return known;
    const [api] = operation.split("/");
    const budgets = limits.map(({ bucket, requests, per }) =>
      [bucket === undefined ? operation : `${api}/${bucket}`, requests, per].join(" "),
    );
    const lane = { limits, budgets, queue: new Set<Waiting>(), pausedUntil: latest };
    lanes.set(operation, lane);
    return lane;
  }

  /** Lets everybody go whose turn it is, and comes back when it is the next one's. */
  function letGo(): void {
    for (let next = first(); next; next = first()) {
      count(next.lane);
      next.waiting.go();
    }
    rest();
  }

  /** Whoever of those that may go has waited longest. */
  function first(): { readonly lane: Lane; readonly waiting: Waiting } | undefined {
    let found: ReturnType<typeof first>;
    for (const lane of lanes.values()) {
      const [waiting] = lane.queue;
      if (!waiting || waitOf(lane) > 0) continue;
      if (!found || waiting.place < found.waiting.place) found = { lane, waiting };
    }
    return found;
  }

  function rest(): void {
    relax?.();
    const waits = [...lanes.values()].filter(({ queue }) => queue.size > 0).map(waitOf);
    relax = waits.length === 0 ? undefined : clock.after(Math.max(0, Math.min(...waits)), letGo);
  }

  function waitOf({ limits, budgets, pausedUntil }: Lane): number {
    const time = now();
    const each = limits.map(({ requests, per }, index) => {
      const before = sent.get(budgets[index] ?? "")?.at(-requests);
      return before === undefined ? 0 : before + per * SLACK - time;
    });
    return Math.max(pausedUntil - time, ...each);
  }

  function count({ limits, budgets }: Lane): void {
    for (const [index, budget] of budgets.entries()) {
      const times = sent.get(budget) ?? [];
      times.push(now());
      if (times.length > (limits[index]?.requests ?? 0)) times.shift();
      sent.set(budget, times);
    }
  }

  /** The clock, but never set back. */
  function now(): number {
    const time = clock.now();
    if (time + setBack < latest) setBack = latest - time;
    latest = time + setBack;
    return latest;
  }
}
