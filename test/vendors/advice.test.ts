import { build } from "esbuild";
import { expect, test } from "vitest";
import { createExportTask, createFeishuClient, feishuAdvice } from "../../src/feishu.ts";
import { huaweiAdvice } from "../../src/huawei-dws.ts";
import { ApiError, JobFailedError, PollingError, start } from "../../src/index.ts";
import { mintlifyAdvice } from "../../src/mintlify.ts";
import { world } from "../systems/world.ts";

const refused = (status: number, code?: string | number): ApiError =>
  new ApiError({ operation: "x", status, ...(code === undefined ? {} : { code }), reason: "no", body: {} });

test.each([
  [feishuAdvice(refused(403, 1069902)), /right to read or edit the document/],
  [feishuAdvice(refused(400, "1060001")), /deleted ten minutes after its task has ended/],
  [feishuAdvice(refused(200, 10014)), /id and secret/],
  [huaweiAdvice(refused(401, "APIGW.0307")), /another region/],
  [huaweiAdvice(refused(400, "GES.8301")), /no such job/],
  [huaweiAdvice(refused(401, 401)), /Wrong passwords lock/],
  [mintlifyAdvice(refused(401)), /admin API key/],
  [mintlifyAdvice(refused(409)), /has not completed/],
])("a refusal comes with advice for its code, else for its status", (advice, says) => {
  expect(advice).toMatch(says);
});

test("a poll that was refused, and a job that failed, come with it too", async () => {
  const { sandbox, fetch, options, until } = world();
  const feishu = createFeishuClient({ fetch, auth: sandbox.credentials.feishu.userAccessToken });
  const body = { file_extension: "pdf", token: "doxcnTooLargeToExport000004", type: "docx" } as const;
  const task = await start(feishu, createExportTask, { body }, options);
  const failure: unknown = await until(task.result().catch((reason: unknown) => reason));
  expect(failure).toBeInstanceOf(JobFailedError);
  expect(feishuAdvice(failure)).toBe("Too large: a document may hold 1 GB for docx and 128 MB for pdf.");

  const other = await start(feishu, createExportTask, { body }, options);
  sandbox.fault({ operation: "getExportTask", kind: "status", status: 403 });
  const unknown: unknown = await until(other.result().catch((reason: unknown) => reason));
  expect(unknown).toBeInstanceOf(PollingError);
  expect(feishuAdvice(unknown)).toContain("Give the app, or the user whose token this is");
});

test("the code of a failed DWS job has a step before it", () => {
  const error = Object.assign(new Error("failed"), { code: "CreateELBTask-fail:DWS.0114" });
  expect(huaweiAdvice(error)).toBe("Give the load balancer a private IP address, then bind it.");
});

test.each([
  refused(418),
  refused(400, 4711),
  refused(400, "constructor"),
  new TypeError("x"),
  undefined,
  1069902,
])("there is none for %s", (error) => {
  for (const advice of [feishuAdvice, huaweiAdvice, mintlifyAdvice]) expect(advice(error)).toBeUndefined();
});

test("who asks for none bundles none", async () => {
  const bundle = async (names: string): Promise<string> => {
    const contents = `import { ${names} } from "./src/feishu.ts"; console.log(${names});`;
    const stdin = { contents, resolveDir: process.cwd(), loader: "ts" } as const;
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", write: false });
    return outputFiles.map(({ text }) => text).join("");
  };
  expect(await bundle("createFeishuClient, getExportTask")).not.toContain("developer console");
  expect(await bundle("createFeishuClient, feishuAdvice")).toContain("developer console");
});
