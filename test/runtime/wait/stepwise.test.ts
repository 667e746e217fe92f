import { expect, test } from "vitest";
import type { WaitState } from "../../../src/index.ts";
import { poll, stepwise } from "../../../src/index.ts";
import { done, given, jammed, printed, printing } from "../given.ts";
import { print } from "../printer.ts";
import { empty, json, slow } from "../service.ts";

const ref = { job: "printer/print", params: { id: "p-1" }, startedAt: "2026-01-01T11:59:00.000Z" };

test("a queue that keeps nothing but JSON between two looks asks when the loop would, and ends as it does", async () => {
  for (const script of [
    [printing, printed(30), printed(60), done],
    [printing, empty(503), empty(503), printing, jammed],
    [empty(404), printing, json({ state: "on fire" }), done],
  ]) {
    const looping = given(script);
    const { clock, ...pacing } = { ...looping.options, minInterval: 1_000, maxInterval: 30_000 };
    await looping.clock.until(
      poll(looping.client, print, ref, { ...pacing, clock })
        .result()
        .catch(() => {}),
    );

    const { client, service, clock: time } = given(script);
    const wait = stepwise(client, print, JSON.parse(JSON.stringify(ref)), { ...pacing, clock: time });
    let saved = JSON.stringify(wait.begin(time.now()));
    for (let next = "look"; next === "look"; ) {
      const state = JSON.parse(saved) as WaitState<never, never, never>;
      await time.pass(state.due - time.now());
      const taken = wait.step(state, await wait.look(), time.now(), 0.5);
      next = taken.next;
      saved = JSON.stringify(taken.state);
    }
    expect(service.log).toEqual(looping.service.log);
  }
});

test("a look that goes wrong is a look all the same", async () => {
  const { client, clock } = given([empty(503)]);
  const wait = stepwise(client, print, { id: "p-1" }, { clock });
  expect(wait.ref).toEqual({ job: "printer/print", params: { id: "p-1" } });
  const step = wait.step(wait.begin(clock.now()), await wait.look(), clock.now(), 0.5);
  expect(step).toMatchObject({ next: "look", state: { polls: 0, faults: 1, seen: { "HTTP 503": 1 } } });
});

test("a wait of no time has one look, as that of the loop, for as long as a request may take", async () => {
  const { client, clock } = given([slow(1_000, printing)]);
  const wait = stepwise(client, print, { id: "p-1" }, { clock, timeout: 0 });
  const look = await clock.until(wait.look());
  expect(wait.step(wait.begin(clock.now()), look, clock.now(), 0.5)).toMatchObject({
    next: "end",
    state: { polls: 1, seen: { printing: 1 } },
    error: { name: "PollTimeoutError" },
  });
});

test("a look ends with its signal, and says nothing then", async () => {
  const { client, clock } = given([printing]);
  const wait = stepwise(client, print, { id: "p-1" }, { clock });
  await expect(wait.look(AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});

test("what cannot be asked is refused at once", () => {
  const { client } = given([]);
  expect(() => stepwise(client, print, { id: ".." })).toThrow(TypeError);
  expect(() => stepwise(client, print, { ...ref, job: "copier/copy" })).toThrow(
    new TypeError("This ref is one of copier/copy, not of printer/print."),
  );
});
