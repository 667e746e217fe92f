import { describe, expect, test } from "vitest";
import { poll, start } from "../../../src/index.ts";
import type { Download, Job, Operation } from "../../../src/runtime/index.ts";
import { download, operation, succeeded } from "../../../src/runtime/index.ts";
import { accepted, done, given, printing } from "../given.ts";
import { settled } from "../pretend-clock.ts";
import type { PrinterClient, PrintParams } from "../printer.ts";
import { print, startPrint } from "../printer.ts";
import type { Reply } from "../service.ts";
import { deaf, empty, hung, slowBody } from "../service.ts";
import { watched } from "../watched.ts";

const params = { id: "p-1" };

describe("a signal given to poll ends the wait for everybody, at once", () => {
  test.each<[string, Reply]>([
    ["during a pause", printing],
    ["during the pause after a failed look", empty(503)],
    ["while a request is under way", hung],
    ["while a request is under way that does not even notice", deaf],
    ["while an answer is read", slowBody],
  ])("%s", async (_, reply) => {
    const { client, service, clock, options } = given([reply]);
    const { signal, abort, listeners } = watched();
    const task = poll(client, print, params, { ...options, signal });
    const updates = task.updates();
    const ended = Promise.allSettled([
      task.result(),
      task.result(),
      updates.next().then(() => updates.next()),
    ]);
    await clock.pass(500);
    const reason = new Error("enough");
    abort(reason);
    const outcomes = await ended;
    const rejected = { status: "rejected", reason };
    expect(outcomes).toEqual([rejected, rejected, rejected]);
    await settled();
    expect([clock.open, service.underWay, listeners()]).toEqual([0, 0, 0]);
    await clock.pass(60_000);
    expect(service.times).toEqual([0]);
  });

  test("before anybody listens", async () => {
    const { client, service, options } = given([done]);
    const { signal, abort } = watched();
    const task = poll(client, print, params, { ...options, signal });
    abort(new Error("enough"));
    await expect(task.result()).rejects.toThrow("enough");
    await expect(task.updates().next()).rejects.toThrow("enough");
    expect(service.sent).toEqual([]);
  });

  test("while nobody listens", async () => {
    const { client, service, clock, options } = given([printing]);
    const { signal, abort, listeners } = watched();
    const task = poll(client, print, params, { ...options, signal });
    for await (const _ of task) break;
    await settled();
    expect(listeners()).toBe(0);
    abort(new Error("enough"));
    await expect(clock.until(task.result())).rejects.toThrow("enough");
    expect(task.last).toMatchObject({ status: "printing" });
    expect(service.times).toEqual([0]);
  });

  test("from within onUpdate", async () => {
    const { client, service, clock, options } = given([printing]);
    const { signal, abort } = watched();
    const onUpdate = (): void => abort(new Error("enough"));
    const task = poll(client, print, params, { ...options, signal, onUpdate });
    await expect(clock.until(task.result())).rejects.toThrow("enough");
    expect(service.times).toEqual([0]);
  });

  test("with the signal's own reason, where nobody gave one", async () => {
    const { client, clock, options } = given([printing]);
    const { signal, abort } = watched();
    const ended = expect(poll(client, print, params, { ...options, signal }).result()).rejects.toMatchObject({
      name: "AbortError",
    });
    await clock.pass(500);
    abort();
    await ended;
  });

  test("also for those who are busy with an update: the loop does not wait for them", async () => {
    for (const reply of [printing, hung]) {
      const { client, service, clock, options } = given([printing, reply]);
      const { signal, abort, listeners } = watched();
      const updates = poll(client, print, params, { ...options, signal }).updates();
      await clock.until(updates.next());
      await clock.pass(2_500);
      abort(new Error("enough"));
      await settled();
      expect([clock.open, service.underWay, listeners()]).toEqual([0, 0, 0]);
      // what was seen before the end is still theirs
      if (reply === printing) expect((await updates.next()).value?.polls).toBe(2);
      await expect(updates.next()).rejects.toThrow("enough");
    }
  });

  test("but no sooner: an end that came first stays", async () => {
    const { client, clock, options } = given([done]);
    const { signal, abort } = watched();
    const task = poll(client, print, params, { ...options, signal });
    await clock.until(task.result());
    abort(new Error("enough"));
    expect(await task.result()).toMatchObject({ file: "f-1" });
  });
});

describe("a signal given to result ends only that wait", () => {
  test("while others wait on", async () => {
    const { client, service, clock, options } = given([printing, done]);
    const { signal, abort } = watched();
    const task = poll(client, print, params, options);
    const [mine, other] = [task.result({ signal }), task.result()];
    const ended = expect(mine).rejects.toThrow("enough");
    await clock.pass(500);
    abort(new Error("enough"));
    await ended;
    expect(await clock.until(other)).toMatchObject({ file: "f-1" });
    expect(service.times).toEqual([0, 2_000]);
  });

  test("and stops the loop when nobody else does, request and all; the same handle waits again", async () => {
    const { client, service, clock, options } = given([hung, done]);
    const { signal, abort } = watched();
    const task = poll(client, print, params, options);
    const ended = expect(task.result({ signal })).rejects.toThrow("enough");
    await clock.pass(500);
    abort(new Error("enough"));
    await ended;
    expect([clock.open, service.underWay]).toEqual([0, 0]);
    expect(await clock.until(task.result())).toMatchObject({ file: "f-1" });
    expect(service.times).toEqual([0, 500]);
  });
});

