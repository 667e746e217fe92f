import type { Scenario } from "../scenario.ts";
import { endsAfter, inTurn, running } from "./answers.ts";

const FIVE_MINUTES = 300_000;

export const deadline: readonly Scenario[] = [
  {
    name: "A job that never ends, with five minutes to wait",
    right: "uses them: looks for the last time in the last second, and ends on time",
    needs: ["a deadline"],
    timeout: FIVE_MINUTES,
    reply: inTurn(running),
    isRight: ([seen]) =>
      (seen?.looks.at(-1) ?? 0) >= FIVE_MINUTES - 1_000 &&
      seen?.ends[0]?.outcome === "time is up" &&
      seen.ends[0].at <= FIVE_MINUTES,
    ours: "time is up after 299.9 s; asked 24 times: at 0, 1, 2.7, 5.4, … 299.9 s",
  },
  {
    name: "Thirty jobs that end within the five minutes, one every ten seconds",
    right: "reports each of them as done",
    needs: ["a deadline"],
    timeout: FIVE_MINUTES,
    variants: 30,
    reply: (asked, variant) => endsAfter((variant + 0.5) * 10_000)(asked),
    isRight: (seen) => seen.every(({ ends }) => ends[0]?.outcome === "the job succeeded"),
    ours: "30 jobs: the job succeeded 30 times",
  },
  {
    name: "A request that is never answered, with five seconds to wait",
    right: "ends after five seconds",
    needs: ["a deadline"],
    timeout: 5_000,
    reply: inTurn("never answers"),
    isRight: ([seen]) => seen?.ends[0]?.outcome === "time is up" && seen.ends[0].at <= 5_000,
    ours: "time is up after 5 s; asked at 0 s",
  },
  {
    name: "A job of five minutes, with nothing set",
    right: "is noticed within half a minute, in at most thirty requests",
    reply: endsAfter(FIVE_MINUTES),
    isRight: ([seen]) =>
      (seen?.ends[0]?.at ?? Number.POSITIVE_INFINITY) <= FIVE_MINUTES + 30_000 &&
      (seen?.looks.length ?? 0) <= 30,
    ours: "the job succeeded after 327.3 s; asked 24 times: at 0, 1, 2.7, 5.4, … 327.3 s",
  },
];
