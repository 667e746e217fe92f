import { PretendClock, settled } from "../runtime/pretend-clock.ts";
import type { Engine, Outcome, Waiting } from "./engine.ts";
import type { Observation, Scenario } from "./scenario.ts";
import { Service } from "./service.ts";

/** Lets an engine live through a scenario, in pretended time. `undefined` when it lacks what the scenario needs. */
export async function observe(
  engine: Engine,
  scenario: Scenario,
  clockOf: () => PretendClock = () => new PretendClock(),
): Promise<readonly Observation[] | undefined> {
  if (scenario.needs?.some((ability) => !engine.has.includes(ability))) return undefined;
  const seen: Observation[] = [];
  for (let variant = 0; variant < (scenario.variants ?? 1); variant++) {
    seen.push(await live(engine, scenario, clockOf(), variant));
  }
  return seen;
}

async function live(
  engine: Engine,
  scenario: Scenario,
  clock: PretendClock,
  variant: number,
): Promise<Observation> {
  const { accepts, reply, timeout, onUpdate, act = waitOnce, watched = 3_600_000 } = scenario;
  const service = new Service(clock, accepts ?? { http: 202 }, (asked) => reply(asked, variant));
  let uncaught = 0;
  const count = (): void => {
    uncaught++;
  };
  process.on("unhandledRejection", count).on("uncaughtException", count);
  try {
    const begun = engine.begin(service, { clock, started: accepts !== undefined, timeout, onUpdate });
    const ends: { outcome: Outcome; at: number }[] = [];
    const timed: Waiting = {
      async wait(signal) {
        const outcome = await (await begun).wait(signal);
        ends.push({ outcome, at: clock.passed });
        return outcome;
      },
    };
    let after: { readonly timers: number; readonly looks: number } | undefined;
    void begun
      .then(() => act(timed, clock))
      // what goes on by itself goes on first, but not as far as the next timer
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(() => {
        after = { timers: clock.open, looks: service.looks.length };
      });
    await clock.pass(watched);
    await settled();
    return {
      ends,
      looks: service.looks,
      timersLeft: after?.timers ?? 0,
      looksAfter: after === undefined ? 0 : service.looks.length - after.looks,
      hangs: after === undefined,
      uncaught,
    };
  } finally {
    process.off("unhandledRejection", count).off("uncaughtException", count);
  }
}

async function waitOnce(waiting: Waiting): Promise<readonly Outcome[]> {
  return [await waiting.wait()];
}
