import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { RateLimit } from "../../../src/index.ts";
import { rateLimiter } from "../../../src/index.ts";
import { PretendClock, settled } from "../pretend-clock.ts";
import { counting, watched } from "../watched.ts";

const twoASecond: readonly RateLimit[] = [{ requests: 2, per: 1000 }];

/** Asks for turns, and writes down who went when, in milliseconds. */
function counter() {
  const clock = new PretendClock();
  const limiter = rateLimiter(clock);
  const went: string[] = [];
  onTestFinished(() => expect(clock.open).toBe(0));
  return {
    clock,
    limiter,
    went,
    ask(who: string, operation = "printer/print", limits = twoASecond, signal?: AbortSignal): Promise<void> {
      const turn = limiter.turn(operation, limits, signal) ?? Promise.resolve();
      return turn.then(() => {
        went.push(`${who} at ${clock.passed}`);
      });
    },
  };
}

test("as many go at once as the budget has, the others a window later, first come, first served", async () => {
  const { clock, went, ask } = counter();
  const all = Promise.all(["a", "b", "c", "d", "e"].map((who) => ask(who)));
  await clock.until(all);
  expect(went).toEqual(["a at 0", "b at 0", "c at 1010", "d at 1010", "e at 2020"]);
});

test("who comes when there is room goes at once", () => {
  const { limiter } = counter();
  expect(limiter.turn("printer/print", twoASecond, undefined)).toBeUndefined();
  expect(limiter.turn("printer/print", [], undefined)).toBeUndefined();
});

test("of several budgets, each counts", async () => {
  const { clock, went, ask } = counter();
  const limits = [
    { requests: 2, per: 1000 },
    { requests: 3, per: 60_000 },
  ];
  await clock.until(Promise.all(["a", "b", "c", "d"].map((who) => ask(who, "printer/print", limits))));
  expect(went).toEqual(["a at 0", "b at 0", "c at 1010", "d at 60600"]);
});

test("operations that share a bucket share it in the order of asking; others have one each", async () => {
  const { clock, went, ask } = counter();
  const shared = [{ requests: 1, per: 1000, bucket: "writes" }];
  await clock.until(
    Promise.all([
      ask("print", "printer/print", shared),
      ask("print again", "printer/print", shared),
      ask("scan", "printer/scan", shared),
      ask("print once more", "printer/print", shared),
      ask("list", "printer/list", twoASecond),
      ask("somebody else's print", "plotter/print", shared),
    ]),
  );
  expect(went).toEqual([
    "print at 0",
    "list at 0",
    "somebody else's print at 0",
    "print again at 1010",
    "scan at 2020",
    "print once more at 3030",
  ]);
});

describe("who aborts while waiting", () => {
  test("is let go at once, with the reason, and takes nothing off the budget", async () => {
    const { clock, went, ask } = counter();
    const { signal, abort, listeners } = watched();
    const others = Promise.all([ask("a"), ask("b")]);
    const left = expect(ask("c", "printer/print", twoASecond, signal)).rejects.toBe("enough");
    const last = Promise.all([ask("d"), ask("e")]);
    await clock.pass(500);
    abort("enough");
    await left;
    await clock.until(Promise.all([others, last]));
    expect([went, listeners()]).toEqual([["a at 0", "b at 0", "d at 1010", "e at 1010"], 0]);
  });

  test("or has aborted before, waits for nothing", async () => {
    const { ask } = counter();
    await Promise.all([ask("a"), ask("b")]);
    await expect(ask("c", "printer/print", twoASecond, AbortSignal.abort("enough"))).rejects.toBe("enough");
  });
});

