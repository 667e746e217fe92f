import { expect, it } from "vitest";
import { problemsOf } from "./lint.ts";

interface Renamed {
  /** What the operation that tells the status is called now. */
  readonly status: string;
  /** What the operation that gives the file is called now. */
  readonly file: string;
}

const text = { type: "string" };
const answer = (schema: object, links = {}): object => {
  return { 200: { description: "ok", content: { "application/json": { schema } }, links } };
};
const path = (name: string): object => ({ name, in: "path", required: true, schema: text });

/** Six hundred operations and a job, of which a link on the start names `getJob`, and one on the status `downloadFile`. */
function large({ status, file }: Renamed): string {
  const others = Array.from({ length: 300 }, (_, index) => [
    `/things${index}/{thing}`,
    {
      get: { operationId: `getThing${index}`, parameters: [path("thing")], responses: answer(text) },
      delete: { operationId: `gotJob${index}`, parameters: [path("thing")], responses: answer(text) },
    },
  ]);
  const begun = answer(
    { type: "object", properties: { id: text } },
    { status: { operationId: "getJob", parameters: { id: "$response.body#/id" } } },
  );
  const asked = answer(
    { type: "object", properties: { state: text, file: text } },
    { download: { operationId: "downloadFile", parameters: { file: "$response.body#/file" } } },
  );
  const polling = { job: "work", status: "$response.body#/state", succeeded: ["done"] };
  const paths = {
    ...Object.fromEntries(others),
    "/jobs": { post: { operationId: "startJob", responses: begun } },
    "/jobs/{id}": {
      get: { operationId: status, parameters: [path("id")], responses: asked, "x-polling": polling },
    },
    "/files/{file}": { get: { operationId: file, parameters: [path("file")], responses: answer(text) } },
  };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Large", version: "1" }, paths });
}

/** What a link says of an operation that was renamed, among six hundred others. */
async function said(renamed: Partial<Renamed>): Promise<readonly string[]> {
  const problems = await problemsOf(large({ status: "getJob", file: "downloadFile", ...renamed }));
  return problems.map((problem) => problem.replace(/^\S+ /, ""));
}

const noJob = "jobs/links No operation has the operationId `getJob`.";
const alone = (name: string): string =>
  ` No link leads to \`${name}\`, which is \`GET /jobs/{id}\` and tells a job's status.`;
const noFile = "jobs/links No operation has the operationId `downloadFile`.";

it.each<readonly [renamed: Partial<Renamed>, problem: string]>([
  [{ status: "getJobs" }, `${noJob} -> getJobs`],
  [{ status: "Jobs.retrieve" }, `${noJob}${alone("Jobs.retrieve")} -> Jobs.retrieve | gotJob0`],
  [{ status: "howIsIt" }, `${noJob}${alone("howIsIt")} -> howIsIt | gotJob0`],
  [{ file: "downloadFil" }, `${noFile} -> downloadFil`],
  [{ file: "getContent" }, `${noFile} -> getContent`],
  [{ file: "files_download" }, `${noFile} -> files_download`],
])(
  "an operation that is now called %o is found among hundreds by the link that names it as before",
  async (renamed, problem) => {
    expect(await said(renamed)).toEqual([problem]);
  },
);

it("where nothing is like it, and too many operations take what the link gives, it says what there is", async () => {
  const problems = await problemsOf(
    large({ status: "getJob", file: "getContent" }).replace('{"file":"$response.body#/file"}', "{}"),
  );
  expect(problems.map((problem) => problem.replace(/^\S+ /, ""))).toEqual([
    `${noFile} There are \`getThing0\`, \`gotJob0\`, \`getThing1\`, \`gotJob1\`, \`getThing2\`, \`gotJob2\`, \`getThing3\` and \`gotJob3\`, and 595 more.`,
  ]);
});
