import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited } from "./tasks.ts";

type Fault = readonly [fault: string, edits: Readonly<Record<string, string>>, problem: string];

const limit = "x-rate-limit: { requests: 100, per: 60s, bucket: tasks }";
const second = "- { requests: 5, per: 1s }";

describe("x-rate-limit points at the fault and says what to write", () => {
  it.each<Fault>([
    [
      "an unknown key",
      { [second]: "- { requests: 5, per: 1s, buckt: a }" },
      "tasks.yaml:46:35 jobs/x-rate-limit `x-rate-limit` has no key `buckt`. -> bucket",
    ],
    [
      "no period",
      { [second]: "- { requests: 5 }" },
      "tasks.yaml:46:11 jobs/x-rate-limit `x-rate-limit` lacks `per`, which it cannot do without.",
    ],
    [
      "half a request",
      { [second]: "- { requests: 0.5, per: 1s }" },
      "tasks.yaml:46:23 jobs/x-rate-limit `requests` is a whole number above zero; here stands the number 0.5.",
    ],
    [
      "no request",
      { [second]: "- { requests: 0, per: 1s }" },
      "tasks.yaml:46:23 jobs/x-rate-limit `requests` is a whole number above zero; here stands the number 0.",
    ],
    [
      "a period without a unit",
      { [second]: "- { requests: 5, per: 1 }" },
      "tasks.yaml:46:31 jobs/x-rate-limit `per` is a number and a unit, ms, s, m, h or d; here stands the number 1. -> 1s",
    ],
    [
      "a period of nothing",
      { [second]: "- { requests: 5, per: 0s }" },
      "tasks.yaml:46:31 jobs/x-rate-limit `per` cannot be zero.",
    ],
    [
      "a bucket that is a number",
      { [second]: "- { requests: 5, per: 1s, bucket: 7 }" },
      "tasks.yaml:46:43 jobs/x-rate-limit `bucket` is the name of what operations share, a text; here stands the number 7.",
    ],
    [
      "a text for a limit",
      { [limit]: "x-rate-limit: 100/60s" },
      "tasks.yaml:18:21 jobs/x-rate-limit `x-rate-limit` is an object with the keys `requests`, `per` and `bucket`; here stands the text `100/60s`.",
    ],
    [
      "an empty list",
      { [limit]: "x-rate-limit: []" },
      "tasks.yaml:18:21 jobs/x-rate-limit This list of limits is empty; write at least one, or leave it out.",
    ],
    [
      "two operations that differ about their bucket",
      { [limit]: "x-rate-limit: { requests: 50, per: 60s, bucket: tasks }" },
      "tasks.yaml:45:46 jobs/x-rate-limit The bucket `tasks` has 50 per 60s in `createTask` and 100 per 60s here; operations that share it have to agree.",
    ],
  ])("%s", async (_, edits, problem) => {
    expect(await problemsOf(edited(edits))).toEqual([problem]);
  });

  it("takes 60s and 1m for the same", async () => {
    expect(
      await problemsOf(edited({ [limit]: "x-rate-limit: { requests: 100, per: 1m, bucket: tasks }" })),
    ).toEqual([]);
  });
});
