import fc from "fast-check";
import { expect, test } from "vitest";
import type { JobHandle, RateLimit, RateLimiter, Update } from "../../../src/index.ts";
import { poll, rateLimiter } from "../../../src/index.ts";
import { canceledBySomebody, done, jammed, printed, queued } from "../given.ts";
import { PretendClock, settled } from "../pretend-clock.ts";
import { createPrinterClient, print } from "../printer.ts";
import type { Reply } from "../service.ts";
import { deaf, empty, hung, json, reset, Service, slow, slowBody, text } from "../service.ts";
import { counting } from "../watched.ts";

type Seen = Update<unknown, unknown>;

/** Somebody who comes at some time, listens in some way, and may leave early or be called off. */
interface Listener {
  readonly comes: number;
  readonly how: "result" | "updates";
  /** Leaves an iteration after so many updates. */
  readonly leavesAfter: number | undefined;
  /** Takes so long over each update. */
  readonly slowness: number;
  /** Milliseconds after which a signal of its own aborts. */
  readonly calledOff: number | undefined;
}

interface Story {
  readonly script: readonly Reply[];
  readonly listeners: readonly Listener[];
  readonly options: { readonly timeout: number; readonly requestTimeout: number; readonly interval?: number };
  readonly random: number;
  /** When, and by how much, somebody sets the wall clock. */
  readonly clockSet: readonly { readonly at: number; readonly by: number }[];
  readonly abortedAt: number | undefined;
  /** A budget, and when others take something off it. */
  readonly budget: { readonly limit: RateLimit; readonly others: readonly number[] } | undefined;
}

const named = (name: string, reply: Reply): Reply =>
  Object.assign(reply.bind(null), { toString: () => name });
const ms = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

const answer: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(queued) },
  { weight: 6, arbitrary: ms(100).map((percent) => printed(percent)) },
  { weight: 1, arbitrary: fc.constantFrom(done, jammed, canceledBySomebody) },
  fc.constantFrom(json({ state: "paused" }), json({ state: 7 }), json({}), json(null), empty(200)),
  fc.constantFrom(text("<h1>Log in</h1>"), text('{"state":"do'), text("<h1>Bad Gateway</h1>", 502)),
  fc.constantFrom(empty(404), empty(403), empty(408), empty(429), empty(503), json({ code: "BUSY" }, 409)),
  ms(200).map((seconds) => json({ state: "queued" }, 200, { "retry-after": String(seconds) })),
  ms(200).map((seconds) => empty(503, { "retry-after": String(seconds) })),
);

const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 8, arbitrary: answer },
  { weight: 2, arbitrary: fc.tuple(ms(20_000), answer).map(([time, reply]) => slow(time, reply)) },
  fc.constantFrom(
    named("hung", hung),
    named("deaf", deaf),
    named("slow body", slowBody),
    named("reset", reset),
  ),
);

const listener: fc.Arbitrary<Listener> = fc.record({
  comes: fc.oneof(fc.constant(0), ms(200_000)),
  how: fc.constantFrom("result", "updates"),
  leavesAfter: fc.option(ms(5), { nil: undefined }),
  slowness: fc.oneof(fc.constant(0), ms(10_000)),
  calledOff: fc.option(ms(100_000), { nil: undefined, freq: 3 }),
});

const story: fc.Arbitrary<Story> = fc.record({
  script: fc.array(reply, { minLength: 1, maxLength: 25 }),
  listeners: fc.array(listener, { minLength: 1, maxLength: 4 }),
  options: fc.record(
    {
      timeout: ms(120_000),
      requestTimeout: ms(30_000).map((time) => time + 1),
      interval: ms(10_000).map((time) => time + 500),
    },
    { requiredKeys: ["timeout", "requestTimeout"] },
  ),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  clockSet: fc.array(fc.record({ at: ms(120_000), by: fc.integer({ min: -1e7, max: 1e7 }) }), {
    maxLength: 2,
  }),
  abortedAt: fc.option(ms(150_000), { nil: undefined, freq: 3 }),
  budget: fc.option(
    fc.record({
      limit: fc.record({ requests: fc.integer({ min: 1, max: 3 }), per: ms(60_000) }),
      others: fc.array(ms(120_000), { maxLength: 5 }),
    }),
    { nil: undefined, freq: 2 },
  ),
});

