import type { Received } from "../../src/runtime/call/answer.ts";
import type { Look } from "../../src/runtime/wait/judge.ts";
import type { PollOptions } from "../../src/runtime/wait/options.ts";
import { settingsOf } from "../../src/runtime/wait/options.ts";
import type { Wait, WaitState } from "../../src/runtime/wait/state.ts";
import { begin } from "../../src/runtime/wait/state.ts";
import type { Step } from "../../src/runtime/wait/step.ts";
import { step } from "../../src/runtime/wait/step.ts";
import { NOON } from "./pretend-clock.ts";
import type { PrintAnswer, PrintParams, PrintResult } from "./printer.ts";
import { errors, print } from "./printer.ts";

/** Steps are tried without a client and without time: a wait is data, and so is what a look comes back with. */
export type PrintWait = Wait<PrintParams, PrintAnswer, PrintResult>;
export type PrintState = WaitState<PrintResult, PrintAnswer>;

export interface Circumstances {
  readonly options?: PollOptions<PrintResult, PrintAnswer>;
  readonly job?: Partial<typeof print>;
  /** ISO 8601; a job that was started at noon, unless `null` says that nobody knows. */
  readonly startedAt?: string | null;
}

export function waitFor({ options = {}, job = {}, startedAt }: Circumstances = {}): PrintWait {
  const started = startedAt === null ? {} : { startedAt: startedAt ?? new Date(NOON).toISOString() };
  return {
    job: { ...print, ...job },
    ref: { job: "printer/print", params: { id: "p-1" }, ...started },
    rules: errors,
    settings: settingsOf(
      { minInterval: 2_000, maxInterval: 2_000, timeout: 60_000, ...options },
      job.pace ?? print.pace,
    ),
  };
}

/** The state at noon, when the wait begins with a first look at once. */
export function beginning(wait: PrintWait): PrintState {
  return begin(wait, NOON);
}

export function answered(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): { readonly answer: Received } {
  const unparsed = typeof body === "string" ? { unparsed: true as const } : {};
  return { answer: { status, headers: new Headers(headers), body, ...unparsed } };
}

/** One look after another, each at its time, answered after no time at all. */
export function steps(
  wait: PrintWait,
  looks: readonly Look[],
  random = 0.5,
): Step<PrintResult, PrintAnswer> & { readonly pauses: readonly number[] } {
  const pauses: number[] = [];
  let last: Step<PrintResult, PrintAnswer> = { next: "look", state: beginning(wait) };
  for (const look of looks) {
    if (last.next === "end") throw new Error("The wait has ended before the last look.");
    const now: number = last.state.due;
    last = step(wait, last.state, look, now, random);
    if (last.next === "look") pauses.push(Math.round(last.state.due - now));
  }
  return { ...last, pauses };
}
