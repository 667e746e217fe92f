import { describe, expect, test } from "vitest";
import type { ApiChanges, Change, Report } from "../../scripts/build/index.ts";
import { renderReport } from "../../scripts/build/render.ts";

describe("a report as text", () => {
  const report: Report = {
    apis: [{ name: "alpha", state: "built" }],
    files: [
      { path: "/home/me/generated/alpha/index.ts", state: "stale" },
      { path: "/home/me/generated/alpha/types.ts", state: "unchanged" },
    ],
    problems: [
      {
        severity: "warning",
        message: "Mind this.",
        suggest: ["a", "b"],
        code: "unknown-operation",
        rule: "jobs/links",
        file: "https://api.example/shared.yaml",
        line: 3,
        column: 7,
        frame: "3 | here\n  | ^^^^",
      },
    ],
    changes: [],
    jobless: [],
    programs: [],
    inputs: {},
    ok: false,
  };

  test("tells files and problems apart", () => {
    expect(renderReport(report, { from: "/home/me", check: true, command: "npm run generate" })).toEqual({
      output: "stale      generated/alpha/index.ts\nunchanged  generated/alpha/types.ts\n",
      errors:
        "https://api.example/shared.yaml:3:7  warning  Mind this.  (unknown-operation)\nDid you mean a, or b?\n" +
        "  3 | here\n    | ^^^^\n\n1 file is not as the specifications say. To mend: npm run generate\n",
    });
  });

  test("gives many warnings a line each, and shows the errors among them in full at the end", () => {
    const [warning] = report.problems;
    if (!warning) throw new Error("The report has a warning.");
    const error = { ...warning, severity: "error", line: 1 } as const;
    const many = { ...report, problems: [error, ...Array.from({ length: 11 }, () => warning)] };
    expect(renderReport(many, { from: "/home/me", check: false, command: "x" }).errors).toBe(
      "https://api.example/shared.yaml:3:7  warning  Mind this.  (unknown-operation)\n".repeat(11) +
        "\nhttps://api.example/shared.yaml:1:7  error  Mind this.  (unknown-operation)\nDid you mean a, or b?\n" +
        "  3 | here\n    | ^^^^\n\n1 error. Nothing was written.\n",
    );
  });

  test("says what changed for callers, and whom it is about when these are few", () => {
    const about = (callers: readonly string[], impact: "major" | "patch"): Change => {
      return { impact, callers, message: "It is.", rule: "a-rule" };
    };
    const changes = [about(["a", "b", "c", "d", "e"], "major"), about([], "major"), about(["a"], "patch")];
    const alpha: ApiChanges = { api: "alpha", impact: "major", changes, ratedBy: "openapi-jobs" };
    const beta: ApiChanges = { ...alpha, api: "beta", impact: "patch", changes: changes.slice(2) };
    const options = { from: "/home/me", check: false, command: "x" };
    expect(renderReport({ ...report, files: [], changes: [alpha, beta] }, options).output).toBe(
      "\nWhat changed for callers of alpha (major; compared by openapi-jobs):\n" +
        "  major  a, b, c and 2 more: It is.  (a-rule)\n  major  It is.  (a-rule)\n" +
        "  patch  1 that callers need not know\n",
    );
  });

  test("has nothing to say of problems when there are none", () => {
    const good = { ...report, problems: [], ok: true };
    expect(renderReport(good, { from: "/home/me", check: false, command: "x" }).errors).toBe("");
  });
});
