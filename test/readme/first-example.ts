import { start } from "openapi-jobs";
import { createExportTask, createFeishuClient, tenantAccessToken } from "openapi-jobs/feishu";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const feishu = createFeishuClient({
  auth: tenantAccessToken(sandbox.credentials.feishu), // { appId, appSecret }
  fetch: sandbox.fetch,
});

const task = await start(feishu, createExportTask, {
  body: { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" },
});
for await (const { state, status } of task) console.log(state, status);

const { file_name, file_token } = await task.result();
const file = await task.follow("download");
console.log(file_name, file_token, file.name, file.size);
