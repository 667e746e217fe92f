import { JobCanceledError, JobFailedError, PollingError, PollTimeoutError, start } from "openapi-jobs";
import { bindElb, createHuaweiDwsClient } from "openapi-jobs/huawei-dws";
import { iamToken } from "openapi-jobs/huawei-iam";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const { user, password, domain, project, projectId } = sandbox.credentials.huawei;
const auth = iamToken({ user, password, domain, project });
const dws = createHuaweiDwsClient({ auth, region: "cn-north-4", fetch: sandbox.fetch });
sandbox.plan({
  api: "huawei-dws",
  failure: {
    failed_code: "CreateELBTask-fail:DWS.0114",
    failed_detail: "DWS.0114:ELB private IP is not configured.",
  },
});

const where = {
  project_id: projectId,
  cluster_id: sandbox.huaweiDws.clusters[0]?.id ?? "",
  elb_id: sandbox.huaweiDws.elbs[0]?.id ?? "",
};
const giveUp = new AbortController();
try {
  const job = await start(dws, bindElb, where, { signal: giveUp.signal });
  console.log(await job.result());
} catch (error) {
  if (error instanceof JobFailedError) console.log("the job failed:", error.code, error.message);
  else if (error instanceof JobCanceledError) console.log("somebody called the job off");
  else if (error instanceof PollingError) console.log("could not find out; go on later with", error.ref);
  else if (error instanceof PollTimeoutError) console.log("not yet; go on later with", error.ref);
  else throw error; // the start was refused (ApiError), or giveUp.abort() was called
}
