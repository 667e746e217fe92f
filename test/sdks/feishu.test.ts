import { afterEach, beforeEach, expect } from "vitest";
import { createSandbox, type SandboxServer } from "../../src/sandbox/index.ts";
import { sizeOf } from "../systems/world.ts";
import { type LarkSdk, load, test } from "./load.ts";

const lark = load<LarkSdk>("@larksuiteoapi/node-sdk");
const sandbox = createSandbox({ jobs: { duration: 0 } });
let server: SandboxServer;
const silent = (): void => {};
const logger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };

beforeEach(async () => {
  server = await sandbox.listen();
});
afterEach(() => server.close());

test("the vendor's own SDK gets a token, exports a document and downloads the file", async () => {
  const { appId, appSecret } = sandbox.credentials.feishu;
  const client = new lark.Client({ appId, appSecret, domain: server.urls.feishu, logger });
  const { exportTask } = client.drive.v1;

  const data = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" };
  const created = await exportTask.create({ data });
  expect(created).toEqual({ code: 0, msg: "success", data: { ticket: "7143131813848809492" } });

  const asked = await exportTask.get({
    path: { ticket: created.data?.ticket },
    params: { token: "docbcZVGtv1papC6jAVGiyabcef" },
  });
  expect(asked.data?.result).toEqual({
    file_extension: "pdf",
    type: "doc",
    file_name: "docName",
    file_token: "boxcnxe5OdjlAkNgSNdsJvabcef",
    file_size: 34356,
    job_error_msg: "success",
    job_status: 0,
  });

  const file = await exportTask.download({ path: { file_token: asked.data?.result?.file_token } });
  expect(file.headers["content-disposition"]).toContain("docName.pdf");
  expect(await sizeOf(file.getReadableStream())).toBe(34356);
  expect(sandbox.requests.map(({ operation }) => operation)).toEqual([
    "getTenantAccessToken",
    "createExportTask",
    "getExportTask",
    "downloadExportFile",
  ]);
  expect(sandbox.violations).toEqual([]);
});

test("it reads the sandbox's refusals: the code, and the id to quote", async () => {
  const { appId, appSecret } = sandbox.credentials.feishu;
  const { exportTask } = new lark.Client({ appId, appSecret, domain: server.urls.feishu, logger }).drive.v1;
  const data = { file_extension: "pdf", token: "doxcnNotSharedWithTheApp005", type: "docx" };
  await expect(exportTask.create({ data })).rejects.toMatchObject({
    response: {
      status: 403,
      data: { code: 1069902, msg: "no permission" },
      headers: { "x-tt-logid": expect.stringMatching(/^[0-9A-F]{32}$/) },
    },
  });
});
