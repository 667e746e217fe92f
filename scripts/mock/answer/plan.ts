import { nearest } from "../../vocabulary/nearest.ts";
import type { End } from "./story.ts";
import { ends } from "./story.ts";

/** How the next job, or the next few, go. */
export interface MockPlan {
  /** How many of the next jobs go like this. Default: 1. */
  readonly jobs?: number;
  /** Milliseconds from the start to the end. Default: 3000. */
  readonly duration?: number;
  /** How it ends. Default: `succeeded`. */
  readonly end?: End;
  /** The status that it ends with, where several mean this. Default: the first. */
  readonly status?: unknown;
  /** Never ends: stays at the last pending status. */
  readonly stall?: boolean;
}

/** How jobs go of which no plan was made. */
export type UsualPlan = Omit<MockPlan, "jobs">;

const usualKeys: readonly (keyof UsualPlan)[] = ["duration", "end", "status", "stall"];
const planKeys: readonly (keyof MockPlan)[] = ["jobs", ...usualKeys];

/** Throws a `TypeError` on a plan that nobody can mean: JavaScript has no types, and TypeScript none of what comes from elsewhere. */
export function checkPlan(plan: MockPlan): void {
  checkKeys("mock.plan()", plan, planKeys);
  checkValues("mock.plan()", plan);
}

export function checkUsualPlan(plan: UsualPlan): void {
  checkKeys("createMock()'s `jobs`", plan, usualKeys);
  checkValues("createMock()'s `jobs`", plan);
}

/** What is no key would be passed over, and the jobs go as if nothing had been said. */
export function checkKeys(who: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || given === null)
    throw new TypeError(`${who} takes an object of ${known.join(", ")}, and not ${String(given)}.`);
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const near = nearest(unknown, known, 2);
  const meant = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  throw new TypeError(`${who} has no \`${unknown}\`.${meant} There are: ${known.join(", ")}.`);
}

function checkValues(who: string, { end, duration, stall }: UsualPlan): void {
  const wrong = (key: string, what: string, value: unknown): TypeError =>
    new TypeError(`${who}: \`${key}\` is ${what}, and not ${String(value)}.`);
  if (end !== undefined && !ends.includes(end)) throw wrong("end", "succeeded, failed or canceled", end);
  if (duration !== undefined && !(typeof duration === "number" && duration >= 0))
    throw wrong("duration", "a number of milliseconds, 0 or more", duration);
  if (stall !== undefined && typeof stall !== "boolean") throw wrong("stall", "true or false", stall);
}
