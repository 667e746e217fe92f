import type { PretendClock } from "../../runtime/pretend-clock.ts";
import type { Outcome, Waiting } from "../engine.ts";
import type { Scenario } from "../scenario.ts";
import { done, endsAfter, inTurn, running } from "./answers.ts";

export const callingOff: readonly Scenario[] = [
  {
    name: "The caller aborts during a pause",
    right: "ends at once, leaves no timer and asks no more",
    needs: ["a signal"],
    reply: inTurn(running),
    act: async (waiting, clock) => [await waitUntilAborted(waiting, clock)],
    isRight: ([seen]) =>
      seen?.ends[0]?.outcome === "aborted" &&
      seen.ends[0].at === 500 &&
      seen.timersLeft === 0 &&
      seen.looksAfter === 0,
    ours: "aborted after 0.5 s; asked at 0 s",
  },
  {
    name: "The caller aborts, and waits again on the same handle",
    right: "goes on",
    needs: ["a signal", "a handle to wait on again"],
    reply: endsAfter(10_000),
    act: async (waiting, clock) => [await waitUntilAborted(waiting, clock), await waiting.wait()],
    isRight: ([seen]) => seen?.ends[1]?.outcome === "the job succeeded",
    ours: "aborted after 0.5 s, then the job succeeded after 14.3 s; asked at 0, 1, 2.7, 5.4, 9.2, 14.3 s",
  },
  {
    name: "Two wait on one handle, and the second aborts",
    right: "the second ends at once, the first gets the result",
    needs: ["a signal", "a handle to wait on again"],
    reply: endsAfter(10_000),
    act: (waiting, clock) => Promise.all([waiting.wait(), waitUntilAborted(waiting, clock)]),
    isRight: ([seen]) =>
      seen?.ends[0]?.outcome === "aborted" &&
      seen.ends[0].at === 500 &&
      seen.ends[1]?.outcome === "the job succeeded",
    ours: "aborted after 0.5 s, then the job succeeded after 14.3 s; asked at 0, 1, 2.7, 5.4, 9.2, 14.3 s",
  },
  {
    name: "The callback that is shown updates throws",
    right: "somebody's display broke; the wait goes on",
    needs: ["a callback for updates"],
    reply: inTurn(running, done),
    onUpdate: () => {
      throw new Error("the display broke");
    },
    isRight: ([seen]) => seen?.ends[0]?.outcome === "the job succeeded" && seen.uncaught === 0,
    ours: "the job succeeded after 1 s; asked at 0, 1 s",
  },
];

/** Waits, and is called off after half a second. */
function waitUntilAborted(waiting: Waiting, clock: PretendClock): Promise<Outcome> {
  const controller = new AbortController();
  clock.after(500, () => controller.abort());
  return waiting.wait(controller.signal);
}
