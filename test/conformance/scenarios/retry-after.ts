import type { Scenario } from "../scenario.ts";
import { done, inTurn, running } from "./answers.ts";

export const retryAfter: readonly Scenario[] = [
  {
    name: "The answer that accepts the job asks to come back in 30 s",
    right: "does not ask before",
    needs: ["a start of its own", "HTTP headers"],
    accepts: { http: 202, retryAfter: 30 },
    reply: inTurn(running, done),
    isRight: ([seen]) => seen?.looks[0] !== undefined && seen.looks[0] >= 30_000,
    ours: "the job succeeded after 39.1 s; asked at 30, 39.1 s",
  },
  {
    name: "One answer asks to come back in 20 s, those after it do not",
    right: "comes back in 20 s once, and then at its own pace",
    needs: ["HTTP headers"],
    reply: inTurn({ state: "running", retryAfter: 20 }, running, running, done),
    isRight: ([seen]) => {
      const [first = 0, second = 0, third = 0] = seen?.looks ?? [];
      return second - first >= 20_000 && third - second < 20_000;
    },
    ours: "the job succeeded after 37.5 s; asked at 0, 21, 28.6, 37.5 s",
  },
  {
    name: "An answer asks to come back in 3,000,000 s",
    right: "overflows no timer: not asked again within a minute",
    needs: ["HTTP headers"],
    reply: inTurn({ state: "running", retryAfter: 3_000_000 }),
    watched: 60_000,
    isRight: ([seen]) => seen?.looks.length === 1,
    ours: "still waiting at the end; asked at 0 s",
  },
];
