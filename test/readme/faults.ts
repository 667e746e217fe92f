import { start } from "openapi-jobs";
import { createHuaweiDrsClient, exportTemplates } from "openapi-jobs/huawei-drs";
import { iamToken } from "openapi-jobs/huawei-iam";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const { user, password, domain, project, projectId } = sandbox.credentials.huawei;
const auth = iamToken({ user, password, domain, project });
const drs = createHuaweiDrsClient({ auth, fetch: sandbox.fetch });
sandbox.fault({ operation: "getExportProgress", kind: "status", status: 503, times: 2 });

const job = await start(drs, exportTemplates, {
  project_id: projectId,
  body: { jobs: ["2e69ebb1-f06d-4eb2-a789-2883629jb204"] },
});
console.log(await job.result()); // two refusals later
