import { expect, test } from "vitest";
import { clusterJob, createHuaweiDwsClient } from "../../src/huawei-dws.ts";
import { JobFailedError, poll } from "../../src/index.ts";
import { answered, firstUpdate } from "./answered.ts";

/** The document's example of an answer. */
const example = {
  status: "FAIL",
  progress: "9%",
  job_id: "2c9080e88459fa44018459fbeb600001",
  job_name: "ecfClusterElbCreateJob",
  begin_time: "2022-11-09T20:25:00",
  end_time: "2022-11-09T20:30:00",
  failed_code: "CreateELBTask-fail:DWS.0114",
  failed_detail: "DWS.0114:ELB private IP is not configured.",
};

const job = (body: object) => {
  const dws = createHuaweiDwsClient({ auth: "token", fetch: answered(body) });
  const params = {
    project_id: "05f2cff45100d5112f4bc00b794ea08e",
    job_id: "2c9080e8845b207101845b245e1e0001",
  };
  return poll(dws, clusterJob, params);
};

test("the document's example is a job that failed at 9 %, with code and message", async () => {
  expect(await firstUpdate(job(example))).toEqual({
    state: "failed",
    status: "FAIL",
    progress: 9,
    error: {
      code: "CreateELBTask-fail:DWS.0114",
      message: "DWS.0114:ELB private IP is not configured.",
    },
    body: example,
    polls: 1,
    elapsed: expect.any(Number),
  });
});

test("waiting for it ends in a JobFailedError that says so", async () => {
  const error: unknown = await job(example)
    .result()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(JobFailedError);
  expect(error).toMatchObject({
    code: "CreateELBTask-fail:DWS.0114",
    status: "FAIL",
    message:
      "huawei-dws/clusterJob failed with code CreateELBTask-fail:DWS.0114: DWS.0114:ELB private IP is not configured.",
  });
});

test.each([
  ["INIT", "pending"],
  ["WAITING", "pending"],
  ["RUNNING", "pending"],
  ["DELAY_SCHEDULED", "pending"],
  ["SUCCESS", "succeeded"],
  ["FAIL", "failed"],
  ["STOP", "failed"],
  ["ERROR", "failed"],
])("the status %s is %s", async (status, state) => {
  expect(await firstUpdate(job({ status }))).toMatchObject({ state, status });
});

test.each([
  ["100.00%", 100],
  ["20%", 20],
  ["", undefined],
])("the progress %j is %s", async (progress, percent) => {
  const update = await firstUpdate(job({ status: "RUNNING", progress }));
  expect(update?.progress).toBe(percent);
});
