import { expect, test } from "vitest";
import { createHuaweiGesClient, graphJob } from "../../src/huawei-ges.ts";
import { ApiError, PollingError, poll } from "../../src/index.ts";
import { answered, firstUpdate } from "./answered.ts";

const job = (body: object, status?: number) => {
  const ges = createHuaweiGesClient({ auth: "token", fetch: answered(body, status) });
  return poll(ges, graphJob, { projectId: "p", graphId: "g", jobId: "ff808081646e81d40164c5fb414b2b1a1" });
};

test("the document's example of success is a job that succeeded", async () => {
  expect(await firstUpdate(job({ status: "success" }))).toEqual({
    state: "succeeded",
    status: "success",
    result: { status: "success" },
    body: { status: "success" },
    polls: 1,
    elapsed: expect.any(Number),
  });
});

test("the document's example of a failed query, HTTP 400 with GES.8301, is a refusal and says nothing of the job", async () => {
  const body = {
    errorMessage: "can not find job, jobId is ff808081646e81d40164c5fb414b2b1a1",
    errorCode: "GES.8301",
  };
  const error: unknown = await job(body, 400)
    .result()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PollingError);
  expect(error).toMatchObject({ last: undefined, seen: { "HTTP 400 GES.8301": 1 } });
  const { cause } = error as PollingError;
  expect(cause).toBeInstanceOf(ApiError);
  expect(cause).toMatchObject({
    operation: "getGraphJob",
    status: 400,
    code: "GES.8301",
    message:
      "getGraphJob: HTTP 400, code GES.8301: can not find job, jobId is ff808081646e81d40164c5fb414b2b1a1",
    body,
  });
});

test.each([
  ["waiting", "pending"],
  ["pending", "pending"],
  ["running", "pending"],
  ["success", "succeeded"],
  ["failed", "failed"],
])("the status %s is %s", async (status, state) => {
  expect(await firstUpdate(job({ status }))).toMatchObject({ state, status });
});

test("a failed job tells why", async () => {
  const body = { status: "failed", failReason: "no space left" };
  expect(await firstUpdate(job(body))).toMatchObject({
    state: "failed",
    error: { message: "no space left" },
  });
});