describe("nobody is forgotten", () => {
  test("when somebody asks at a moment at which others should have gone already", async () => {
    const { clock, went, ask } = counter();
    const all = [ask("a"), ask("b"), ask("c")];
    await clock.pass(500);
    // the timer is late: the process was busy, or asleep
    clock.set(600);
    await clock.until(Promise.all([...all, ask("d")]));
    expect(went).toEqual(["a at 0", "b at 0", "c at 500", "d at 500"]);
  });

  test("when a gate opens between the look at it and the setting of the timer", async () => {
    const { clock, went, ask } = counter();
    await Promise.all([ask("a"), ask("b")]);
    await clock.pass(1_008);
    const { now } = clock;
    // goes on by a millisecond whenever somebody looks
    clock.now = () => {
      clock.set(1);
      return now.call(clock);
    };
    await clock.until(ask("c"));
    expect(went).toEqual(["a at 0", "b at 0", "c at 1008"]);
  });

  test("behind somebody who aborts", async () => {
    const { clock, limiter, went, ask } = counter();
    const { signal, abort } = watched();
    const shared = [{ requests: 1, per: 1000, bucket: "writes" }];
    const first = ask("print", "printer/print", shared);
    limiter.pause("printer/print", 1500);
    const left = expect(ask("print again", "printer/print", shared, signal)).rejects.toBe("enough");
    const behind = ask("scan", "printer/scan", shared);
    await clock.pass(1_200);
    abort("enough");
    await left;
    await clock.until(Promise.all([first, behind]));
    expect(went).toEqual(["print at 0", "scan at 1200"]);
  });
});

describe("a pause", () => {
  test("holds back everybody who calls that operation, and nobody else", async () => {
    const { clock, limiter, went, ask } = counter();
    await ask("a");
    limiter.pause("printer/print", 5000);
    await clock.until(Promise.all([ask("b"), ask("c"), ask("scan", "printer/scan")]));
    expect(went).toEqual(["a at 0", "scan at 0", "b at 5000", "c at 5000"]);
  });

  test("holds back nobody else who shares a budget, as long as there is a place left for each", async () => {
    const { clock, limiter, went, ask } = counter();
    const shared = [{ requests: 3, per: 10_000, bucket: "all" }];
    const all = [ask("print", "printer/print", shared)];
    limiter.pause("printer/print", 5_000);
    all.push(ask("print again", "printer/print", shared));
    for (const who of ["scan", "scan again"]) all.push(ask(who, "printer/scan", shared));
    await clock.until(Promise.all(all));
    expect(went).toEqual(["print at 0", "scan at 0", "print again at 5000", "scan again at 10100"]);
  });

  test("keeps no place that is free again when it ends", async () => {
    const { clock, limiter, went, ask } = counter();
    const shared = [{ requests: 1, per: 1000, bucket: "all" }];
    const all = [ask("print", "printer/print", shared)];
    limiter.pause("printer/print", 5_000);
    all.push(ask("print again", "printer/print", shared));
    for (const who of ["a", "b", "c", "d"]) all.push(ask(who, "printer/scan", shared));
    await clock.until(Promise.all(all));
    expect(went).toEqual([
      "print at 0",
      "a at 1010",
      "b at 2020",
      "c at 3030",
      "print again at 5000",
      "d at 6010",
    ]);
  });

  test("reaches those who wait already", async () => {
    const { clock, limiter, went, ask } = counter();
    const all = Promise.all([ask("a"), ask("b"), ask("c")]);
    limiter.pause("printer/print", 5000);
    await clock.until(all);
    expect(went).toEqual(["a at 0", "b at 0", "c at 5000"]);
  });

  test("is never longer than an hour, and never made shorter by another one", async () => {
    const { clock, limiter, went, ask } = counter();
    await ask("a");
    limiter.pause("printer/print", Number.POSITIVE_INFINITY);
    limiter.pause("printer/print", 5000);
    await clock.until(ask("b"));
    expect(went).toEqual(["a at 0", "b at 3600000"]);
  });

  test("is no longer for a clock that is set back", async () => {
    const { clock, limiter, went, ask } = counter();
    await ask("a");
    limiter.pause("printer/print", 1000);
    await clock.pass(200);
    clock.set(-1_800_000);
    await clock.until(ask("b"));
    expect(went).toEqual(["a at 0", "b at 1200"]);
  });
});

