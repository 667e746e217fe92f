import { describe, expect, test } from "vitest";
import {
  JobCanceledError,
  JobFailedError,
  PollingError,
  PollTimeoutError,
  poll,
} from "../../../src/index.ts";
import { canceledBySomebody, done, given, jammed, printed, printing, queued } from "../given.ts";
import { print } from "../printer.ts";
import { empty, reset, text } from "../service.ts";

const params = { id: "p-1" };
const ref = { job: "printer/print", params };

describe("result", () => {
  test("gives what the specification calls the result, once the job has succeeded", async () => {
    const { client, service, clock, options } = given([queued, printing, done]);
    const task = poll(client, print, params, options);
    expect(await clock.until(task.result())).toEqual({ state: "done", file: "f-1" });
    expect(task.last).toEqual({
      state: "succeeded",
      status: "done",
      result: { state: "done", file: "f-1" },
      body: { state: "done", file: "f-1" },
      polls: 3,
      elapsed: 4_000,
    });
    expect(service.times).toEqual([0, 2_000, 4_000]);
  });

  test("throws a JobFailedError when the job failed", async () => {
    const { client, clock, options } = given([printed(30), jammed]);
    const error = await clock.until(poll(client, print, params, options).result()).catch((reason) => reason);
    expect(error).toBeInstanceOf(JobFailedError);
    expect(error).toMatchObject({
      message: "printer/print failed with code E7: Paper jam in tray 2.",
      ref,
      code: "E7",
      status: "jammed",
      last: { state: "failed", polls: 2, elapsed: 2_000 },
      seen: { printing: 1, jammed: 1 },
    });
  });

  test("throws a JobCanceledError when somebody canceled it", async () => {
    const { client, clock, options } = given([canceledBySomebody]);
    const error = await clock.until(poll(client, print, params, options).result()).catch((reason) => reason);
    expect(error).toBeInstanceOf(JobCanceledError);
    expect(error).toMatchObject({
      message: "printer/print was canceled: its status is canceled",
      ref,
      code: undefined,
      status: "canceled",
      last: { state: "canceled" },
      seen: { canceled: 1 },
    });
  });

  test("throws a PollingError when nobody could find out, and says nothing about the job", async () => {
    const { client, service, clock, options } = given([printing, empty(503), reset, empty(403)]);
    const error = await clock.until(poll(client, print, params, options).result()).catch((reason) => reason);
    expect(error).toBeInstanceOf(PollingError);
    expect(error).toMatchObject({
      message:
        "printer/print: could not find out how the job is (asked 4 times: 1 × printing, 1 × HTTP 503, 1 × TypeError, 1 × HTTP 403): getPrint: HTTP 403: answered with an empty body",
      ref,
      last: { state: "pending", status: "printing" },
      seen: { printing: 1, "HTTP 503": 1, TypeError: 1, "HTTP 403": 1 },
      cause: { name: "ApiError", status: 403 },
    });
    expect(service.times).toEqual([0, 2_000, 4_100, 6_200]);
  });

  test("throws a PollTimeoutError when the time was up", async () => {
    const { client, service, clock, options } = given([printing]);
    const task = poll(client, print, params, { ...options, timeout: 5_000 });
    const error = await clock.until(task.result()).catch((reason) => reason);
    expect(error).toBeInstanceOf(PollTimeoutError);
    expect(error).toMatchObject({
      message: "printer/print did not end within 5000 ms (asked 4 times: 4 × printing)",
      ref,
      last: { state: "pending", polls: 4, elapsed: 4_900 },
      seen: { printing: 4 },
    });
    expect(service.times).toEqual([0, 2_000, 4_000, 4_900]);
  });

  test("may be asked for by many, at any time: one loop, one outcome, the same error", async () => {
    const { client, service, clock, options } = given([printing, printing, jammed]);
    const task = poll(client, print, params, options);
    const early = [task.result(), task.result()];
    const outcomes = Promise.allSettled(early);
    await clock.pass(3_000);
    const late = Promise.allSettled([task.result()]);
    await clock.until(outcomes);
    const latest = Promise.allSettled([task.result()]);
    const all = [...(await outcomes), ...(await late), ...(await latest)];
    expect(all.map((each) => each.status === "rejected" && String(each.reason))).toEqual(
      Array(4).fill("JobFailedError: printer/print failed with code E7: Paper jam in tray 2."),
    );
    expect(service.times).toEqual([0, 2_000, 4_000]);
  });

  test("gives the same when the job has ended, without asking again", async () => {
    const { client, service, clock, options } = given([done]);
    const task = poll(client, print, params, options);
    const first = await clock.until(task.result());
    await clock.pass(86_400_000);
    expect(await task.result()).toBe(first);
    expect(service.times).toEqual([0]);
  });
});

describe("onUpdate", () => {
  test("is called for updates that differ in state, status or progress", async () => {
    const script = [queued, queued, printed(0), printed(0), printed(50), empty(503), printed(50), done];
    const { client, clock, options } = given(script);
    const seen: string[] = [];
    const task = poll(client, print, params, {
      ...options,
      onUpdate: ({ state, status, progress, polls }) => seen.push(`${polls} ${state} ${status} ${progress}`),
    });
    await clock.until(task.result());
    expect(seen).toEqual([
      "1 pending queued undefined",
      "3 pending printing 0",
      "5 pending printing 50",
      "7 succeeded done undefined",
    ]);
  });

  test.each([
    [
      "throws",
      (): never => {
        throw new Error("the display broke");
      },
    ],
    ["rejects", (): Promise<never> => Promise.reject(new Error("the display broke"))],
  ])("one that %s harms nobody, and is heard of", async (_, onUpdate) => {
    const { client, clock, options } = given([queued, done]);
    const { error } = console;
    const heard: unknown[] = [];
    console.error = (...args) => heard.push(...args);
    try {
      expect(await clock.until(poll(client, print, params, { ...options, onUpdate }).result())).toEqual({
        state: "done",
        file: "f-1",
      });
    } finally {
      console.error = error;
    }
    expect(heard.map(String)).toEqual(["Error: the display broke", "Error: the display broke"]);
  });
});

describe("what the caller hands in may break", () => {
  test("a policy that throws ends the wait with what it threw", async () => {
    const {
      client,
      service,
      clock,
      options: { clock: time },
    } = given([printing]);
    const pacing = (): never => {
      throw new Error("no pace");
    };
    const task = poll(client, print, params, { clock: time, pacing });
    await expect(clock.until(task.result())).rejects.toThrow("no pace");
    await expect(task.updates().next()).rejects.toThrow("no pace");
    expect(service.times).toEqual([0]);
  });
});

test("an answer that is no answer does not end a job: a gateway's page, an empty body, JSON cut off", async () => {
  const script = [printing, text("<h1>Log in</h1>"), empty(200), text('{"state":"jam'), done];
  const { client, service, clock, options } = given(script);
  expect(await clock.until(poll(client, print, params, options).result())).toMatchObject({ file: "f-1" });
  expect(service.times).toEqual([0, 2_000, 4_100, 6_200, 9_200]);
});