test("one signal may serve many waits, and keeps no listener of any", async () => {
  const { client, clock, options } = given([printing, printing, printing, done]);
  const { signal, listeners } = watched();
  const tasks = Array.from({ length: 3 }, () => poll(client, print, params, { ...options, signal }));
  const results = Promise.all(tasks.map((task) => task.result({ signal })));
  expect(listeners()).toBe(6);
  await clock.until(results);
  expect(listeners()).toBe(0);
});

test("an abort between the end of a pause and the request sends nothing any more", async () => {
  const { client, service, options } = given([printing]);
  const { signal, abort } = watched();
  let fire: (() => void) | undefined;
  // a clock of the caller's own, which calls back and goes on in one breath
  const clock = {
    now: (): number => 0,
    after(ms: number, callback: () => void): () => void {
      if (ms < 30_000) fire = callback;
      return () => {};
    },
  };
  const updates = poll(client, print, params, { ...options, clock, signal }).updates();
  await updates.next();
  await settled();
  expect(fire).toBeDefined();
  fire?.();
  abort(new Error("enough"));
  await settled();
  expect(service.sent).toHaveLength(1);
  await expect(updates.next()).rejects.toThrow("enough");
});

describe("a signal that aborts from inside the wait", () => {
  test("while the token for a look is given: nothing is sent any more, whoever is still busy", async () => {
    const { signal, abort, listeners } = watched();
    let looks = 0;
    const auth = (): string => {
      if (++looks === 2) abort("enough");
      return "secret-1";
    };
    const { client, service, clock, options } = given([printing], { auth });
    const updates = poll(client, print, params, { ...options, signal }).updates();
    await clock.until(updates.next());
    await clock.pass(60_000);
    expect([service.times, clock.open, listeners()]).toEqual([[0], 0, 0]);
    await expect(updates.next()).rejects.toBe("enough");
  });

  test("while it is nobody's turn: nothing is sent, even if the limiter did not notice", async () => {
    let go = (): void => {};
    const turn = (): Promise<void> =>
      new Promise((resolve) => {
        go = resolve;
      });
    let sent = 0;
    const fetch = (): Promise<Response> => Promise.resolve(Response.json({ state: "done", sent: ++sent }));
    const { client, clock, options } = given([], { fetch, rateLimit: { turn, pause() {} } });
    const { signal, abort } = watched();
    const result = poll(client, print, params, options).result({ signal });
    abort("enough");
    await expect(result).rejects.toBe("enough");
    go();
    await settled();
    expect([sent, clock.open]).toEqual([0, 0]);
  });
});

test("an end that was seen counts, although the last listener has left while it was shown", async () => {
  const { client, service, clock, options } = given([printing, done]);
  const leave = (): unknown => updates.return?.();
  const task = poll(client, print, params, {
    ...options,
    onUpdate: ({ state }) => void (state === "succeeded" && leave()),
  });
  const updates = task.updates();
  await clock.until(updates.next());
  await clock.until(updates.next());
  expect(await task.result()).toMatchObject({ file: "f-1" });
  expect(service.times).toEqual([0, 2_000]);
});

describe("a clock that breaks ends the wait with what it throws", () => {
  const boom = new Error("boom");
  const broken = (): never => {
    throw boom;
  };

  test("when it is read", async () => {
    const { client, clock, options } = given([printing]);
    const frail = { now: () => clock.now(), after: clock.after.bind(clock) };
    const task = poll(client, print, params, { ...options, clock: frail });
    const result = task.result();
    await settled();
    frail.now = broken;
    await expect(clock.until(result)).rejects.toBe(boom);
  });

  test("when a timer is set: before a look, or for one", async () => {
    const { client, clock, options } = given([accepted, printing]);
    const frail = { now: () => clock.now(), after: clock.after.bind(clock) };
    const frailly = { ...options, clock: frail };
    const task = await start(client, startPrint, { body: { document: "plan" } }, frailly);
    const other = poll(client, print, params, frailly);
    frail.after = broken;
    await expect(task.result()).rejects.toBe(boom);
    await expect(task.result()).rejects.toBe(boom);
    await expect(other.updates().next()).rejects.toMatchObject({ message: "boom" });
  });
});

test("a file that a look was answered with is not cut short when the wait ends", async () => {
  const aborted: boolean[] = [];
  const file: Reply = ({ signal }) => {
    const pull = (controller: ReadableStreamDefaultController): void => {
      aborted.push(signal.aborted);
      controller.enqueue(new TextEncoder().encode("%PDF"));
      controller.close();
    };
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
  };
  const { client, clock, options } = given([file]);
  const ask: Operation<PrinterClient, PrintParams, Download> = operation(
    "getPrint",
    "GET",
    "/prints/{id}",
    "id=path",
    { read: download },
  );
  const printed: Job<PrinterClient, PrintParams, Download, Download> = {
    name: "printer/printed",
    ask,
    read: ({ body }) => succeeded(200, body),
    links: {},
    pace: {},
  };
  const { body } = await clock.until(poll(client, printed, params, options).result());
  expect(await new Response(body).text()).toBe("%PDF");
  expect(aborted).toEqual([false]);
});
