import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { ProblemCode } from "../../scripts/vocabulary/problem-codes.ts";
import { problemCodes } from "../../scripts/vocabulary/problem-codes.ts";
import type { Example } from "./problem-pages.ts";
import { folder, index, readPage } from "./problem-pages.ts";
import type { Built } from "./project.ts";
import { givenProject } from "./project.ts";

test("every code has a page, and every page a code", () => {
  const pages = fs.readdirSync(folder).filter((file) => file !== path.basename(index));
  expect(pages.sort()).toEqual(problemCodes.map((code) => `${code}.md`).sort());
});

test("the index has them all", async () => {
  const [intro = ""] = fs.readFileSync(index, "utf8").split(/(?<=^## The codes\n)/m);
  const list = problemCodes.map((code) => `- [\`${code}\`](${code}.md): ${readPage(code).lead}\n`);
  await expect(`${intro}\n${list.join("")}`).toMatchFileSnapshot(index);
});

// the first of them loads the compilers
describe("a page shows what gives the problem, what the build says, and what to write", {
  timeout: 30_000,
}, () => {
  test.each(problemCodes)("%s", async (code) => {
    const page = readPage(code);
    const settings = code === "job-without-starter" ? "" : polledAlone;
    const { report, errors } = await built(page.wrong, settings);
    expect(report.problems.map((problem) => problem.code)).toEqual([code, ...(others[code] ?? [])]);
    expect((await built(page.right, settings)).errors).toBe("");
    const said = errors.replace(/\n\d+ errors?, .+\. Nothing was written\.\n$/, "");
    await expect(page.saying(said)).toMatchFileSnapshot(page.file);
  });
});

/** What else is wrong with an example, in the nature of the thing. */
const others: Readonly<Partial<Record<ProblemCode, readonly ProblemCode[]>>> = {
  "ambiguous-parameter": ["parameter-in-two-places"],
};

/** Most examples show the polled operation without what starts the job. */
const polledAlone = "rules: { jobs/starter: off }\n";

async function built({ files, links, only }: Example, settings: string): Promise<Built> {
  const project = givenProject({
    "redocly.yaml": `apis: { exports: { root: exports.yaml } }\n${settings}`,
    "exports.yaml": completeExample,
    ...files,
  });
  for (const [link, target] of Object.entries(links)) {
    const [from, to] = [link, target].map((file) => path.join(project.folder, file));
    fs.mkdirSync(path.dirname(from ?? ""), { recursive: true });
    fs.mkdirSync(to ?? "");
    fs.symlinkSync(to ?? "", from ?? "");
  }
  const { report, errors, ...rest } = await project.build(only === undefined ? {} : { only });
  const shown = errors.replaceAll(`${project.folder}/`, "").replaceAll(project.folder, "/home/me/exports");
  return { ...rest, report, errors: shown };
}

const completeExample = `openapi: 3.1.0
info: { title: Exports, version: 1.0.0 }
servers: [{ url: https://api.example }]
security: []
paths: {}
`;
