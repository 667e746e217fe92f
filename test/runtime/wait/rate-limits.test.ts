import { describe, expect, test } from "vitest";
import type { RateLimiter } from "../../../src/index.ts";
import { poll, rateLimiter, start, stepwise } from "../../../src/index.ts";
import type { Given } from "../given.ts";
import { accepted, done, given, printing } from "../given.ts";
import { createPrinterClient, getPrint, print, startPrint } from "../printer.ts";
import { counting } from "../watched.ts";

/** A printer that takes one request in ten seconds. */
function slowPrinter(): Given {
  const all = given([done]);
  const { turn, pause } = rateLimiter(all.clock);
  const rateLimit: RateLimiter = {
    turn: (operation, _, signal) => turn(operation, [{ requests: 1, per: 10_000 }], signal),
    pause,
  };
  return { ...all, client: createPrinterClient({ fetch: all.service.fetch, rateLimit }) };
}
const tooMany = (): Response => new Response(null, { status: 429, headers: { "retry-after": "60" } });

describe("a refusal because of too many calls", () => {
  test("holds back all handles of the operation until the service wants them again", async () => {
    const { client, service, clock, options } = given([tooMany, printing, printing, printing, done]);
    const one = poll(client, print, { id: "p-1" }, options).result();
    await clock.pass(1_000);
    const others = ["p-2", "p-3"].map((id) => poll(client, print, { id }, options).result());
    await clock.until(Promise.all([one, ...others]));
    expect(service.log.slice(0, 3)).toEqual([
      "0 GET /v1/prints/p-1",
      "60000 GET /v1/prints/p-2",
      "60000 GET /v1/prints/p-3",
    ]);
  });

  test("holds back no other operation, and nobody when the client has no limiter", async () => {
    const { client, service, clock, options } = given([tooMany, accepted, done]);
    const one = poll(client, print, { id: "p-1" }, options);
    await clock.until(Promise.race([one.result(), clock.pass(1_000)]));
    await clock.until(start(client, startPrint, { body: { document: "plan" } }, options));
    expect(service.log).toEqual(["0 GET /v1/prints/p-1", "1000 POST /v1/prints"]);
    await clock.until(one.result());

    const free = given([tooMany, done], { rateLimit: false });
    const first = poll(free.client, print, { id: "p-1" }, free.options).result();
    await free.clock.pass(1_000);
    await free.clock.until(
      Promise.all([first, poll(free.client, print, { id: "p-2" }, free.options).result()]),
    );
    expect(free.service.log).toEqual([
      "0 GET /v1/prints/p-1",
      "1000 GET /v1/prints/p-2",
      "63000 GET /v1/prints/p-1",
    ]);
  });

  test("holds back only the handle that got it when the job brings no limiter", async () => {
    const { limiter: _, ...unlimited } = print;
    const { client, service, clock, options } = given([tooMany, done]);
    const first = poll(client, unlimited, { id: "p-1" }, options).result();
    await clock.pass(1_000);
    await clock.until(Promise.all([first, poll(client, unlimited, { id: "p-2" }, options).result()]));
    expect(service.log).toEqual([
      "0 GET /v1/prints/p-1",
      "1000 GET /v1/prints/p-2",
      "63000 GET /v1/prints/p-1",
    ]);
  });
});

