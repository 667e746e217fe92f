import type { Scenario } from "../scenario.ts";
import { done, inTurn } from "./answers.ts";

export const statusWords: readonly Scenario[] = [
  {
    name: "The status FailoverInProgress, then the end",
    right: "does not take it for a failure because of the word in it",
    needs: ["status words"],
    reply: inTurn({ state: "FailoverInProgress" }, done),
    isRight: waitsForTheEnd,
    ours: "the job succeeded after 1 s; asked at 0, 1 s",
  },
  {
    name: "The status PartiallySucceeded, then the end",
    right: "does not take it for a success because of the word in it",
    needs: ["status words"],
    reply: inTurn({ state: "PartiallySucceeded" }, done),
    isRight: waitsForTheEnd,
    ours: "the job succeeded after 1 s; asked at 0, 1 s",
  },
  {
    name: "A status that nobody knows, for ever",
    right: "gives up in the end, and does not ask in a hot loop",
    needs: ["status words"],
    reply: inTurn({ state: "rejected" }),
    watched: 86_400_000,
    isRight: ([seen]) => seen?.hangs === false && seen.looks.length < 1_000,
    ours: "time is up after 3,599.9 s; asked 86 times: at 0, 1, 2.7, 5.4, … 3,599.9 s",
  },
  {
    name: "The job has failed already when it is first asked about",
    right: "says so at once",
    needs: ["failed jobs"],
    reply: inTurn({ state: "failed" }),
    isRight: ([seen]) => seen?.looks.length === 1 && seen.ends[0]?.outcome === "the job failed",
    ours: "the job failed after 0 s; asked at 0 s",
  },
];

function waitsForTheEnd([seen]: Parameters<Scenario["isRight"]>[0]): boolean {
  return seen?.looks.length === 2 && seen.ends[0]?.outcome === "the job succeeded";
}
