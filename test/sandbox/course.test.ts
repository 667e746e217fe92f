import { describe, expect, it } from "vitest";
import { lookAt, type Plan, setOut } from "../../src/sandbox/course.ts";
import { createPlans } from "../../src/sandbox/plans.ts";
import { createUndertakings } from "../../src/sandbox/settle.ts";

const usual = { duration: 1000, steps: ["queued", "running"] };
const looks = (plan: Plan<string, string>, ...times: number[]): unknown[] => {
  const course = setOut(plan, usual, 5000);
  return times.map((time) => lookAt(course, 5000 + time));
};

describe("a course", () => {
  it("shows each step for an equal share of its duration, then its end", () => {
    expect(looks({}, 0, 499, 500, 999, 1000, 9000)).toEqual([
      { state: "under way", step: "queued", progress: 0, changedAt: 5000 },
      { state: "under way", step: "queued", progress: 49, changedAt: 5499 },
      { state: "under way", step: "running", progress: 50, changedAt: 5500 },
      { state: "under way", step: "running", progress: 99, changedAt: 5999 },
      { state: "succeeded", step: "running", progress: 100, changedAt: 6000, endedAt: 6000 },
      { state: "succeeded", step: "running", progress: 100, changedAt: 6000, endedAt: 6000 },
    ]);
  });

  it("takes its steps, duration and failure from a plan", () => {
    const plan = { steps: ["a", "b", "c"], duration: 300, failure: "why", reach: 9 };
    expect(looks(plan, 0, 100, 200, 300)).toEqual([
      { state: "under way", step: "a", progress: 0, changedAt: 5000 },
      { state: "under way", step: "b", progress: 3, changedAt: 5100 },
      { state: "under way", step: "c", progress: 6, changedAt: 5200 },
      { state: "failed", step: "c", progress: 9, changedAt: 5300, endedAt: 5300 },
    ]);
  });

  it("can stall, which is to stay at the last step for ever", () => {
    expect(looks({ stall: true }, 1000, 1e9)).toEqual([
      { state: "under way", step: "running", progress: 42, changedAt: 6000 },
      { state: "under way", step: "running", progress: 42, changedAt: 6000 },
    ]);
  });

  it("can end at once", () => {
    expect(looks({ duration: 0 }, 0)).toEqual([
      { state: "succeeded", step: "running", progress: 100, changedAt: 5000, endedAt: 5000 },
    ]);
  });
});

it("uses plans up in the order in which they were made, each for as many jobs as it says", () => {
  const plans = createPlans<Plan<string, string>>();
  plans.add({ duration: 1, jobs: 2 });
  plans.add({ duration: 2 });
  expect([plans.take(), plans.take(), plans.take(), plans.take()].map((plan) => plan?.duration)).toEqual([
    1,
    1,
    2,
    undefined,
  ]);
});

it("lets what has ended take effect once, in the order in which it ended", () => {
  const effects: unknown[] = [];
  const open = createUndertakings();
  const add = (name: string, plan: Plan<string, string>): void =>
    open.add({
      course: setOut(plan, usual, 0),
      finish: (succeeded, at) => effects.push([name, succeeded, at]),
    });
  add("late", { duration: 3000 });
  add("slow", { duration: 2000 });
  add("fails", { duration: 1000, failure: "why" });
  open.settle(2500);
  open.settle(2500);
  expect(effects).toEqual([
    ["fails", false, 1000],
    ["slow", true, 2000],
  ]);
});
