import type { Random } from "./random.ts";
import type { Run } from "./run.ts";

/**
 * When a package looks, as a model of a few lines: run in its place where twenty thousand jobs would take it too long,
 * and held against the package itself in the same run. None of the four heeds progress.
 */
export interface Schedule {
  readonly name: string;
  /** Milliseconds from the start of the wait to each look. */
  readonly looks: (random: Random) => Iterable<number>;
  readonly run: (duration: number, random: Random) => Run;
}

export const schedules: Readonly<Record<"coreLro" | "waiter" | "gax" | "waitFor", Schedule>> = {
  coreLro: every("@azure/core-lro, every 2 s", 2_000),
  waiter: schedule("@smithy/util-waiter, 2–120 s", waiter),
  gax: schedule("google-gax, 0.1–60 s × 1.3", gax),
  waitFor: every("p-wait-for, every 20 ms", 20),
};

function* waiter(random: Random): Iterable<number> {
  const [least, most] = [2_000, 120_000];
  let now = 0;
  for (let attempt = 1; ; attempt++) {
    yield now;
    const ceiling = Math.log(most / least) / Math.log(2) + 1;
    const grown = Math.min(most, least * 2 ** (attempt - 1));
    now += attempt > ceiling ? most : least + random() * (grown - least);
  }
}

function* gax(): Iterable<number> {
  let now = 0;
  for (let pause = 100; ; pause = Math.min(60_000, pause * 1.3)) {
    yield now;
    now += pause;
  }
}

function schedule(name: string, looks: Schedule["looks"]): Schedule {
  const run = (duration: number, random: Random): Run => {
    let requests = 0;
    for (const now of looks(random)) {
      requests++;
      if (now >= duration) return { requests, delay: now - duration };
    }
    throw new Error("A schedule does not end.");
  };
  return { name, looks, run };
}

function every(name: string, interval: number): Schedule {
  function* looks(): Iterable<number> {
    for (let now = 0; ; now += interval) yield now;
  }
  const run = (duration: number): Run => {
    const pauses = Math.ceil(duration / interval);
    return { requests: pauses + 1, delay: pauses * interval - duration };
  };
  return { name, looks, run };
}
