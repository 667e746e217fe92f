import { describe, expect, test } from "vitest";
import type { JobHandle } from "../../../src/index.ts";
import { poll } from "../../../src/index.ts";
import { coreOf } from "../../../src/runtime/call/client.ts";
import { Loop } from "../../../src/runtime/wait/loop.ts";
import { done, given, jammed, printing, queued } from "../given.ts";
import { beginning, waitFor } from "../looks.ts";
import { PretendClock, settled } from "../pretend-clock.ts";
import { createPrinterClient, print } from "../printer.ts";
import { slow } from "../service.ts";

const params = { id: "p-1" };

describe("leaving early", () => {
  async function first(task: JobHandle<unknown, unknown, unknown>): Promise<unknown> {
    for await (const { status } of task) return status;
    return undefined;
  }

  /** The status of each update. */
  async function steps(task: JobHandle<unknown, unknown, unknown>): Promise<unknown[]> {
    const seen: unknown[] = [];
    for await (const { status } of task) seen.push(status);
    return seen;
  }

  test("ends only that iteration while somebody else listens", async () => {
    const { client, service, clock, options } = given([queued, printing, done]);
    const task = poll(client, print, params, options);
    const result = task.result();
    expect(await clock.until(first(task))).toBe("queued");
    await clock.until(result);
    expect(service.times).toEqual([0, 2_000, 4_000]);
  });

  test("stops the loop when nobody listens any more; joining again goes on where it was", async () => {
    const { client, service, clock, options } = given([queued, printing, done]);
    const task = poll(client, print, params, options);
    expect(await clock.until(first(task))).toBe("queued");
    expect(clock.open).toBe(0);
    await clock.pass(500);
    const rest = steps(task);
    await settled();
    expect(service.times).toEqual([0]);
    expect(await clock.until(rest)).toEqual(["queued", "printing", "done"]);
    expect(service.times).toEqual([0, 2_000, 4_000]);
  });

  test("and joining again much later looks at once", async () => {
    const { client, service, clock, options } = given([queued, done]);
    const task = poll(client, print, params, options);
    await clock.until(first(task));
    await clock.pass(100_000);
    await clock.until(task.result());
    expect(service.times).toEqual([0, 100_000]);
  });

  test("aborts the request under way, and its answer counts for nothing", async () => {
    const { client, service, clock, options } = given([slow(1_000, jammed), printing, done]);
    const task = poll(client, print, params, options);
    const updates = task.updates();
    const next = updates.next();
    await clock.pass(400);
    expect(service.underWay).toBe(1);
    await updates.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    await settled();
    expect([service.underWay, clock.open, task.last]).toEqual([0, 0, undefined]);
    await clock.until(task.result());
    expect(service.times).toEqual([0, 400, 2_400]);
  });

  test("and joining in the same breath does not lose anything", async () => {
    const { client, service, clock, options } = given([queued, done]);
    const task = poll(client, print, params, options);
    const updates = task.updates();
    await clock.until(updates.next());
    void updates.return?.();
    const result = task.result();
    await clock.until(result);
    expect(service.times).toEqual([0, 2_000]);
  });

  test("ends every step that is waited for", async () => {
    const { client, clock, options } = given([queued]);
    const updates = poll(client, print, params, options).updates();
    await clock.until(updates.next());
    const waiting = [updates.next(), updates.next()];
    await settled();
    await updates.return?.();
    expect(await Promise.all(waiting)).toEqual(Array(2).fill({ done: true, value: undefined }));
  });

  test("an iteration that was never begun costs nothing", async () => {
    const { client, service, clock, options } = given([done]);
    const updates = poll(client, print, params, options).updates();
    await clock.pass(10_000);
    await updates.return?.();
    expect(service.sent).toEqual([]);
  });
});

test("who has left is remembered by nobody", () => {
  const wait = waitFor();
  const clock = new PretendClock();
  const state = { ...beginning(wait), due: clock.now() + 1_000 };
  const loop = new Loop(
    coreOf(createPrinterClient()),
    { ...wait, settings: { ...wait.settings, clock } },
    state,
    {},
  );
  const calls: string[] = [];
  const [one, other] = [() => void calls.push("one"), () => void calls.push("other")];
  loop.join(one);
  loop.join(other);
  loop.leave(one);
  loop.announce();
  expect([calls, clock.open]).toEqual([["other"], 1]);
  loop.leave(other);
  loop.announce();
  expect([calls, clock.open]).toEqual([["other"], 0]);
});
