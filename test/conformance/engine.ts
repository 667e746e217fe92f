import type { PretendClock } from "../runtime/pretend-clock.ts";
import type { Service } from "./service.ts";

/** What a package that waits for jobs can be asked to do. Where a scenario needs more, it has nothing to show. */
export type Ability =
  | "a start of its own"
  | "HTTP headers"
  | "status words"
  | "failed jobs"
  | "a deadline"
  | "a signal"
  | "a handle to wait on again"
  | "a callback for updates";

export type Outcome =
  | "the job succeeded"
  | "the job failed"
  | "could not find out"
  | "time is up"
  | "aborted"
  | `refused: ${string}`;

export interface Engine {
  readonly name: string;
  readonly has: readonly Ability[];
  /** Begins with a job, as its documentation shows it; whether it asks at once is up to it. */
  readonly begin: (service: Service, options: EngineOptions) => Promise<Waiting>;
}

export interface EngineOptions {
  readonly clock: PretendClock;
  /** The job is started first; else it runs already. */
  readonly started: boolean;
  /** Milliseconds. */
  readonly timeout: number | undefined;
  readonly onUpdate: (() => void) | undefined;
}

export interface Waiting {
  /** Waits for the end, or waits again. Never rejects: how it went is told in one vocabulary for all packages. */
  readonly wait: (signal?: AbortSignal) => Promise<Outcome>;
}
