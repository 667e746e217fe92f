import { expect, test } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited, tasks } from "./tasks.ts";

const link = "              operationId: getTask\n";
const said =
  "jobs/starter No answer links to `getTask`, so `start` has nothing to start this job with, and `poll` only waits for one whose parameters a caller knows. Write a link, or if that is meant, `jobs/starter: off` under `rules` in redocly.yaml.";

test("a job that an answer links to is started", async () => {
  expect(await problemsOf(tasks, {})).toEqual([]);
});

test("a job that no answer links to can only be polled, which is said where its polling is", async () => {
  const without = edited({
    "          links:\n            status:\n": "          x-links:\n            status:\n",
  });
  expect(await problemsOf(without, {})).toEqual([`tasks.yaml:47:7 ${said}`]);
  expect(await problemsOf(without, { "jobs/starter": "off" })).toEqual([]);
});

test("a link of a refusal starts nothing", async () => {
  const refused = edited({ "        '202':\n": "        '409':\n" });
  expect(await problemsOf(refused, {})).toContain(`tasks.yaml:47:7 ${said}`);
});

test("a job that is started by asking for it needs no link", async () => {
  expect(
    await problemsOf(
      `openapi: 3.1.0
info: { title: Reports, version: 1.0.0 }
paths:
  /report:
    get:
      operationId: getReport
      x-polling: { job: report, status: $statusCode, pending: [202], succeeded: [200] }
      responses: { '200': { description: The report. }, '202': { description: It is being made. } }
`,
      {},
    ),
  ).toEqual([]);
});

test("a link that leads nowhere may be the one, and is fault enough", async () => {
  expect(await problemsOf(edited({ [link]: link.replace("getTask", "getTaks") }), {})).toEqual([
    "tasks.yaml:32:28 jobs/links No operation has the operationId `getTaks`. -> getTask",
  ]);
});