test("a clock that is set back keeps nobody waiting for longer than a window", async () => {
  const { clock, went, ask } = counter();
  const all = Promise.all(["a", "b", "c"].map((who) => ask(who)));
  await clock.pass(500);
  clock.set(-3_600_000);
  await clock.until(Promise.all([all, ask("d")]));
  expect(went).toEqual(["a at 0", "b at 0", "c at 1510", "d at 1510"]);
});

test("whoever asks when, of several budgets: no window has more than its own, and nobody overtakes for ever", async () => {
  const budget = fc.record({
    requests: fc.integer({ min: 1, max: 5 }),
    per: fc.integer({ min: 1, max: 5000 }),
    bucket: fc.constantFrom("a", "b"),
  });
  const operations = fc.array(fc.array(budget, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
  const event = fc.record({
    gap: fc.integer({ min: 0, max: 3000 }),
    operation: fc.nat(3),
    /** Aborts after so long. */
    patience: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined, freq: 4 }),
    pause: fc.option(fc.integer({ min: 0, max: 8000 }), { nil: undefined, freq: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(operations, fc.array(event, { minLength: 1, maxLength: 40 }), async (all, events) => {
      const clock = new PretendClock();
      const limiter = rateLimiter(clock);
      const went: { readonly who: number; readonly at: number; readonly operation: number }[] = [];
      const turns: Promise<unknown>[] = [];
      const aborted = new Set<number>();
      for (const [who, { gap, operation: any, patience, pause }] of events.entries()) {
        await clock.pass(gap);
        const operation = any % all.length;
        const { signal, abort } = counting();
        const turn = limiter.turn(`printer/${operation}`, all[operation] ?? [], signal) ?? Promise.resolve();
        const gone = turn.then(() => void went.push({ who, at: clock.passed, operation }));
        turns.push(gone.catch(() => aborted.add(who)));
        if (patience !== undefined) clock.after(patience, abort);
        if (pause !== undefined) limiter.pause(`printer/${operation}`, pause);
      }
      await settled();
      await clock.until(Promise.all(turns));
      await clock.pass(5000);
      expect(went.length + aborted.size).toBe(events.length);
      expect(clock.open).toBe(0);
      for (const operation of all.keys()) {
        const order = went.filter((each) => each.operation === operation).map(({ who }) => who);
        expect(order).toEqual([...order].sort((one, other) => one - other));
      }
      for (const { requests, per, bucket } of all.flat()) {
        const same = (limit: RateLimit): boolean =>
          limit.requests === requests && limit.per === per && limit.bucket === bucket;
        const counted = went.filter(({ operation }) => all[operation]?.some(same));
        for (const { at } of counted) {
          const window = counted.filter((each) => each.at >= at && each.at < at + per);
          expect(window.length).toBeLessThanOrEqual(requests);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("whoever asks when: no window has more than its budget, everybody goes, in the order of asking", async () => {
  const budget = fc.record({
    requests: fc.integer({ min: 1, max: 5 }),
    per: fc.integer({ min: 1, max: 5000 }),
  });
  const gaps = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(budget, { minLength: 1, maxLength: 3 }), gaps, async (limits, pauses) => {
      const clock = new PretendClock();
      const limiter = rateLimiter(clock);
      const went: { readonly who: number; readonly at: number }[] = [];
      const turns: Promise<unknown>[] = [];
      for (const [who, gap] of pauses.entries()) {
        await clock.pass(gap);
        const turn = limiter.turn("printer/print", limits, undefined) ?? Promise.resolve();
        turns.push(turn.then(() => went.push({ who, at: clock.passed })));
      }
      await settled();
      await clock.until(Promise.all(turns));
      expect(went.map(({ who }) => who)).toEqual(pauses.map((_, who) => who));
      for (const { requests, per } of limits) {
        for (const { at } of went) {
          expect(went.filter((each) => each.at >= at && each.at < at + per).length).toBeLessThanOrEqual(
            requests,
          );
        }
      }
      expect(clock.open).toBe(0);
    }),
    { numRuns: 60 },
  );
});
