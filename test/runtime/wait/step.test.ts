import { describe, expect, test } from "vitest";
import { PollingError } from "../../../src/index.ts";
import { settingsOf } from "../../../src/runtime/wait/options.ts";
import { step } from "../../../src/runtime/wait/step.ts";
import { answered, beginning, steps, waitFor } from "../looks.ts";
import { NOON } from "../pretend-clock.ts";
import { print } from "../printer.ts";

const printing = answered({ state: "printing" });
const down = answered(undefined, 503);

describe("a look that shows how the job is", () => {
  test("pending: the whole state, and another look after the pause", () => {
    const body = { state: "printing", percent: "40%" };
    expect(steps(waitFor(), [answered(body)])).toEqual({
      next: "look",
      pauses: [2_000],
      state: {
        ...beginning(waitFor()),
        due: NOON + 2_000,
        polls: 1,
        seen: { printing: 1 },
        readings: [
          { at: 0, progress: 0 },
          { at: 0, progress: 40 },
        ],
        update: { state: "pending", status: "printing", progress: 40, body, polls: 1, elapsed: 0 },
      },
    });
  });

  test("succeeded: the end, with the result", () => {
    const body = { state: "done", file: "f-1" };
    expect(steps(waitFor(), [printing, answered(body)])).toMatchObject({
      next: "end",
      state: {
        update: { state: "succeeded", status: "done", result: body, body, polls: 2, elapsed: 2_000 },
        seen: { printing: 1, done: 1 },
      },
    });
  });

  test.each([
    [
      { state: "jammed", percent: 60, error: { code: "E7", message: "Jam." } },
      "failed",
      { code: "E7", message: "Jam." },
    ],
    [{ state: "canceled", percent: 60 }, "canceled", {}],
  ])("%j: the end, and no error of the wait", (body, state, error) => {
    const ended = steps(waitFor(), [answered(body)]);
    expect(ended.state.update).toEqual({
      state,
      status: body.state,
      error,
      progress: 60,
      body,
      polls: 1,
      elapsed: 0,
    });
    expect(ended).not.toHaveProperty("error");
  });

  test("an unlisted status is marked on the update", () => {
    const { state, next } = steps(waitFor(), [answered({ state: "paused" })]);
    expect(next).toBe("look");
    expect(state.update).toMatchObject({ state: "pending", status: "paused", unlisted: true });
    expect(state.seen).toEqual({ paused: 1 });
  });

  test("the age of the job counts from its start, when that is known", () => {
    const wait = waitFor({ startedAt: "2026-01-01T11:59:00.000Z" });
    expect(steps(wait, [printing]).state.update?.elapsed).toBe(60_000);
  });

  test("a progress that cannot be read is none", () => {
    const progress = (): never => {
      throw new TypeError("Cannot read properties of null");
    };
    const update = steps(waitFor({ job: { progress } }), [printing]).state.update;
    expect(update).toEqual({
      state: "pending",
      status: "printing",
      body: { state: "printing" },
      polls: 1,
      elapsed: 0,
    });
  });

  test("the last three readings of a progress that moves are kept", () => {
    const looks = [10, 10, 5, 20, 30, 40].map((percent) => answered({ state: "printing", percent }));
    expect(steps(waitFor(), looks).state.readings).toEqual([
      { at: 6_000, progress: 20 },
      { at: 8_000, progress: 30 },
      { at: 10_000, progress: 40 },
    ]);
  });

  test("the twenty-first text and all after it are counted together", () => {
    const looks = Array.from({ length: 30 }, (_, page) => answered({ state: `page ${page}` }));
    const { seen } = steps(waitFor(), [...looks, answered({ state: "page 3" })]).state;
    expect([Object.keys(seen).length, seen["page 3"], seen["page 19"], seen["page 20"], seen.others]).toEqual(
      [21, 2, 1, undefined, 10],
    );
  });

  test("names such as __proto__ are counted like any other", () => {
    const looks = ["__proto__", "constructor", "__proto__"].map((state) => answered({ state }));
    expect(Object.entries(steps(waitFor(), looks).state.seen)).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
    ]);
  });
});

