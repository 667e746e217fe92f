// What somebody who installed the package writes: every export that the README promises, and what must not compile.
import type { Clock } from "openapi-jobs";
import { ApiError, JobFailedError, PollingError, PollTimeoutError, poll, start } from "openapi-jobs";
import {
  createExportTask,
  createFeishuClient,
  downloadExportFile,
  exportTask,
  getExportTask,
  tenantAccessToken,
} from "openapi-jobs/feishu";
import { createHuaweiDrsClient, exportTemplates, templateExport } from "openapi-jobs/huawei-drs";
import { clusterJob, createHuaweiDwsClient, stopCluster } from "openapi-jobs/huawei-dws";
import { actOnGraph, createHuaweiGesClient, graphJob } from "openapi-jobs/huawei-ges";
import { createHuaweiIamClient, createToken, iamToken } from "openapi-jobs/huawei-iam";
import { createMintlifyClient, startStaticExportJob, staticExportJob } from "openapi-jobs/mintlify";

/** A second passes in a hundredth of one. */
const clock: Clock = {
  now: Date.now,
  after(ms, callback) {
    const timer = setTimeout(callback, ms / 100);
    return () => clearTimeout(timer);
  },
};
const answers: Record<string, unknown>[] = [
  { code: 0, msg: "ok", tenant_access_token: "t-1", expire: 7200 },
  { code: 0, msg: "success", data: { ticket: "6933093124755423251" } },
  { code: 0, msg: "success", data: { result: { job_status: 0, file_token: "boxcn", file_name: "docName" } } },
];
const feishu = createFeishuClient({
  auth: tenantAccessToken({ appId: "cli_x", appSecret: "secret" }),
  fetch: async () => Response.json(answers.shift()),
});

/** Exported, so that a declaration has to name all that is in its type. */
export const task = await start(
  feishu,
  createExportTask,
  { body: { file_extension: "pdf", token: "Fm7osyjtMh5o7Ktrv32c73abcef", type: "docx" } },
  { clock },
);
const fileToken: string = (await task.result()).file_token;
const fileName: string | undefined = (await task.result()).file_name;
console.log(task.ref.job, fileToken, fileName);

/** Never called: it only has to compile, or not to. */
export async function types(): Promise<void> {
  const mintlify = createMintlifyClient({ auth: "mint_key" });
  const token = iamToken({ user: "u", password: "p", domain: "d", project: "cn-north-4" });
  const dws = createHuaweiDwsClient({ auth: token, region: "cn-north-4" });
  const ges = createHuaweiGesClient({ auth: token });
  const drs = createHuaweiDrsClient({ auth: token });
  const iam = createHuaweiIamClient();

  const bundle = await (
    await start(mintlify, startStaticExportJob, { body: { domain: "docs.example.com" } })
  ).follow("bundle");
  const link: string = bundle.bundleUrl;
  const stopped = await start(dws, stopCluster, { project_id: "p", cluster_id: "c" });
  for await (const update of stopped) if (update.state === "failed") console.log(update.error.code);
  await start(ges, actOnGraph, { projectId: "p", graphId: "g", action_id: "stop" });
  const templates = await start(drs, exportTemplates, { project_id: "p", body: { jobs: ["j"] } });
  const file = await templates.follow("download", { body: { files: ["a.xlsx"] } });
  const size: number | undefined = file.size;
  poll(mintlify, staticExportJob, { jobId: "se_1" });
  poll(dws, clusterJob, { project_id: "p", job_id: "j" });
  poll(ges, graphJob, { projectId: "p", graphId: "g", jobId: "j" });
  poll(drs, templateExport, templates.ref);
  await createToken.answer(iam, { body: { auth: { identity: { methods: ["password"] } } } } as never);
  await downloadExportFile(feishu, { file_token: fileToken });
  console.log(link, size, ApiError, JobFailedError, PollingError, PollTimeoutError);

  // @ts-expect-error a parameter is missing: token
  await getExportTask(feishu, { ticket: "1" });
  // @ts-expect-error no value of the enum
  await start(feishu, createExportTask, { body: { file_extension: "exe", token: "t", type: "docx" } });
  // @ts-expect-error a field of the body is missing
  await start(feishu, createExportTask, { body: { file_extension: "pdf", type: "docx" } });
  // @ts-expect-error another API's client
  poll(mintlify, exportTask, { ticket: "1", token: "t" });
  // @ts-expect-error no such link
  await task.follow("bundle");
  // @ts-expect-error this action needs a body
  await start(ges, actOnGraph, { projectId: "p", graphId: "g", action_id: "export-graph" });
  // @ts-expect-error the link does not say which files
  await templates.follow("download");
}
