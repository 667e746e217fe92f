import { start } from "openapi-jobs";
import type { CreateExportTaskParams } from "openapi-jobs/feishu";
import { createExportTask, createFeishuClient, feishuAdvice, tenantAccessToken } from "openapi-jobs/feishu";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const auth = tenantAccessToken(sandbox.credentials.feishu);
const feishu = createFeishuClient({ auth, fetch: sandbox.fetch });
try {
  const body = {
    file_extension: "pdf",
    token: "doxcnNotSharedWithTheApp005",
    type: "docx",
  } satisfies CreateExportTaskParams["body"];
  await start(feishu, createExportTask, { body });
} catch (error) {
  console.log(String(error), feishuAdvice(error));
}
