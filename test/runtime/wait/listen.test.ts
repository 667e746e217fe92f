import { describe, expect, test } from "vitest";
import type { Update } from "../../../src/index.ts";
import { poll } from "../../../src/index.ts";
import { canceledBySomebody, done, given, jammed, printed, printing, queued } from "../given.ts";
import { print } from "../printer.ts";
import { empty } from "../service.ts";
import { watched } from "../watched.ts";

const params = { id: "p-1" };

/** Follows a job to its end: each update as `2 printing`, and the error if there was one. */
async function follow(updates: AsyncIterable<Update<unknown, unknown>>): Promise<string[]> {
  const seen: string[] = [];
  try {
    for await (const { polls, status } of updates) seen.push(`${polls} ${status}`);
  } catch (error) {
    seen.push(String(error));
  }
  return seen;
}

describe("an iteration yields each update as it comes, the last one too, and ends", () => {
  test.each([
    ["done", done],
    ["jammed", jammed],
    ["canceled", canceledBySomebody],
  ])("%s", async (status, end) => {
    const { client, service, clock, options } = given([queued, queued, printing, end]);
    const task = poll(client, print, params, options);
    expect(await clock.until(follow(task))).toEqual(["1 queued", "2 queued", "3 printing", `4 ${status}`]);
    expect(service.times).toEqual([0, 2_000, 4_000, 6_000]);
  });

  test("and throws when nobody could find out how the job is, or the time was up", async () => {
    const { client, clock, options } = given([queued, empty(403)]);
    const task = poll(client, print, params, options);
    expect(await clock.until(follow(task))).toEqual(["1 queued", expect.stringMatching(/^PollingError: /)]);
    const other = given([queued]);
    const late = poll(other.client, print, params, { ...other.options, timeout: 1_000 });
    expect(await other.clock.until(follow(late))).toEqual([
      "1 queued",
      "2 queued",
      expect.stringMatching(/^PollTimeoutError: /),
    ]);
  });

  test("an iteration that is over stays over", async () => {
    const { client, clock, options } = given([done]);
    const updates = poll(client, print, params, options).updates();
    await clock.until(follow(updates));
    expect(await updates.next()).toEqual({ done: true, value: undefined });
    expect(await updates.return?.()).toEqual({ done: true, value: undefined });
  });
});

describe("several listeners share one loop", () => {
  test("each sees every update, a slow one too", async () => {
    const { client, service, clock, options } = given([queued, printed(1), printed(2), done]);
    const task = poll(client, print, params, options);
    const slowly = async (): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for await (const { polls } of task) {
        seen.push([clock.passed, polls]);
        await new Promise<void>((resolve) => clock.after(5_000, resolve));
      }
      return seen;
    };
    const [one, other, result] = await clock.until(Promise.all([follow(task), slowly(), task.result()]));
    expect(one).toEqual(["1 queued", "2 printing", "3 printing", "4 done"]);
    expect(other).toEqual([
      [0, 1],
      [5_000, 2],
      [10_000, 3],
      [15_000, 4],
    ]);
    expect(result).toMatchObject({ file: "f-1" });
    expect(service.times).toEqual([0, 2_000, 4_000, 6_000]);
  });

  test("a late one begins with the newest update, not with a look of its own", async () => {
    const { client, service, clock, options } = given([queued, printing, printing, done]);
    const task = poll(client, print, params, options);
    const result = task.result();
    await clock.pass(3_000);
    const late = follow(task);
    await clock.until(result);
    expect(await late).toEqual(["2 printing", "3 printing", "4 done"]);
    expect(await follow(task)).toEqual(["4 done"]);
    expect(service.times).toEqual([0, 2_000, 4_000, 6_000]);
  });

  test("one that throws harms nobody else", async () => {
    const { client, clock, options } = given([queued, printing, done]);
    const task = poll(client, print, params, options);
    const broken = async (): Promise<void> => {
      for await (const _ of task) throw new Error("the display broke");
    };
    const outcomes = Promise.allSettled([broken(), follow(task)]);
    expect(await clock.until(outcomes)).toEqual([
      { status: "rejected", reason: new Error("the display broke") },
      { status: "fulfilled", value: ["1 queued", "2 printing", "3 done"] },
    ]);
  });
});

test("steps that are asked for ahead get one update each", async () => {
  const { client, clock, options } = given([queued, printing, done]);
  const updates = poll(client, print, params, options).updates();
  const steps = Promise.all([updates.next(), updates.next(), updates.next(), updates.next()]);
  expect((await clock.until(steps)).map(({ value }) => value?.polls)).toEqual([1, 2, 3, undefined]);
});

test("however a listener ends, it leaves nothing on its signal", async () => {
  const { client, clock, options } = given([queued, printing, done]);
  const { signal, listeners, abort } = watched();
  const task = poll(client, print, params, options);
  const ends = Promise.allSettled([task.result({ signal }), follow(task.updates({ signal })), follow(task)]);
  await clock.pass(1_000);
  expect(listeners()).toBe(2);
  abort();
  await clock.until(ends);
  expect([listeners(), clock.open]).toEqual([0, 0]);
});

describe("a signal given to one iteration", () => {
  test("ends only that, with its reason", async () => {
    const { client, service, clock, options } = given([queued, printing, done]);
    const { signal, abort } = watched();
    const task = poll(client, print, params, options);
    const one = follow(task.updates({ signal }));
    const other = follow(task);
    await clock.pass(1_000);
    abort(new Error("enough"));
    expect(await one).toEqual(["1 queued", "Error: enough"]);
    expect(await clock.until(other)).toEqual(["1 queued", "2 printing", "3 done"]);
    expect(service.times).toEqual([0, 2_000, 4_000]);
  });

  test("stops the loop when nobody else listens", async () => {
    const { client, service, clock, options } = given([queued]);
    const { signal, abort } = watched();
    const seen = follow(poll(client, print, params, options).updates({ signal }));
    await clock.pass(1_000);
    abort(new Error("enough"));
    expect(await seen).toEqual(["1 queued", "Error: enough"]);
    await clock.pass(60_000);
    expect([service.times, clock.open]).toEqual([[0], 0]);
  });

  test("that has aborted already begins nothing", async () => {
    const { client, service, options } = given([queued]);
    const signal = AbortSignal.abort(new Error("enough"));
    const task = poll(client, print, params, options);
    expect(await follow(task.updates({ signal }))).toEqual(["Error: enough"]);
    await expect(task.result({ signal })).rejects.toThrow("enough");
    expect(service.sent).toEqual([]);
  });

  test("is left alone by an iteration that is over", async () => {
    const { client, clock, options } = given([queued, done]);
    const { signal, listeners } = watched();
    await clock.until(follow(poll(client, print, params, options).updates({ signal })));
    expect(listeners()).toBe(0);
  });
});
