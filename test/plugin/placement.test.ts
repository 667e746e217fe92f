import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited } from "./tasks.ts";

type Fault = readonly [fault: string, edits: Readonly<Record<string, string>>, problem: string];

describe("an extension that would be passed over in silence is reported", () => {
  it.each<Fault>([
    [
      "x-rate-limit at the root",
      { "x-errors:": "x-rate-limit: { requests: 1, per: 1s }\nx-errors:" },
      "tasks.yaml:3:1 jobs/placement `x-rate-limit` is read on an operation only. Here is the place of `x-errors`.",
    ],
    [
      "x-errors on an operation",
      {
        "      operationId: downloadFile\n      responses:":
          "      operationId: downloadFile\n      x-errors: {}\n      responses:",
      },
      "tasks.yaml:92:7 jobs/placement `x-errors` is read at the root of the description only. Here is the place of `x-polling` or `x-rate-limit`.",
    ],
    [
      "x-polling on a response",
      {
        "description: How the task is getting on.\n":
          "description: How the task is getting on.\n          x-polling: {}\n",
      },
      "tasks.yaml:72:11 jobs/placement `x-polling` is read on an operation only.",
    ],
    [
      "x-url on an operation",
      {
        "      operationId: createTask\n":
          "      operationId: createTask\n      x-url: $response.header.Location\n",
      },
      "tasks.yaml:18:7 jobs/placement `x-url` is read on a link only. Here is the place of `x-polling` or `x-rate-limit`.",
    ],
    [
      "a misspelt name",
      { "x-polling:": "x-poling:" },
      "tasks.yaml:47:7 jobs/placement `x-poling` is not an extension that is read here. -> x-polling",
    ],
  ])("%s", async (_, edits, problem) => {
    expect(await problemsOf(edited(edits))).toEqual([problem]);
  });

  it("but not what only sounds like one, or holds something else: names that begin with x- belong to everybody", async () => {
    const foreign = [
      "x-ratelimit-tier: 3",
      "x-ratelimit: { tier: gold }",
      "x-rate-limits: 3",
      "x-polling-interval: { delay: 1s }",
      "x-url: https://docs.example/tasks",
      "x-errors: false",
    ];
    const lines = foreign.map((each) => `      ${each}\n`).join("");
    const operation = "      operationId: createTask\n";
    expect(
      await problemsOf(
        edited({ "x-errors:": "x-error-codes: { code: 1 }\nx-errors:", [operation]: operation + lines }),
      ),
    ).toEqual([]);
  });

  it("but another tool's extension is none of our business", async () => {
    expect(
      await problemsOf(
        edited({
          "x-errors:": "x-logo: { url: logo.png }\nx-errors:",
          "      operationId: createTask\n":
            "      operationId: createTask\n      x-internal: true\n      x-codegen: {}\n",
        }),
      ),
    ).toEqual([]);
  });
});
