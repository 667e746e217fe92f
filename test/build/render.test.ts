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

  describe("with many warnings", () => {
    const [warning] = report.problems;
    if (!warning) throw new Error("The report has a warning.");
    const error = { ...warning, severity: "error", line: 1 } as const;
    const line = "https://api.example/shared.yaml:3:7  warning  Mind this.  (unknown-operation)\n";
    const rest = "Did you mean a, or b?\n  3 | here\n    | ^^^^\n";
    const bad = `${line.replace(":3:7  warning", ":1:7  error")}${rest}`;
    const end = "\n1 error, at https://api.example/shared.yaml:1:7. Nothing was written.\n";
    const told = (problems: Report["problems"], all = false): string =>
      renderReport({ ...report, problems }, { from: "/home/me", check: false, command: "x", all }).errors;
    const times = (count: number): Report["problems"] => Array.from({ length: count }, () => warning);

    test("shows errors last, and says at the end how many there are and where the first is", () => {
      const [first, other] = [
        { ...error, file: "/home/me/a.yaml" },
        { ...error, file: "/home/me/b.yaml" },
      ];
      const shown = told([first, warning, other, warning]);
      expect(shown.match(/^\S+(?= {2}(error|warning))/gm)).toEqual([
        "https://api.example/shared.yaml:3:7",
        "https://api.example/shared.yaml:3:7",
        "a.yaml:1:7",
        "b.yaml:1:7",
      ]);
      expect(shown.endsWith("\n\n2 errors, the first at a.yaml:1:7. Nothing was written.\n")).toBe(true);
      expect(told([warning])).not.toContain("written");
    });

    test("of one code, shows the first three whole and counts the others; errors are never counted", () => {
      const whole = `${line}${rest}\n`;
      expect(told([error, ...times(3)])).toBe(`${whole.repeat(3)}${bad}${end}`);
      expect(told([...times(4), error, error, error, error])).toBe(
        `${whole.repeat(3)}1 more warning  (unknown-operation): --all shows it\n\n${`${bad}\n`.repeat(4)}4 errors, the first at https://api.example/shared.yaml:1:7. Nothing was written.\n`,
      );
      expect(told([error, ...times(300)])).toBe(
        `${whole.repeat(3)}297 more warnings  (unknown-operation): --all shows them\n\n${bad}${end}`,
      );
    });

    test("gives those of many codes a line each, with what was perhaps meant, and shows the errors among them whole at the end", () => {
      const codes = ["unknown-operation", "bad-operation-id", "name-taken", "no-answer"] as const;
      const many = codes.flatMap((code) => times(5).map((each) => ({ ...each, code })));
      const lines = codes.map(
        (code) =>
          `${line
            .replace("Mind this.", "Mind this. Did you mean a, or b?")
            .replace("unknown-operation", code)
            .repeat(3)}2 more warnings  (${code}): --all shows them\n`,
      );
      expect(told([error, ...many])).toBe(`${lines.join("")}\n${bad}${end}`);
    });

    test("shows each whole if it is told to", () => {
      expect(told([error, ...times(12)], true)).toBe(`${`${line}${rest}\n`.repeat(12)}${bad}${end}`);
    });
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