describe("a wait for a turn", () => {
  test("is no part of the request: that may take its own time", async () => {
    const { client, service, clock, options } = slowPrinter();
    const waits = ["p-1", "p-2", "p-3"].map((id) =>
      poll(client, print, { id }, { ...options, requestTimeout: 1_000 }).result(),
    );
    await clock.until(Promise.all(waits));
    expect(service.log).toEqual([
      "0 GET /v1/prints/p-1",
      "10100 GET /v1/prints/p-2",
      "20200 GET /v1/prints/p-3",
    ]);
  });

  test("ends with the deadline, and sends nothing then", async () => {
    const { client, service, clock, options } = slowPrinter();
    const one = poll(client, print, { id: "p-1" }, options).result();
    const other = poll(client, print, { id: "p-2" }, { ...options, timeout: 5_000 }).result();
    await clock.until(one);
    await expect(clock.until(other)).rejects.toMatchObject({
      name: "PollTimeoutError",
      message:
        "printer/print did not end within 5000 ms (asked 0 times: nothing seen): no turn within 5000 ms",
      cause: { name: "TimeoutError", message: "no turn within 5000 ms" },
    });
    expect([service.log, clock.passed]).toEqual([["0 GET /v1/prints/p-1"], 5_000]);
  });

  test("ends when nobody listens any more, and gives the turn to the next", async () => {
    const { client, service, clock, options } = slowPrinter();
    const { signal, abort } = counting();
    const ends = [
      poll(client, print, { id: "p-1" }, options).result(),
      poll(client, print, { id: "p-2" }, options).result({ signal }),
      poll(client, print, { id: "p-3" }, options).result(),
    ];
    const all = Promise.allSettled(ends);
    await clock.pass(1_000);
    abort("enough");
    expect((await clock.until(all)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(service.log).toEqual(["0 GET /v1/prints/p-1", "10100 GET /v1/prints/p-3"]);
  });
});

test("a limiter of the caller's own is asked before each request: calls, starts, looks and what follows", async () => {
  const turns: unknown[] = [];
  const pauses: unknown[] = [];
  const limiter: RateLimiter = {
    turn(operation, limits, signal) {
      turns.push([operation, limits, signal instanceof AbortSignal]);
      return undefined;
    },
    pause: (...args) => pauses.push(args),
  };
  const { client, clock, options } = given([tooMany, accepted, done, printing, done], { rateLimit: limiter });
  const task = await clock.until(start(client, startPrint, { body: { document: "plan" } }, options));
  await clock.until(task.result());
  await getPrint(client, { id: "p-1" });
  await stepwise(client, print, { id: "p-1" }, options).look();
  expect(turns).toEqual([
    ["printer/startPrint", [], true],
    ["printer/startPrint", [], true],
    ["printer/getPrint", [], true],
    ["printer/getPrint", [], false],
    ["printer/getPrint", [], true],
  ]);
  expect(pauses).toEqual([["printer/startPrint", 60_000]]);
});

test("single calls know no limiter until the client is waited with", async () => {
  const { client, service, clock, options } = given([tooMany, done, tooMany, done]);
  await expect(getPrint(client, { id: "p-1" })).rejects.toThrow("HTTP 429");
  await getPrint(client, { id: "p-1" });
  const wait = poll(client, print, { id: "p-1" }, options).result();
  await clock.pass(0);
  const call = getPrint(client, { id: "p-2" });
  await clock.until(Promise.all([wait, call]));
  expect(service.times.slice(0, 4)).toEqual([0, 0, 0, 60_000]);
});

test("a request that is sent again because its token died takes another turn", async () => {
  const dead = (): Response => new Response(null, { status: 401 });
  const turns: string[] = [];
  const rateLimit: RateLimiter = {
    turn(operation) {
      turns.push(operation);
      return undefined;
    },
    pause() {},
  };
  let tokens = 0;
  const auth = (): string => `secret-${++tokens}`;
  const { client, service } = given([dead, done], { rateLimit, auth });
  await getPrint(client, { id: "p-1" });
  expect([service.sent.length, turns]).toEqual([2, ["printer/getPrint", "printer/getPrint"]]);
});

test("a start that gets no turn has not been carried out, and its error does not say that it may have been", async () => {
  const { client, service, clock, options } = given([accepted], { rateLimit: never });
  const late = start(client, startPrint, { body: { document: "plan" } }, { ...options, timeout: 5_000 });
  await expect(clock.until(late)).rejects.toMatchObject({ message: "no turn within 5000 ms" });
  expect(service.sent).toEqual([]);
});

const never: RateLimiter = { turn: () => new Promise(() => {}), pause() {} };