describe("the pause before the next look", () => {
  test("is what the service asks for, for this once", () => {
    const asks = answered({ state: "printing" }, 200, { "retry-after": "20" });
    expect(steps(waitFor(), [printing, asks, printing, printing], 0).pauses).toEqual([
      2_000, 20_000, 2_000, 2_000,
    ]);
  });

  test("headers of the API's own count on refusals only", () => {
    const headers = { "x-free-in-ms": "9000" };
    const looks = [answered({ state: "printing" }, 200, headers), answered({ code: "BUSY" }, 400, headers)];
    expect(steps(waitFor(), looks, 0).pauses).toEqual([2_000, 9_000]);
  });

  test("follows the progress, by default", () => {
    const wait = waitFor();
    const byProgress = { ...wait, settings: settingsOf({}, print.pace) };
    const looks = [0, 1, 2].map((percent) => answered({ state: "printing", percent }));
    expect(steps(byProgress, looks).pauses).toEqual([1_000, 1_663, 2_713]);
  });
});

describe("a look that does not", () => {
  test("changes nothing about the job: only what was seen, and the credit", () => {
    const before = steps(waitFor(), [printing]).state;
    const { state, next } = steps(waitFor(), [printing, down]);
    expect(next).toBe("look");
    expect(state).toEqual({
      ...before,
      now: NOON + 2_000,
      waited: 2_000,
      due: NOON + 4_100,
      faults: 1,
      credit: 9,
      seen: { printing: 1, "HTTP 503": 1 },
    });
  });

  test.each([
    [answered(undefined, 503), "HTTP 503"],
    [answered({ code: "BUSY" }, 409), "HTTP 409 BUSY"],
    [answered({}), "HTTP 200"],
    [{ error: new TypeError("fetch failed") }, "TypeError"],
    [{ error: new DOMException("no answer within 30000 ms", "TimeoutError") }, "TimeoutError"],
    [{ error: "odd" }, "no answer"],
  ])("is counted by a name: %#, %s", (look, name) => {
    expect(steps(waitFor(), [look]).state.seen).toEqual({ [name]: 1 });
  });

  test("is followed by longer and longer pauses, which one good look forgets", () => {
    const wait = waitFor({ options: { interval: 0, timeout: 600_000 } });
    expect(steps(wait, [down, down, down, printing, down], 1).pauses).toEqual([
      1_000, 2_000, 4_000, 0, 1_000,
    ]);
  });

  test("eleven of them in a row end the wait, about three minutes after the service went down", () => {
    const wait = waitFor({ options: { timeout: 600_000 } });
    const ten = Array.from({ length: 10 }, () => down);
    expect(steps(wait, ten, 1)).toMatchObject({ next: "look", state: { credit: 0, waited: 152_400 } });
    const end = steps(wait, [...ten, down], 1);
    expect(end).toMatchObject({ next: "end", error: { seen: { "HTTP 503": 11 }, last: undefined } });
    expect(end).toHaveProperty("error.name", "PollingError");
  });

  test("each good look gives one back, up to ten", () => {
    const wait = waitFor({ options: { interval: 0, timeout: 6_000_000 } });
    const looks = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? down : printing));
    expect(steps(wait, looks).state.credit).toBe(10);
    const mostly = Array.from({ length: 27 }, (_, index) => (index % 3 === 2 ? printing : down));
    expect(steps(wait, mostly).state.credit).toBe(1);
  });

  test("ends the wait at once when asking again cannot help", () => {
    for (const look of [answered(undefined, 403), answered(undefined, 401), answered({ code: "E7" })]) {
      const ended = steps(waitFor(), [printing, look]);
      expect(ended).toMatchObject({ next: "end", error: { last: { status: "printing" } } });
      expect("error" in ended && ended.error).toBeInstanceOf(PollingError);
    }
  });
});

describe("a job that the service does not know", () => {
  const unknown = answered(undefined, 404);

  test("is asked for again while it is young and was never seen", () => {
    const wait = waitFor({ options: { timeout: 600_000 } });
    const { pauses } = steps(wait, [unknown, unknown, unknown], 0);
    expect(pauses).toEqual([2_000, 2_000, 2_000]);
  });

  test.each([
    ["a minute after its start", { startedAt: "2026-01-01T11:59:00.000Z" }, [unknown]],
    ["when nobody knows its start", { startedAt: null }, [unknown]],
    ["once it was seen", {}, [printing, unknown]],
  ])("is gone %s", (_, circumstances, looks) => {
    expect(steps(waitFor(circumstances), looks)).toMatchObject({
      next: "end",
      error: { name: "PollingError", cause: { status: 404 } },
    });
  });
});

describe("a policy of the caller's own that throws", () => {
  test("is the caller's to mend: the step throws it", () => {
    const pacing = (): never => {
      throw new Error("no pace");
    };
    const wait = waitFor();
    const settings = { ...wait.settings, pacing };
    expect(() => step({ ...wait, settings }, beginning(wait), printing, NOON, 0)).toThrow("no pace");
  });
});
