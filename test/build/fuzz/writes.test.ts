import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Project } from "../project.ts";
import { configuration, givenProject, specification } from "../project.ts";

async function givenBuilt(...names: readonly string[]): Promise<Project> {
  const project = givenProject({ "redocly.yaml": configuration(...names) });
  for (const name of names) project.write({ [`${name}.yaml`]: specification("getOld") });
  await project.build();
  return project;
}

function change(project: Project, ...names: readonly string[]): void {
  for (const name of names) project.write({ [`${name}.yaml`]: specification("getNew") });
}

/** Everything below a folder that is there, links not followed. */
function filesIn(folder: string): readonly string[] {
  return fs.readdirSync(folder, { recursive: true }).map(String).sort();
}

describe("when writing fails, all files are as they were, and none is left behind", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each(["writeFileSync", "renameSync"] as const)("at any %s", async (name) => {
    const project = await givenBuilt("alpha", "beta");
    const before = [project.generated(), filesIn(project.folder)];
    change(project, "alpha", "beta");
    const real = fs[name] as (...given: unknown[]) => void;
    for (let failing = 0; ; failing++) {
      let calls = 0;
      vi.spyOn(fs, name).mockImplementation((...given: unknown[]) => {
        if (calls++ === failing) throw new Error("ENOSPC: no space left on device");
        real(...given);
      });
      const failed = await project.build({ record: path.join(project.folder, "none") }).catch(String);
      vi.restoreAllMocks();
      // six files, and the record
      if (failing === 6) break;
      expect(failed).toBe("Error: ENOSPC: no space left on device");
      expect([project.generated(), filesIn(project.folder)]).toEqual(before);
    }
  });
});

describe("nothing is written outside of the output folder", () => {
  test("by way of a link in the place of an API's folder", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getThings"),
      "elsewhere/mine.txt": "mine",
      "generated/other/mine.txt": "mine",
    });
    fs.symlinkSync(path.join(project.folder, "elsewhere"), path.join(project.folder, "generated/alpha"));
    const { report } = await project.build();
    expect(report.problems.map(({ code }) => code)).toEqual(["output-is-link"]);
    expect(filesIn(path.join(project.folder, "elsewhere"))).toEqual(["mine.txt"]);
  });

  test("by way of a link in the place of a file, which is replaced", async () => {
    const project = await givenBuilt("alpha");
    project.write({ "elsewhere.ts": "mine" });
    project.remove("generated/alpha/index.ts");
    fs.symlinkSync("../../elsewhere.ts", path.join(project.folder, "generated/alpha/index.ts"));
    await project.build();
    expect(project.read("elsewhere.ts")).toBe("mine");
    expect(project.read("generated/alpha/index.ts")).toContain("getOld");
  });

  test("by way of a link in the place of a draft", async () => {
    const project = await givenBuilt("alpha");
    project.write({ "elsewhere.ts": "mine" });
    fs.symlinkSync(
      "../../elsewhere.ts",
      path.join(project.folder, `generated/alpha/.index.ts.${process.pid}.tmp`),
    );
    change(project, "alpha");
    await project.build();
    expect(project.read("elsewhere.ts")).toBe("mine");
    expect(filesIn(path.join(project.folder, "generated"))).toEqual([
      "alpha",
      "alpha/index.ts",
      "alpha/openapi.json",
      "alpha/types.ts",
    ]);
  });

  test.each([
    "../up",
    "/tmp/up",
    "a/b",
    "a\\b",
    "..",
    ".",
    "",
    "__proto__",
    "con",
    "Api",
    "a b",
    "a.b",
    "~",
    "a\u0000",
  ])("by the name %j of an API", async (name) => {
    const project = givenProject({
      "project/redocly.yaml": JSON.stringify({ apis: { [name]: { root: "a.yaml" } } }).replace(
        '"apis":{}',
        '"apis":{"__proto__":{"root":"a.yaml"}}',
      ),
      "project/a.yaml": specification("getThings"),
    });
    const before = filesIn(project.folder);
    const at = (file: string): string => path.join(project.folder, "project", file);
    const { report } = await project.build({
      configuration: at("redocly.yaml"),
      output: at("generated"),
    });
    expect(report.ok).toBe(false);
    expect(filesIn(project.folder)).toEqual(before);
  });
});
