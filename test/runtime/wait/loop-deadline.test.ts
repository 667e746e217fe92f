import { describe, expect, test } from "vitest";
import { poll, start } from "../../../src/index.ts";
import type { Given } from "../given.ts";
import { done, given, printing } from "../given.ts";
import { print, startPrint } from "../printer.ts";
import type { Reply } from "../service.ts";
import { deaf, empty, hung, slow, slowBody } from "../service.ts";

const params = { id: "p-1" };

/** How a wait with these options ends, when, and when it looked. */
async function outcome(
  { client, service, clock, options }: Given,
  more: Parameters<typeof poll>[3],
): Promise<{ at: number; looks: readonly number[]; message: string }> {
  const result = poll(client, print, params, { ...options, ...more }).result();
  const message = await clock.until(result.then(JSON.stringify, String));
  return { at: clock.passed, looks: service.times, message };
}

describe("a request that gets no answer", () => {
  test.each<[string, Reply]>([
    ["hangs", hung],
    ["hangs and does not even notice that it is given up", deaf],
    ["sends its headers and never its body", slowBody],
    ["is answered too late", slow(5_000, done)],
  ])("and %s is given up after the request timeout; the wait goes on", async (_, reply) => {
    expect(await outcome(given([reply, done]), { requestTimeout: 4_000 })).toEqual({
      at: 6_100,
      looks: [0, 6_100],
      message: '{"state":"done","file":"f-1"}',
    });
  });

  test.each<[string, Reply]>([
    ["hangs", hung],
    ["hangs and does not even notice", deaf],
    ["sends its headers and never its body", slowBody],
  ])("and %s never takes the wait past its deadline", async (_, reply) => {
    expect(await outcome(given([printing, reply]), { timeout: 10_000 })).toEqual({
      at: 10_000,
      looks: [0, 2_000],
      message:
        "PollTimeoutError: printer/print did not end within 10000 ms (asked 2 times: 1 × printing, 1 × TimeoutError): no answer within 8000 ms, the rest of the timeout",
    });
  });

  test("not even in the last look", async () => {
    expect(await outcome(given([printing, printing, hung]), { timeout: 4_000 })).toMatchObject({
      at: 4_000,
      looks: [0, 2_000, 3_900],
    });
  });
});

describe("the deadline covers everything", () => {
  test("pauses that the service asks for: it is not asked before, and the time is up when it is up", async () => {
    const asks = () => Response.json({ state: "printing" }, { headers: { "retry-after": "3600" } });
    expect(await outcome(given([asks]), { timeout: 10_000 })).toEqual({
      at: 10_000,
      looks: [0],
      message:
        "PollTimeoutError: printer/print did not end within 10000 ms (asked 1 time: 1 × printing): the service asked to wait 3600 s",
    });
  });

  test.each([429, 503])("those after a %i too", async (status) => {
    const asks = () => new Response(null, { status, headers: { "retry-after": "120" } });
    expect(await outcome(given([asks]), { timeout: 3_000 })).toEqual({
      at: 3_000,
      looks: [0],
      message: `PollTimeoutError: printer/print did not end within 3000 ms (asked 1 time: 1 × HTTP ${status}): the service asked to wait 120 s: getPrint: HTTP ${status}: answered with an empty body`,
    });
  });

  test("and that which it asks for when it accepts a start", async () => {
    const later = () => Response.json({ id: "p-1" }, { status: 202, headers: { "retry-after": "120" } });
    const { client, service, clock, options } = given([later, done]);
    const task = await clock.until(
      start(client, startPrint, { body: { document: "plan" } }, { ...options, timeout: 3_000 }),
    );
    await expect(clock.until(task.result())).rejects.toThrow(
      "printer/print did not end within 3000 ms (asked 0 times: nothing seen): the service asked to wait 120 s",
    );
    expect([clock.passed, service.times]).toEqual([3_000, [0]]);
  });

  test("also for those who come back to listen meanwhile", async () => {
    const asks = () => Response.json({ state: "printing" }, { headers: { "retry-after": "120" } });
    const { client, service, clock, options } = given([asks]);
    const task = poll(client, print, params, { ...options, timeout: 10_000 });
    for await (const _ of task) break;
    await clock.pass(4_000);
    await expect(clock.until(task.result())).rejects.toThrow("the service asked to wait 120 s");
    expect([clock.passed, service.times, clock.open]).toEqual([10_000, [0], 0]);
  });

  test("pauses after failed looks", async () => {
    expect(await outcome(given([empty(503)]), { timeout: 10_000 })).toMatchObject({
      at: 9_900,
      looks: [0, 2_100, 4_200, 7_200, 9_900],
    });
  });

  test("slow answers, each in time: the last look leaves time for its own", async () => {
    expect(await outcome(given([slow(1_000, printing)]), { timeout: 10_000 })).toEqual({
      at: 9_500,
      looks: [0, 3_000, 6_000, 8_500],
      message: "PollTimeoutError: printer/print did not end within 10000 ms (asked 4 times: 4 × printing)",
    });
  });
});

