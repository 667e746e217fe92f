import fc from "fast-check";
import { expect, test } from "vitest";
import type { RateLimit, RateLimiter } from "../../../src/index.ts";
import { poll, rateLimiter, start } from "../../../src/index.ts";
import { PretendClock, settled } from "../pretend-clock.ts";
import { createPrinterClient, print, startPrint } from "../printer.ts";
import { Service } from "../service.ts";
import { counting } from "../watched.ts";

/** Somebody with a job of their own, who wants something of it and may be called off. */
interface Person {
  readonly comes: number;
  readonly how: "start" | "poll";
  readonly wants: "result" | "updates" | "file" | "receipt";
  /** When their job is done. */
  readonly done: number;
  readonly calledOff: number | undefined;
  /** Asks once more after the first time has ended, however it has. */
  readonly again: boolean;
}

interface Story {
  readonly people: readonly Person[];
  readonly limit: RateLimit;
  /** How long each answer takes, in turn, and each token. */
  readonly slowness: readonly number[];
  /** When all tokens die that were given before. */
  readonly deaths: readonly number[];
  /** When the service turns requests away, until so much later. */
  readonly busy: { readonly at: number; readonly lasts: number };
}

const ms = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

const story: fc.Arbitrary<Story> = fc.record({
  people: fc.array(
    fc.record({
      comes: ms(60_000),
      how: fc.constantFrom("start" as const, "poll" as const),
      wants: fc.constantFrom("result" as const, "updates" as const, "file" as const, "receipt" as const),
      done: ms(120_000),
      calledOff: fc.option(ms(120_000), { nil: undefined, freq: 2 }),
      again: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  limit: fc.record({ requests: fc.integer({ min: 1, max: 3 }), per: ms(10_000) }),
  slowness: fc.array(ms(5_000), { minLength: 1, maxLength: 5 }),
  deaths: fc.array(ms(120_000), { maxLength: 3 }),
  busy: fc.record({ at: ms(120_000), lasts: ms(20_000) }),
});

interface Outcome {
  /** When somebody was called off, and when that was over for them. */
  readonly ends: readonly { readonly calledOff: number | undefined; readonly over: number }[];
  readonly sent: readonly { readonly at: number; readonly path: string }[];
  readonly left: { readonly timers: number; readonly requests: number; readonly listeners: number };
  /** How many requests of one job were ever under way at one time. */
  readonly most: number;
}

async function live({ people, limit, slowness, deaths, busy }: Story): Promise<Outcome> {
  const clock = new PretendClock();
  let tokens = 0;
  let dead = 0;
  let answers = 0;
  let most = 0;
  const pause = (signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const relax = clock.after(slowness[answers++ % slowness.length] ?? 0, resolve);
      signal?.addEventListener("abort", () => {
        relax();
        reject(signal.reason);
      });
    });
  const underWay = new Map<string, number>();
  const bodies = new Map<Request, Promise<string>>();
  const service = new Service(clock, [
    async (request) => {
      const { pathname } = new URL(request.url);
      const now = (underWay.get(pathname) ?? 0) + 1;
      underWay.set(pathname, now);
      if (/p-\d$/.test(pathname)) most = Math.max(most, now);
      try {
        await pause(request.signal);
      } finally {
        underWay.set(pathname, (underWay.get(pathname) ?? 1) - 1);
      }
      if (Number(request.headers.get("authorization")?.split("-")[1]) <= dead)
        return new Response(null, { status: 401 });
      if (clock.passed >= busy.at && clock.passed < busy.at + busy.lasts)
        return new Response(null, { status: 429, headers: { "retry-after": "2" } });
      if (request.method === "POST") {
        const { document } = JSON.parse((await bodies.get(request)) ?? "{}");
        return Response.json({ id: document }, { status: 202 });
      }
      if (!pathname.startsWith("/v1/prints/") || pathname.endsWith("/receipt")) return Response.json({});
      const person = people[Number(pathname.split("-")[1])];
      return Response.json(
        clock.passed >= (person?.done ?? 0) ? { state: "done", file: "f-1" } : { state: "printing" },
      );
    },
  ]);
  const { turn, pause: holdBack } = rateLimiter(clock);
  const rateLimit: RateLimiter = {
    turn: (operation, _, signal) => turn(operation, [limit], signal),
    pause: holdBack,
  };
  const token = async (): Promise<string> => {
    await pause();
    return `t-${++tokens}`;
  };
  const fetch = (request: Request): Promise<Response> => {
    bodies.set(request, request.clone().text());
    return service.fetch(request);
  };
  const client = createPrinterClient({ fetch, rateLimit, auth: { token, renew: token } });
  for (const at of deaths) {
    clock.after(at, () => {
      dead = tokens;
    });
  }
  const ends: { calledOff: number | undefined; over: number }[] = [];
  const watched = people.map(() => counting());
  for (const [index, person] of people.entries()) {
    clock.after(person.comes, async () => {
      const { signal, abort } = watched[index] ?? counting();
      const { calledOff, how, wants, again } = person;
      // a `Request` keeps an ear on the signal that it was made with, until it is collected
      const call = new AbortController();
      const enough = (): void => {
        abort(new Error("enough"));
        call.abort(new Error("enough"));
      };
      if (calledOff !== undefined) clock.after(calledOff, enough);
      const options = { clock, random: () => 0.5, signal, timeout: 200_000 };
      try {
        const id = `p-${index}`;
        const task =
          how === "poll"
            ? poll(client, print, { id }, options)
            : await start(client, startPrint, { body: { document: id } }, options);
        const act = async (): Promise<unknown> => {
          if (wants === "result") return task.result();
          if (wants === "receipt") return task.follow("receipt", {}, { signal: call.signal });
          if (wants === "file") return task.follow("file", { paper: "A4" }, { signal: call.signal });
          for await (const _ of task);
          return undefined;
        };
        await act().catch((error: unknown) => error);
        // what has ended once has ended; what was called off stays so
        if (again) await act().catch((error: unknown) => error);
      } catch {
        // every ending will do here
      }
      ends.push({
        calledOff: calledOff === undefined ? undefined : person.comes + calledOff,
        over: clock.passed,
      });
    });
  }
  await clock.pass(3_600_000);
  await settled();
  const sent = service.sent.map(({ at, url }) => ({ at, path: new URL(url).pathname }));
  const listeners = watched.reduce((sum, each) => sum + each.listeners(), 0);
  return {
    ends,
    sent,
    most,
    left: { timers: clock.open, requests: service.underWay, listeners },
  };
}

test("people with a job each share a client, its token and its budget, and leave nothing behind", async () => {
  const property = fc.asyncProperty(story, async (each) => {
    const { ends, sent, most, left } = await live(each);
    expect(left).toEqual({ timers: 0, requests: 0, listeners: 0 });
    expect(ends).toHaveLength(each.people.length);
    expect(most).toBeLessThanOrEqual(1);
    // called off is called off, at once
    for (const { calledOff, over } of ends)
      if (calledOff !== undefined) expect(over).toBeLessThanOrEqual(calledOff);
    // and nothing is sent for those any more
    for (const [index, { comes, calledOff }] of each.people.entries()) {
      const times = sent.filter(({ path }) => path.startsWith(`/v1/prints/p-${index}`)).map(({ at }) => at);
      if (calledOff !== undefined) expect(Math.max(0, ...times)).toBeLessThanOrEqual(comes + calledOff);
    }
    // no window of an operation has more than its budget
    for (const operation of [/^\/v1\/prints$/, /^\/v1\/prints\/[^/]*$/, /receipt$/, /files/]) {
      const requests = sent.filter(({ path }) => operation.test(path));
      for (const [index, { at }] of requests.entries()) {
        const before = requests[index - each.limit.requests];
        if (before !== undefined && each.limit.per > 0)
          expect(at - before.at).toBeGreaterThanOrEqual(each.limit.per - Math.max(...each.slowness));
      }
    }
  });
  await fc.assert(property, { numRuns: 150 });
});
