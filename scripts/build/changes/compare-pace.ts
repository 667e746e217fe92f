import { printDuration } from "../../vocabulary/duration.ts";
import type { JobModel } from "../model/model.ts";
import type { Change, Impact } from "./change.ts";

type Pace = JobModel["pace"];

/** How long and how often a job is asked for where a caller says nothing of it. Who waits less may end without the job's end. */
export function comparePace(
  old: Pace,
  now: Pace,
  say: (impact: Impact, message: string, rule: string) => Change,
): readonly Change[] {
  return (["timeout", "delay", "minInterval", "maxInterval"] as const).flatMap((name) => {
    const [was, is] = [old, now].map((pace) => pace[name] ?? usualPace[name]);
    if (was === is) return [];
    const [before, after] = [was, is].map((ms) => (ms === undefined ? "left open" : printDuration(ms)));
    const isShorter = name === "timeout" && (is ?? 0) < (was ?? 0);
    const message = `Its \`${name}\` is ${after} now, not ${before}.`;
    return [
      say(isShorter ? "major" : "minor", message, name === "timeout" ? "timeout-changed" : "pace-changed"),
    ];
  });
}

/** What the runtime does where a specification says nothing. */
export const usualPace: Pace = { timeout: 3_600_000, minInterval: 1000, maxInterval: 300_000 };
