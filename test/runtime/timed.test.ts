import { describe, expect, test } from "vitest";
import { race } from "../../src/runtime/race.ts";
import { sleep, timed } from "../../src/runtime/timed.ts";
import { PretendClock } from "./pretend-clock.ts";
import { watched } from "./watched.ts";

const enough = new Error("enough");
const never = new Promise<never>(() => {});

/** Lives until its signal aborts. */
const obedient = (signal: AbortSignal, out: (isOut: boolean) => void): Promise<never> => {
  out(true);
  return race(() => never, signal);
};

describe("timed", () => {
  test("gives what the request gives, and leaves no timer", async () => {
    const clock = new PretendClock();
    expect(await timed(clock, { request: 500 }, undefined, async () => "answer")).toBe("answer");
    await expect(timed(clock, { request: 500 }, undefined, () => Promise.reject(enough))).rejects.toBe(
      enough,
    );
    expect(clock.open).toBe(0);
  });

  test("aborts the request's own signal when the time is up", async () => {
    const clock = new PretendClock();
    const { signal } = watched();
    await expect(clock.until(timed(clock, { request: 500 }, signal, obedient))).rejects.toMatchObject({
      name: "TimeoutError",
      message: "no answer within 500 ms",
    });
    expect([clock.passed, clock.open, signal.aborted]).toEqual([500, 0, false]);
  });

  test("says so when there was less time than a request may take", async () => {
    const clock = new PretendClock();
    const late = timed(clock, { request: 500, all: 200 }, undefined, obedient);
    await expect(clock.until(late)).rejects.toMatchObject({
      message: "no answer within 200 ms, the rest of the timeout",
    });
    const longer = timed(clock, { request: 500, all: 900 }, undefined, obedient);
    await expect(clock.until(longer)).rejects.toMatchObject({ message: "no answer within 500 ms" });
  });

  test("aborts it with the caller's reason when the caller's signal aborts", async () => {
    const clock = new PretendClock();
    const { signal, abort } = watched();
    const ended = expect(timed(clock, { request: 500 }, signal, obedient)).rejects.toBe(enough);
    await clock.pass(100);
    abort(enough);
    await ended;
    expect(clock.open).toBe(0);
  });

  test("notices a signal that aborts while the request is being made", async () => {
    const clock = new PretendClock();
    const { signal, abort } = watched();
    const send = (): Promise<never> => {
      abort(enough);
      return never;
    };
    await expect(timed(clock, { request: 500 }, signal, send)).rejects.toBe(enough);
    expect(clock.open).toBe(0);
  });

  test("does not begin under a signal that has aborted", async () => {
    const clock = new PretendClock();
    let begun = 0;
    await expect(timed(clock, { request: 500 }, AbortSignal.abort(enough), async () => begun++)).rejects.toBe(
      enough,
    );
    expect([begun, clock.open]).toEqual([0, 0]);
  });
});

test("an answer that is there is not cut short any more: the body of a file may still be on its way", async () => {
  const { signal, abort } = watched();
  let own: AbortSignal | undefined;
  const send = async (each: AbortSignal): Promise<string> => {
    own = each;
    return "answer";
  };
  expect(await timed(new PretendClock(), { request: 500 }, signal, send)).toBe("answer");
  abort(enough);
  expect(own?.aborted).toBe(false);
});

describe("sleep", () => {
  test("resolves when the time has passed", async () => {
    const clock = new PretendClock();
    const { signal } = watched();
    await clock.until(sleep(clock, 500, signal));
    expect([clock.passed, clock.open]).toEqual([500, 0]);
  });

  test("rejects as soon as the signal aborts, also when it has aborted already", async () => {
    const clock = new PretendClock();
    const { signal, abort } = watched();
    const ended = expect(sleep(clock, 500, signal)).rejects.toBe(enough);
    await clock.pass(100);
    abort(enough);
    await ended;
    await expect(sleep(clock, 500, signal)).rejects.toBe(enough);
    expect([clock.passed, clock.open]).toEqual([100, 0]);
  });
});

describe("race", () => {
  test("gives what the promise gives, and leaves no listener", async () => {
    const { signal } = watched();
    expect(await race(async () => 7, signal)).toBe(7);
    await expect(race(() => Promise.reject(enough), signal)).rejects.toBe(enough);
    expect(await race(async () => 7, undefined)).toBe(7);
  });

  test("rejects with the signal's reason; what the promise does later is heard by nobody", async () => {
    const { signal, abort } = watched();
    let reject = (_: Error): void => {};
    const late = new Promise<never>((_, no) => {
      reject = no;
    });
    const ended = expect(race(() => late, signal)).rejects.toBe(enough);
    abort(enough);
    await ended;
    await expect(race(() => never, signal)).rejects.toBe(enough);
    reject(new Error("too late"));
  });
});
