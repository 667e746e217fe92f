import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { poll } from "../../src/index.ts";
import { LONGEST_TIMER, systemClock } from "../../src/runtime/clock.ts";
import { done, given, printing } from "./given.ts";
import { print } from "./printer.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000, toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("the machine's clock is read when it is needed, so that fake timers move it", () => {
  const calls: number[] = [];
  systemClock.after(500, () => calls.push(systemClock.now()));
  const off = systemClock.after(200, () => calls.push(-1));
  off();
  vi.advanceTimersByTime(499);
  expect(calls).toEqual([]);
  vi.advanceTimersByTime(1);
  expect([calls, vi.getTimerCount()]).toEqual([[1_500], 0]);
});

test("a longer delay than a timer can keep is cut to that, instead of firing at once", () => {
  let fired = false;
  const off = systemClock.after(1e12, () => {
    fired = true;
  });
  vi.advanceTimersByTime(LONGEST_TIMER - 1);
  expect(fired).toBe(false);
  off();
});

test("people who wait by the machine's clock can test with fake timers", async () => {
  const { client, service } = given([printing, done]);
  const result = poll(client, print, { id: "p-1" }, { interval: 2_000 }).result();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await result).toMatchObject({ file: "f-1" });
  expect([service.sent.length, vi.getTimerCount()]).toEqual([2, 0]);
});
