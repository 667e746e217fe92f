import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { RateLimit } from "./call.ts";

/**
 * Says when a request may go out. A client asks it before each request, under the operation's full name
 * (`"feishu/getExportTask"`) and with the budgets that the specification documents (`x-rate-limit`).
 * `docs/rate-limits.md` has one that counts for many processes, in Redis.
 */
export interface RateLimiter {
  /**
   * Resolves when it is this request's turn; `undefined` when that is now. Rejects with the signal's reason when it
   * aborts, and then takes nothing off the budget. When it rejects with anything else, nothing is sent: a look is made
   * again later, everything else fails with that.
   */
  turn(
    operation: string,
    limits: readonly RateLimit[],
    signal: AbortSignal | undefined,
  ): Promise<void> | undefined;
  /**
   * The service refuses to do anything for this operation for so many milliseconds. Nobody waits for it, so it
   * deals with its own errors.
   */
  pause(operation: string, ms: number): void;
}

/** A moment later than the window ends: requests that leave a window apart may arrive closer to each other. */
const SLACK = 1.01;
/** However long a service wants everybody to stay away, by mistake perhaps, after this it is asked again. */
const LONGEST_SHUT = 3_600_000;

/** What a request has to pass: one gate for each budget, and one for its operation, which a pause shuts. */
interface Gate {
  readonly requests: number;
  readonly per: number;
  /** When the newest requests passed, `requests` of them at most. */
  readonly passed: number[];
  shutUntil: number;
  /** The longest that this may still be. */
  shutFor: number;
  /** How many wait for it. */
  queue: number;
}

interface Waiting {
  readonly gates: readonly Gate[];
  readonly go: () => void;
}

/**
 * Keeps the requests of a process within their budgets: in no window more than it allows, and after a refusal (429) none
 * until the service wants them again. First come, first served, also among operations that share a budget.
 * Jobs bring one to each client, unless it was made with a `rateLimit` of its own. Hand the same one to several
 * clients when they share an account.
 */
export function rateLimiter(clock: Clock = systemClock): RateLimiter {
  const gates = new Map<string, Gate>();
  const routes = new Map<string, readonly Gate[]>();
  /** In the order of asking. */
  const waiting = new Set<Waiting>();
  /** When `letGo` comes next, and how to call that off. */
  let due = 0;
  let relax: (() => void) | undefined;

  return {
    turn(operation, limits, signal) {
      const route = routes.get(operation) ?? routeOf(operation, limits);
      if (route.every((gate) => gate.queue === 0 && waitFor(gate) <= 0)) {
        pass(route);
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const leave = (end: () => void) => (): void => {
          waiting.delete(one);
          for (const gate of route) gate.queue--;
          signal?.removeEventListener("abort", abort);
          end();
        };
        const one = { gates: route, go: leave(resolve) };
        const abort = leave(() => {
          reject(signal?.reason);
          rest(0);
        });
        waiting.add(one);
        for (const gate of route) gate.queue++;
        signal?.addEventListener("abort", abort);
        if (signal?.aborted) abort();
        else rest(longest(route));
      });
    },
    pause(operation, ms) {
      const gate = gates.get(operation);
      if (gate) {
        gate.shutFor = Math.min(Math.max(waitFor(gate), ms), LONGEST_SHUT);
        gate.shutUntil = clock.now() + gate.shutFor;
      }
    },
  };

  function routeOf(operation: string, limits: readonly RateLimit[]): readonly Gate[] {
    const [api] = operation.split("/");
    const route = limits.map(({ requests, per, bucket }) =>
      gateOf([bucket ? `${api}/${bucket}` : operation, requests, per].join(" "), requests, per),
    );
    route.push(gateOf(operation, 1, 0));
    routes.set(operation, route);
    return route;
  }

  function gateOf(name: string, requests: number, per: number): Gate {
    const gate = gates.get(name) ?? { requests, per, passed: [], shutUntil: 0, shutFor: 0, queue: 0 };
    gates.set(name, gate);
    return gate;
  }

  /** Lets everybody go whose turn it is. Who waits keeps a place at each gate, unless it would be free again by then. */
  function letGo(): void {
    relax = undefined;
    let next = Number.POSITIVE_INFINITY;
    const kept = new Map<Gate, number>();
    for (const { gates, go } of waiting) {
      const ms = longest(gates);
      if (ms > 0) next = Math.min(next, ms);
      if (ms > 0 || gates.some((gate) => waitFor(gate, kept.get(gate)) > 0)) {
        for (const gate of gates) if (ms < gate.per * SLACK) kept.set(gate, (kept.get(gate) ?? 0) + 1);
      } else {
        pass(gates);
        go();
      }
    }
    rest(next);
  }

  /** Comes back after so many milliseconds, or when that was due anyway. */
  function rest(ms: number): void {
    const now = clock.now();
    const sooner = relax ? Math.max(0, Math.min(ms, due - now)) : ms;
    relax?.();
    relax = waiting.size > 0 ? clock.after(sooner, letGo) : undefined;
    due = now + sooner;
  }

  function longest(route: readonly Gate[]): number {
    return Math.max(0, ...route.map((gate) => waitFor(gate)));
  }

  /** How long until it is open for somebody before whom so many places are kept. */
  function waitFor(gate: Gate, kept = 0): number {
    const { requests, per, passed } = gate;
    const now = clock.now();
    // what a clock showed before it was set back must keep nobody waiting
    if ((passed.at(-1) ?? now) > now) passed.fill(now);
    gate.shutUntil = Math.min(gate.shutUntil, now + gate.shutFor);
    const oldest = requests > kept ? passed.at(kept - requests) : now;
    return Math.max(gate.shutUntil, oldest === undefined ? 0 : oldest + per * SLACK) - now;
  }

  function pass(route: readonly Gate[]): void {
    for (const { requests, passed } of route) {
      if (passed.push(clock.now()) > requests) passed.shift();
    }
  }
}
