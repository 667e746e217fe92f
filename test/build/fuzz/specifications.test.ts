import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../scripts/build/index.ts";
import type { Project } from "../project.ts";
import { givenProject } from "../project.ts";
import { broken, brokenReal, specification } from "./documents.ts";
import { hostile, hostileValue } from "./hostile.ts";
import { expectClient, expectProgram, expectTypes } from "./sound.ts";

/** `FUZZ_RUNS=20000 npx vitest run test/build/fuzz` takes a longer look. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const timeout = 60_000 + numRuns * 1000;

describe("whatever a specification says, it gives a client that runs nothing of it, or problems with codes", () => {
  test("in the words of an enemy", { timeout }, async () => {
    const project = givenApi();
    let generated = 0;
    await fc.assert(
      fc.asyncProperty(specification, async (document) => {
        const { ok } = await expectSound(project, { "alpha.json": JSON.stringify(document) });
        if (ok) generated++;
      }),
      { numRuns },
    );
    // a build that refuses everything would pass, too
    expect(generated).toBeGreaterThan(numRuns / 3);
  });

  test("with anything else in the place of anything", { timeout }, async () => {
    const project = givenApi();
    await fc.assert(
      fc.asyncProperty(broken, async (document) => {
        await expectSound(project, { "alpha.json": JSON.stringify(document) });
      }),
      { numRuns },
    );
  });

  test("with anything else in the place of anything of a specification as people write them", {
    timeout,
  }, async () => {
    const project = givenApi();
    await fc.assert(
      fc.asyncProperty(brokenReal, async (document) => {
        await expectSound(project, { "alpha.json": JSON.stringify(document) });
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  test("through an overlay of an enemy", { timeout }, async () => {
    const project = givenApi("ours.json");
    const target = fc.oneof(
      hostile,
      fc.constantFrom(
        "$",
        "$.*",
        "$..*",
        "$.info",
        "$.paths.*",
        "$.paths.*.*",
        "$.components.schemas.*",
        "$.servers",
      ),
    );
    const action = fc.record(
      { target, update: hostileValue, remove: fc.boolean() },
      { requiredKeys: ["target"] },
    );
    const overlay = fc.record({
      overlay: fc.constantFrom("1.0.0", "1.1.0"),
      info: fc.constant({ title: "Ours", version: "1" }),
      actions: fc.array(action, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(specification, overlay, async (document, actions) => {
        await expectSound(project, {
          "alpha.json": JSON.stringify(document),
          "ours.json": JSON.stringify(actions),
        });
      }),
      { numRuns },
    );
  });
});

test("a client that runs something is noticed", () => {
  const client = (value: string): string =>
    `import { operation } from "openapi-jobs/runtime";\nexport const a = operation(${value});\n`;
  expectClient(client(`{ id: "a", link: (request) => ({ id: request?.id }) }`));
  expect(() => expectClient(client("__pwned()"))).toThrow();
  expect(() => expectClient(client("{ link: () => __pwned() }"))).toThrow();
  expect(() =>
    expectClient(client("{ link: (request) => { request.constructor.prototype.x = 1; } }")),
  ).not.toThrow();
  expect(() => expectClient(client("{ ...[].constructor.prototype.x = 1 }"))).toThrow();
  expect(() => expectClient(`${client("{}")}operation.x = 1;`)).toThrow();
  expect(() => expectClient(`import "node:fs";\n${client("{}")}`)).toThrow();
  expect(() => expectTypes("export type A = 1;\nexport const a = 1;")).toThrow();
});

function givenApi(...overlays: readonly string[]): Project {
  const apis = { alpha: { root: "alpha.json", overlays } };
  return givenProject({ "redocly.yaml": JSON.stringify({ apis }) });
}

/** What a key of this name does to Redocly's linter. */
const redoclys = /^node\.hasOwnProperty is not a function$/;

/** Builds, and looks at all that came of it. */
async function expectSound(project: Project, files: Readonly<Record<string, string>>): Promise<Report> {
  fs.rmSync(path.join(project.folder, "generated"), { recursive: true, force: true });
  project.write(files);
  const before = fs.readdirSync(project.folder).filter((name) => name !== "cache");
  const { report } = await project.build({ programs: project.folder });
  const errors = report.problems.filter(({ severity }) => severity === "error");
  expect(report.ok).toBe(errors.length === 0);
  const after = fs.readdirSync(project.folder).filter((name) => name !== "cache" && name !== "generated");
  expect(after).toEqual(before);
  // there is a page on each problem that a specification can have: no tool may fail in a way that nobody has thought of
  const unthought = errors.filter(
    ({ code, message }) =>
      (code === "cannot-be-generated" || code === "cannot-be-read") && !redoclys.test(message),
  );
  expect(unthought.map(({ message }) => message)).toEqual([]);
  if (!report.ok) return report;
  const made = project.generated();
  expect(Object.keys(made)).toEqual(["alpha/index.ts", "alpha/openapi.json", "alpha/types.ts"]);
  expectClient(made["alpha/index.ts"] ?? "");
  expectTypes(made["alpha/types.ts"] ?? "");
  JSON.parse(made["alpha/openapi.json"] ?? "");
  for (const { text } of report.programs) expectProgram(text);
  return report;
}
