import type { Engine } from "../../../test/conformance/engine.ts";
import { Service } from "../../../test/conformance/service.ts";
import type { Peers } from "../peers/load.ts";
import { freshClock } from "../peers/pretend-globals.ts";
import { sample } from "./cells.ts";
import { families } from "./families.ts";
import { seeded } from "./random.ts";
import type { Schedule } from "./schedules.ts";
import { schedules } from "./schedules.ts";

/** What came of holding a model against the package that it stands for. */
export interface Verified {
  readonly name: string;
  readonly jobs: number;
  readonly requests: number;
  /** The most that any request of the package came before or after the model's, in milliseconds. */
  readonly off: number;
}

/** The real packages wait for jobs of every family; each request must come when the model says. */
export async function verify(peers: Peers): Promise<readonly Verified[]> {
  const pairs: readonly (readonly [Engine, Schedule])[] = [
    [peers.coreLro, schedules.coreLro],
    [peers.utilWaiter, schedules.waiter],
    [peers.gax, schedules.gax],
    [peers.pWaitFor, schedules.waitFor],
  ];
  const all: Verified[] = [];
  for (const [engine, schedule] of pairs) all.push(await verifyOne(engine, schedule));
  return all;
}

/** Enough to be sure, and few enough for a package that asks every 20 ms. */
const JOBS = 50;
const REQUESTS = 20_000;

async function verifyOne(engine: Engine, schedule: Schedule): Promise<Verified> {
  let [jobs, requests, off] = [0, 0, 0];
  for (const [index, family] of families.entries()) {
    let left = REQUESTS;
    for (const duration of sample(family, JOBS, seeded(7 + index))) {
      const seed = 100 + jobs;
      const real = await looksOf(engine, duration, seed, Math.max(left, 1_000));
      off = Math.max(off, difference(real, modelled(schedule, seed, real.length)));
      jobs++;
      requests += real.length;
      left -= real.length;
      if (left <= 0) break;
    }
  }
  return { name: schedule.name, jobs, requests, off };
}

/** When a package asks about a job of this duration; no more than about so many times. */
async function looksOf(
  engine: Engine,
  duration: number,
  seed: number,
  most: number,
): Promise<readonly number[]> {
  const clock = freshClock(seeded(seed));
  const service = new Service(clock, { http: 202 }, ({ at, time }) =>
    at < duration && time < most ? { state: "running" } : { state: "done" },
  );
  const waiting = await engine.begin(service, {
    clock,
    started: true,
    timeout: undefined,
    onUpdate: undefined,
  });
  const outcome = await clock.until(waiting.wait());
  if (outcome !== "the job succeeded") throw new Error(`${engine.name} says of a plain job: ${outcome}.`);
  return service.looks;
}

function modelled({ looks }: Schedule, seed: number, count: number): readonly number[] {
  const times: number[] = [];
  for (const time of looks(seeded(seed))) {
    if (times.length === count) break;
    times.push(time);
  }
  return times;
}

function difference(one: readonly number[], other: readonly number[]): number {
  return one.reduce((most, time, index) => Math.max(most, Math.abs(time - (other[index] ?? 0))), 0);
}
