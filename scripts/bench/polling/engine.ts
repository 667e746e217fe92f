import type { Received } from "../../../src/runtime/call/answer.ts";
import type { Operation } from "../../../src/runtime/call/operation.ts";
import { operation } from "../../../src/runtime/call/operation.ts";
import { byStatus } from "../../../src/runtime/call/refusal.ts";
import { pending, succeeded } from "../../../src/runtime/job/reading.ts";
import type { PollOptions } from "../../../src/runtime/wait/options.ts";
import { settingsOf } from "../../../src/runtime/wait/options.ts";
import { progressAware } from "../../../src/runtime/wait/pacing/with-progress.ts";
import type { Wait } from "../../../src/runtime/wait/state.ts";
import { begin } from "../../../src/runtime/wait/state.ts";
import { step } from "../../../src/runtime/wait/step.ts";
import type { Progress } from "./progress.ts";
import type { Random } from "./random.ts";
import type { Run } from "./run.ts";

/** Options of `start` that bear on when it looks. */
export type EngineOptions = Pick<PollOptions, "pacing" | "minInterval">;

interface Body {
  readonly done: boolean;
  readonly progress: number | undefined;
}

const getJob: Operation<never, object, Body> = operation("getJob", "GET", "/job");
const headers = new Headers();

/**
 * Waits for one job with the real `begin` and `step`: minimum and maximum interval, jitter and all. A request takes
 * no time, and the start is not counted.
 */
export function runEngine(options: EngineOptions, duration: number, progress: Progress, random: Random): Run {
  const wait: Wait<object, Body, Body> = {
    job: {
      ask: getJob,
      pace: {},
      read: ({ body }) => (body.done ? succeeded("done", body) : pending("running")),
      progress: ({ body }) => body.progress,
    },
    ref: { job: "bench/job", params: {}, startedAt: "1970-01-01T00:00:00Z" },
    rules: byStatus,
    settings: settingsOf({ pacing: progressAware, ...options, timeout: 10 * 86_400_000 }, {}),
  };
  let state = begin(wait, 0, 0);
  for (let requests = 1; ; requests++) {
    const now = state.due;
    const body = { done: now >= duration, progress: progress(now) };
    const answer: Received = { status: 200, headers, body };
    const then = step(wait, state, { answer }, now, random());
    if (then.next === "end") return { requests, delay: now - duration };
    state = then.state;
  }
}
