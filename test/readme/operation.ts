import { ApiError } from "openapi-jobs";
import { createFeishuClient, getExportTask } from "openapi-jobs/feishu";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const feishu = createFeishuClient({ auth: "t-wrong", fetch: sandbox.fetch });
try {
  await getExportTask(feishu, { ticket: "6933093124755412345", token: "docbcZVGtv1papC6jAVGiyabcef" });
} catch (error) {
  if (error instanceof ApiError) console.log(error.status, error.code, error.requestId !== undefined);
}