/** What one listener saw, and when it was over. */
interface Account {
  readonly came: number;
  readonly updates: readonly Seen[];
  readonly over: number;
}

/** Lives through a story. Whoever has not come to an end after a pretended day is waiting for ever. */
async function live({ script, listeners, options, random, clockSet, abortedAt, budget }: Story): Promise<{
  readonly accounts: readonly Account[];
  readonly most: number;
  readonly left: { readonly timers: number; readonly requests: number; readonly listeners: number };
}> {
  const clock = new PretendClock();
  const service = new Service(clock, script);
  const { turn, pause } = rateLimiter(clock);
  const limits = budget ? [budget.limit] : [];
  const rateLimit: RateLimiter = { turn: (operation, _, signal) => turn(operation, limits, signal), pause };
  const client = createPrinterClient({ fetch: service.fetch, rateLimit });
  const { signal, abort, listeners: heard } = counting();
  const wait = { ...options, clock, random: () => random, signal };
  const task = poll(client, print, { id: "p-1" }, wait);
  const accounts: Account[] = [];
  for (const { at, by } of clockSet) clock.after(at, () => clock.set(by));
  for (const at of budget?.others ?? []) clock.after(at, () => turn("printer/getPrint", limits, undefined));
  if (abortedAt !== undefined) clock.after(abortedAt, abort);
  for (const each of listeners) {
    clock.after(each.comes, async () => accounts.push(await listen(task, each, clock)));
  }
  await clock.pass(86_400_000);
  await settled();
  const left = { timers: clock.open, requests: service.underWay, listeners: heard() };
  return { accounts, most: service.most, left };
}

async function listen(
  task: JobHandle<unknown, unknown, unknown>,
  { comes, how, leavesAfter, slowness, calledOff }: Listener,
  clock: PretendClock,
): Promise<Account> {
  const { signal, abort, listeners } = counting();
  const updates: Seen[] = [];
  if (calledOff !== undefined) clock.after(calledOff, abort);
  let busy = 0;
  try {
    if (how === "result") await task.result({ signal });
    else {
      for await (const update of task.updates({ signal })) {
        updates.push(update);
        if (updates.length === leavesAfter) break;
        busy += slowness;
        if (slowness > 0) await new Promise<void>((resolve) => clock.after(slowness, resolve));
      }
    }
  } catch {
    // every ending will do here: this is about when, and about what was seen before
  }
  expect(listeners()).toBe(0);
  return { came: comes, updates, over: clock.passed - busy };
}

test("whatever happens, a wait ends in time, asks one thing at a time, and tells everybody the same", async () => {
  const property = fc.asyncProperty(story, async (each) => {
    const { accounts, most, left } = await live(each);
    const { timeout, requestTimeout } = each.options;
    expect(left).toEqual({ timers: 0, requests: 0, listeners: 0 });
    expect(accounts).toHaveLength(each.listeners.length);
    expect(most).toBeLessThanOrEqual(1);

    const sets = each.clockSet.length;
    for (const { came, over } of accounts) {
      // what comes after the deadline gets one look; a clock that is set back hides what was waited since the last step,
      // in a pause and then for a turn, after which a request may take its own time
      const late = came + requestTimeout * (1 + sets) + (sets > 0 ? timeout * (1 + 2 * sets) : 0);
      expect(over).toBeLessThanOrEqual(Math.max(timeout, late));
    }

    const history = new Map<number, Seen>();
    for (const { updates } of accounts) {
      for (const [index, update] of updates.entries()) {
        expect(update.polls).toBe((updates[0]?.polls ?? 0) + index);
        expect(update).toBe(history.get(update.polls) ?? update);
        history.set(update.polls, update);
      }
      expect(updates.slice(0, -1).filter(({ state }) => state !== "pending")).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: 150 });
});
