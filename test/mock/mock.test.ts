import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { syntheticDocument } from "../../scripts/bench/generate/synthetic/document.ts";
import type { Exercised } from "../../scripts/mock/check/exercise.ts";
import { exercise } from "../../scripts/mock/check/exercise.ts";
import type { Played } from "../../scripts/mock/check/play.ts";
import { play } from "../../scripts/mock/check/play.ts";
import { pending } from "../../src/runtime/job/reading.ts";
import { configuration, givenProject } from "../build/project.ts";

/** Calls all that a generated client has; `folder` ends with a slash. */
async function exercised(folder: URL): Promise<Exercised> {
  const found = await exercise(...(await generated(folder)));
  expect(found.operations).toBeGreaterThan(0);
  return found;
}

/** Waits for all jobs of a generated client. */
async function played(folder: URL): Promise<Played> {
  return play(...(await generated(folder)));
}

/** The same for a client of this document. */
async function playedIn(text: string): Promise<Played> {
  const project = givenProject({ "redocly.yaml": configuration("api"), "api.yaml": text });
  await project.build({ runtime });
  return played(new URL("generated/api/", pathToFileURL(`${project.folder}/`)));
}

function pick(
  exports: Readonly<Record<string, unknown>>,
  pattern: RegExp,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(exports).filter(([name]) => pattern.test(name)));
}

async function generated(
  folder: URL,
): Promise<[exports: Readonly<Record<string, unknown>>, document: unknown]> {
  const document: unknown = JSON.parse(fs.readFileSync(new URL("openapi.json", folder), "utf8"));
  return [await import(/* @vite-ignore */ new URL("index.ts", folder).href), document];
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

describe("each job is waited for as its document says, from its start or its id, to each of its ends", () => {
  test.each([
    ["feishu", 2, 40],
    ["huawei-drs", 1, 3],
    ["huawei-dws", 1, 13],
    ["huawei-ges", 2, 11],
    ["mintlify", 2, 7],
    ["mintlify-agent", 1, 5],
  ])("of %s", async (api, jobs, waits) => {
    const found = await played(new URL(`../../generated/${api}/`, import.meta.url));
    expect(found).toEqual({ jobs, waits, faults: [], passedOver: [] });
  });

  test("of a print shop", async () => {
    expect(await playedIn(read("../build/fixtures/printing.yaml"))).toEqual({
      jobs: 1,
      waits: 4,
      faults: [],
      passedOver: [],
    });
  });

  test("whose start leads to it by a URL, and whose success is told by what has to be there, too", async () => {
    expect(await playedIn(read("rendering.yaml"))).toEqual({ jobs: 1, waits: 4, faults: [], passedOver: [] });
  });

  test("a job that does not end as it should is told of", async () => {
    const [exports, document] = await generated(new URL("../../generated/mintlify/", import.meta.url));
    const deployment = { ...Object(exports.deployment), read: () => pending("building") };
    const { faults } = await play(
      { deployment, ...pick(exports, /^(create.*Client|getDeployment)/) },
      document,
    );
    expect(faults).toEqual([
      'deployment, succeeded by "success": It was pending, pending, pending, pending.',
      'deployment, failed by "failure": It was pending, pending, pending, pending.',
    ]);
  });
});