test("a timeout of 0 looks once, and lets that look have its time", async () => {
  expect(await outcome(given([slow(1_000, done)]), { timeout: 0 })).toMatchObject({ at: 1_000, looks: [0] });
  expect(await outcome(given([slow(1_000, printing)]), { timeout: 0 })).toMatchObject({
    at: 1_000,
    looks: [0],
  });
});

describe("a handle that nobody listened to until its time was up", () => {
  test("still gets one look, which may bring the end of the job", async () => {
    const each = given([printing, slow(1_000, done)]);
    const { client, service, clock, options } = each;
    const task = poll(client, print, params, { ...options, timeout: 10_000 });
    for await (const _ of task) break;
    await clock.pass(60_000);
    expect(await clock.until(task.result())).toMatchObject({ file: "f-1" });
    expect(service.times).toEqual([0, 60_000]);
  });

  test("or the end of the wait", async () => {
    const { client, service, clock, options } = given([printing]);
    const task = poll(client, print, params, { ...options, timeout: 10_000 });
    for await (const _ of task) break;
    await clock.pass(60_000);
    await expect(clock.until(task.result())).rejects.toThrow("did not end within 10000 ms");
    expect(service.times).toEqual([0, 60_000]);
  });
});

describe("the wall clock is set", () => {
  test("back by an hour during a pause: the pause is not stretched, the deadline stays near", async () => {
    const each = given([printing]);
    const { client, service, clock, options } = each;
    const result = poll(client, print, params, { ...options, timeout: 10_000 }).result();
    const ended = expect(result).rejects.toThrow("did not end within 10000 ms");
    await clock.pass(1_000);
    clock.set(-3_600_000);
    await clock.pass(11_000);
    await ended;
    expect(service.times).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000, 11_900]);
  });

  test("back by an hour before a request that hangs: it is still given up in time", async () => {
    const { client, service, clock, options } = given([printing, hung]);
    const result = poll(client, print, params, { ...options, timeout: 10_000 }).result();
    const ended = expect(result).rejects.toThrow("did not end within 10000 ms");
    await clock.pass(1_000);
    clock.set(-3_600_000);
    await clock.pass(11_000);
    expect(service.underWay).toBe(0);
    await clock.pass(10_000);
    await ended;
    expect(service.times).toEqual([0, 2_000, 14_100]);
  });

  test("forward by an hour during a pause: one more look, then the time is up", async () => {
    const { client, service, clock, options } = given([printing]);
    const task = poll(client, print, params, { ...options, timeout: 10_000 });
    const ended = expect(task.result()).rejects.toThrow("did not end within 10000 ms");
    await clock.pass(1_000);
    clock.set(3_600_000);
    await clock.pass(2_000);
    await ended;
    expect(service.times).toEqual([0, 2_000]);
  });
});
