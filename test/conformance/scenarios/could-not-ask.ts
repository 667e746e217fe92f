import type { Scenario } from "../scenario.ts";
import { done, endsAfter, inTurn, running } from "./answers.ts";

export const couldNotAsk: readonly Scenario[] = [
  {
    name: "One look fails with 503, after whatever the transport has tried",
    right: "a request that failed is not a job that failed: asks again",
    reply: inTurn(running, { http: 503 }, done),
    isRight: succeeded,
    ours: "the job succeeded after 2.1 s; asked at 0, 1, 2.1 s",
  },
  {
    name: "One look ends in a reset connection",
    right: "asks again",
    reply: inTurn(running, "resets the connection", done),
    isRight: succeeded,
    ours: "the job succeeded after 2.1 s; asked at 0, 1, 2.1 s",
  },
  {
    name: "The service is down for a minute",
    right: "stays away for a while, and then gets the result",
    reply: (asked) => (asked.at > 5_000 && asked.at < 65_000 ? { http: 503 } : endsAfter(90_000)(asked)),
    isRight: succeeded,
    ours: "the job succeeded after 103.8 s; asked 13 times: at 0, 1, 2.7, 5.4, … 103.8 s",
  },
  {
    name: "A look fails for good with 403, and the caller waits again on the same handle",
    right: "does not hang, and does not call it a failed job",
    needs: ["a handle to wait on again"],
    reply: inTurn({ http: 403 }, done),
    act: async (waiting) => [await waiting.wait(), await waiting.wait()],
    isRight: ([seen]) =>
      seen?.hangs === false && seen.ends.every(({ outcome }) => outcome !== "the job failed"),
    ours: "could not find out after 0 s, then could not find out after 0 s; asked at 0 s",
  },
  {
    name: "Every look is refused with 403",
    right: "says so at once, and not at the deadline",
    timeout: 300_000,
    reply: inTurn({ http: 403 }),
    isRight: ([seen]) => seen?.looks.length === 1 && seen.ends[0]?.outcome === "could not find out",
    ours: "could not find out after 0 s; asked at 0 s",
  },
  {
    name: "The start is refused, and nobody waits yet",
    right: "tells whoever waits, and leaves no rejection that nobody can catch",
    needs: ["a start of its own"],
    accepts: { http: 400 },
    reply: inTurn(running),
    act: async (waiting, clock) => {
      await new Promise<void>((resolve) => clock.after(1_000, resolve));
      return [await waiting.wait()];
    },
    isRight: ([seen]) => seen?.uncaught === 0 && seen.ends[0]?.outcome.startsWith("refused") === true,
    ours: "refused: HTTP 400 after 1 s; never asked",
  },
];

function succeeded([seen]: Parameters<Scenario["isRight"]>[0]): boolean {
  return seen?.ends[0]?.outcome === "the job succeeded";
}
