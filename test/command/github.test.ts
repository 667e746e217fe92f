import { expect, test } from "vitest";
import type { Report } from "../../scripts/build/index.ts";
import { annotations } from "../../scripts/command/github.ts";

test("nothing in an annotation ends it early, and a problem without a place gets none", () => {
  const report: Report = {
    apis: [],
    files: [],
    problems: [
      {
        severity: "warning",
        message: "100 %\r\n::error::not a command",
        suggest: ["a", "b"],
        code: "unknown-operation",
        file: "/repository/a,b:c\n.yaml",
        line: 3,
        column: 7,
        frame: "",
      },
    ],
    changes: [],
    jobless: [],
    programs: [],
    inputs: {},
    ok: true,
  };
  const [problem] = report.problems;
  if (!problem) throw new Error("The report has a problem.");
  const { line: _, column: __, ...unplaced } = problem;
  expect(annotations({ ...report, problems: [{ ...unplaced, suggest: [] }] }, "/repository")).toBe(
    "::warning file=a%2Cb%3Ac%0A.yaml,title=unknown-operation::100 %25%0D%0A::error::not a command\n",
  );
  expect(annotations(report, "/repository")).toBe(
    "::warning file=a%2Cb%3Ac%0A.yaml,line=3,col=7,title=unknown-operation::" +
      "100 %25%0D%0A::error::not a command%0ADid you mean a, or b?\n",
  );
});
