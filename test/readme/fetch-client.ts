import { fetchClient } from "openapi-jobs";
import { createFeishuClient } from "openapi-jobs/feishu";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const feishu = createFeishuClient({ auth: "t-wrong", fetch: sandbox.fetch });
const { GET } = fetchClient(feishu);
const { error, response } = await GET("/open-apis/drive/v1/export_tasks/{ticket}", {
  params: { path: { ticket: "6933093124755412345" }, query: { token: "docbcZVGtv1papC6jAVGiyabcef" } },
});
console.log(response.status, error);
