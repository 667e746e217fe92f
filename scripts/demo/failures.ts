import type { JobPlan } from "../../src/sandbox/index.ts";

/** One failed job for each system, in the words of its documents where they have any. */
export const failures: readonly JobPlan[] = [
  { api: "mintlify", failure: { error: "The deployment has no published pages." } },
  { api: "feishu", failure: { job_status: 107 } },
  {
    api: "huawei-dws",
    failure: {
      failed_code: "CreateELBTask-fail:DWS.0114",
      failed_detail: "DWS.0114:ELB private IP is not configured.",
    },
    reach: 9,
  },
  { api: "huawei-ges", failure: { failReason: "GES.7006: internal error of the lower layer." } },
  { api: "huawei-drs", failure: {} },
];
