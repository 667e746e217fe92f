import type { CallOptions } from "../call/operation.ts";
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { Pace } from "../job/job.ts";
import type { Pacing } from "../job/pacing.ts";
import type { Update } from "../job/update.ts";
import { squareRoot } from "./pacing/square-root.ts";

/** Options of `start` and `poll`. All durations are milliseconds. */
export interface PollOptions<R = unknown, B = unknown, S = unknown> extends CallOptions {
  /** Ends the wait for everybody who shares it, at once: they reject with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * How long to wait for the end of the job, by the `clock`, whether or not anybody listens. `Infinity`: as long as it takes.
   * 0: a start, and one look, for as long as a request may take.
   * Default: the specification's `timeout`, else one hour.
   */
  readonly timeout?: number;
  /** How long one request may take. Default: 30 000. */
  readonly requestTimeout?: number;
  /** Least pause between two looks. Default: the specification's `minInterval`, else 1 000. */
  readonly minInterval?: number;
  /** Greatest pause between two looks, unless the service asks for more. Default: the specification's, else 300 000. */
  readonly maxInterval?: number;
  /** The same pause each time, the first included: takes the place of `pacing` and of what the specification says. */
  readonly interval?: number;
  /** How long to pause. Default: `progressAware` for jobs that report their progress, else `squareRoot()`. */
  readonly pacing?: Pacing;
  /**
   * Called with an update that differs from the one before in state, status or progress.
   * What it throws goes to `console.error` and harms nobody.
   */
  readonly onUpdate?: (update: Update<R, B, S>) => void;
  /** A status that the specification does not list, or that is missing, ends the wait with a `PollingError`. */
  readonly strict?: boolean;
  /** Default: the machine's clock. The rate limits of a client go by the clock of the first wait that it was used for. */
  readonly clock?: Clock;
  /** A number from 0 up to 1, for jitter. Default: `Math.random`. */
  readonly random?: () => number;
}

/** The options with nothing left open: what the step needs to know of them. */
export interface Settings {
  readonly timeout: number;
  readonly requestTimeout: number;
  /** From the start of a job to the first look; `undefined` leaves it to `pacing`. */
  readonly delay: number | undefined;
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly pacing: Pacing;
  readonly strict: boolean;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Fills in what the caller left open. Throws a `TypeError` on a duration that is none. */
export function settingsOf<R, B, S>(options: PollOptions<R, B, S>, pace: Pace): Settings {
  const { clock = systemClock, random = Math.random, strict = false, interval } = options;
  const duration = (name: Durations, usual: number): number => {
    const ms = options[name] ?? usual;
    if (typeof ms === "number" && ms >= 0) return ms;
    throw new TypeError(`${name} must be a number of milliseconds, 0 or more, not ${ms}.`);
  };
  const minInterval =
    interval === undefined ? duration("minInterval", pace.minInterval ?? 1000) : duration("interval", 0);
  const maxInterval = duration("maxInterval", pace.maxInterval ?? 300_000);
  return {
    timeout: duration("timeout", pace.timeout ?? 3_600_000),
    requestTimeout: duration("requestTimeout", 30_000),
    delay: interval ?? pace.delay,
    minInterval,
    // a caller who sets only one of the two means it
    maxInterval: interval ?? Math.max(minInterval, maxInterval),
    pacing: (interval === undefined && (options.pacing ?? pace.pacing)) || byAge,
    strict,
    clock,
    random,
  };
}

const byAge = /* @__PURE__ */ squareRoot();

type Durations = "timeout" | "requestTimeout" | "minInterval" | "maxInterval" | "interval";
