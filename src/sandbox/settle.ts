import { type Course, lookAt } from "./course.ts";

/** A job that changes something when it ends. */
export interface Undertaking {
  readonly course: Course<unknown, unknown>;
  finish(succeeded: boolean, at: number): void;
}

/** Jobs whose end has still to take effect. Nothing happens by itself: whoever answers a request settles first. */
export interface Undertakings<Job extends Undertaking> {
  add(job: Job): void;
  /** Finishes what has ended by now, in the order in which it ended. */
  settle(now: number): void;
  /** The first that is still under way and fits. */
  find(fits: (job: Job) => boolean): Job | undefined;
}

export function createUndertakings<Job extends Undertaking>(): Undertakings<Job> {
  let open: Job[] = [];
  return {
    add(job) {
      open.push(job);
    },
    settle(now) {
      const looks = open.map((job) => ({ job, look: lookAt(job.course, now) }));
      const ended = looks.filter(({ look }) => look.endedAt !== undefined);
      open = open.filter((job) => !ended.some((each) => each.job === job));
      ended.sort((a, b) => (a.look.endedAt ?? 0) - (b.look.endedAt ?? 0));
      for (const { job, look } of ended) job.finish(look.state === "succeeded", look.endedAt ?? now);
    },
    find: (fits) => open.find(fits),
  };
}
