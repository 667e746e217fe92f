import type { PretendClock } from "../runtime/pretend-clock.ts";
import type { Ability, Outcome, Waiting } from "./engine.ts";
import type { Asked, Reply } from "./service.ts";

/** A fault that was found in a well-known package: what happens, and what a correct one does. */
export interface Scenario {
  readonly name: string;
  /** What a correct package does. */
  readonly right: string;
  /** What it takes to be tried at all. */
  readonly needs?: readonly Ability[];
  /** Answer to the start; left out, the job runs already. */
  readonly accepts?: Reply;
  readonly reply: (asked: Asked, variant: number) => Reply;
  /** How often it is lived through, with another `variant` each time: 0, 1, … Default: once. */
  readonly variants?: number;
  /** Milliseconds. Default: the package's own. */
  readonly timeout?: number;
  readonly onUpdate?: () => void;
  /** What the caller does. Default: waits for the end. */
  readonly act?: (waiting: Waiting, clock: PretendClock) => Promise<readonly Outcome[]>;
  /** For how many pretended milliseconds somebody looks on. Default: an hour. */
  readonly watched?: number;
  readonly isRight: (seen: readonly Observation[]) => boolean;
  /** What ours does, as `describe` tells it. */
  readonly ours: string;
}

/** What a package did. */
export interface Observation {
  /** Each wait's end. Times are milliseconds since the beginning. */
  readonly ends: readonly { readonly outcome: Outcome; readonly at: number }[];
  readonly looks: readonly number[];
  /** Timers that were open when the caller had done everything. */
  readonly timersLeft: number;
  /** Requests that were sent after that. */
  readonly looksAfter: number;
  /** The caller is still waiting. */
  readonly hangs: boolean;
  /** Exceptions and rejections that nobody could catch: Node ends a process for the first of them. */
  readonly uncaught: number;
}
