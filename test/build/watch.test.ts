import { describe, expect, test } from "vitest";
import type { Report } from "../../scripts/build/index.ts";
import { watch } from "../../scripts/build/watch.ts";
import type { Project } from "./project.ts";
import { configuration, givenProject, specification } from "./project.ts";

/** Hands out the reports of a watch one by one. */
function watching(
  project: Project,
  onReport: (report: Report) => void = () => {},
): { next(): Promise<Report>; stop(): Promise<void> } {
  const reports: Report[] = [];
  let wake = (): void => {};
  const stop = new AbortController();
  const done = watch(
    project.options,
    (report) => {
      reports.push(report);
      onReport(report);
      wake();
    },
    stop.signal,
  );
  return {
    async next() {
      while (reports.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return reports.shift() as Report; // the loop has just seen one
    },
    async stop() {
      stop.abort();
      await done;
    },
  };
}

describe("a watch", () => {
  test("builds again when any file changes that the specification consists of, and goes on after errors", async () => {
    const alpha = specification("getAlpha").replace("{ type: string }", "{ $ref: 'shared/text.yaml#/Text' }");
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": alpha,
      "shared/text.yaml": "Text: { type: string }",
    });
    const reports = watching(project);
    expect((await reports.next()).ok).toBe(true);

    project.write({ "shared/text.yaml": "Text: { type: strng }" });
    expect((await reports.next()).problems.map(({ rule }) => rule)).toEqual(["struct"]);

    project.write({ "shared/text.yaml": "Text: { type: integer }" });
    expect((await reports.next()).ok).toBe(true);
    expect(project.read("generated/alpha/types.ts")).toContain("number");

    // what is added to the specification is watched from then on
    project.write({
      "other/text.yaml": "Text: { type: boolean }",
      "alpha.yaml": alpha.replace("shared/", "other/"),
    });
    expect((await reports.next()).ok).toBe(true);
    project.write({ "other/text.yaml": "Text: { type: string }" });
    expect((await reports.next()).ok).toBe(true);
    expect(project.read("generated/alpha/types.ts")).toContain("string");

    project.write({ "redocly.yaml": configuration("alpha", "beta"), "beta.yaml": specification("getBeta") });
    expect((await reports.next()).apis.map(({ name }) => name)).toEqual(["alpha", "beta"]);
    await reports.stop();
  });

  test("builds again what was edited after it was read, and before it was watched", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getAlpha"),
    });
    let isFirst = true;
    const reports = watching(project, () => {
      if (isFirst) project.write({ "alpha.yaml": specification("getOther") });
      isFirst = false;
    });
    await reports.next();
    expect((await reports.next()).apis).toEqual([{ name: "alpha", state: "built" }]);
    expect(project.read("generated/alpha/index.ts")).toContain("getOther");
    await reports.stop();
  });

  test.each([
    ["a moment", false],
    ["as long as it takes to see it", true],
  ])("sees a folder come back that was gone for %s, as when a branch is checked out", async (_, isSeen) => {
    const project = givenProject({
      "redocly.yaml": "apis: { alpha: { root: specs/alpha/api.yaml } }",
      "specs/alpha/api.yaml": specification("getAlpha"),
    });
    const reports = watching(project);
    expect((await reports.next()).ok).toBe(true);

    project.remove("specs");
    if (isSeen) expect((await reports.next()).problems.map(({ code }) => code)).toEqual(["missing-file"]);
    project.write({ "specs/alpha/api.yaml": specification("getOther") });
    while (!project.read("generated/alpha/index.ts").includes("getOther")) await reports.next();

    project.write({ "specs/alpha/api.yaml": specification("getAgain") });
    while (!project.read("generated/alpha/index.ts").includes("getAgain")) await reports.next();
    await reports.stop();
  });

  test("ends when it is told to while it builds, and says nothing of that build", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getAlpha"),
    });
    let said = 0;
    const reports = watching(project, () => said++);
    await reports.stop();
    project.write({ "alpha.yaml": specification("getOther") });
    expect([said, project.read("generated/alpha/index.ts").includes("getAlpha")]).toEqual([0, true]);
  });
});
