import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { syntheticDocument } from "../../scripts/bench/generate/synthetic/document.ts";
import type { Exercised } from "../../scripts/mock/exercise.ts";
import { exercise } from "../../scripts/mock/exercise.ts";
import { configuration, givenProject } from "../build/project.ts";

/** Calls all that a generated client has; `folder` ends with a slash. */
async function exercised(folder: URL): Promise<Exercised> {
  const document: unknown = JSON.parse(fs.readFileSync(new URL("openapi.json", folder), "utf8"));
  const found = await exercise(await import(/* @vite-ignore */ new URL("index.ts", folder).href), document);
  expect(found.operations).toBeGreaterThan(0);
  return found;
}

function read(file: string): string {
  return fs.readFileSync(new URL(file, import.meta.url), "utf8");
}

/** What generated clients import, here. */
const runtime = new URL("../../src/runtime/index.ts", import.meta.url).href;
const systems = [
  "feishu",
  "huawei-drs",
  "huawei-dws",
  "huawei-ges",
  "huawei-iam",
  "mintlify",
  "mintlify-agent",
];
const flawless = { faults: [], passedOver: [], doubtful: [] };

describe("each operation sends what its document says, and takes each answer for what it is", () => {
  test.each(systems)("of %s", async (api) => {
    expect(await exercised(new URL(`../../generated/${api}/`, import.meta.url))).toMatchObject(flawless);
  });

  test.each([
    ["a platform that does not exist", JSON.stringify(syntheticDocument(1))],
    ["a search with parameters and bodies in every style", read("search.yaml")],
    ["a print shop, with forms and files", read("../build/fixtures/printing.yaml")],
  ])("of %s", async (_, text) => {
    const project = givenProject({ "redocly.yaml": configuration("api"), "api.yaml": text });
    await project.build({ runtime });
    const found = await exercised(new URL("generated/api/", pathToFileURL(`${project.folder}/`)));
    expect(found).toMatchObject(flawless);
  });
});
