import { expect, test } from "vitest";
import { createHuaweiDrsClient, templateExport } from "../../src/huawei-drs.ts";
import { poll } from "../../src/index.ts";
import { answered, firstUpdate } from "./answered.ts";

const read = (process_status: string) => {
  const drs = createHuaweiDrsClient({ auth: "token", fetch: answered({ process_status }) });
  return firstUpdate(
    poll(drs, templateExport, {
      project_id: "5237e10fe9aa4ad5b16b6a5245248314",
      async_job_id: "62a055ae-ce03-4232-beb6-46c83b8ef2b2",
    }),
  );
};

test("the document's example is an export that is pending", async () => {
  expect(await read("pending")).toEqual({
    state: "pending",
    status: "pending",
    body: { process_status: "pending" },
    polls: 1,
    elapsed: expect.any(Number),
  });
});

test.each([
  ["success", "succeeded"],
  ["SUCCESS", "succeeded"],
  [" success", "succeeded"],
  ["failed", "failed"],
  ["FAILED", "failed"],
])("the process_status %j is %s", async (process_status, state) => {
  expect(await read(process_status)).toMatchObject({ state, status: process_status });
});

test("a process_status that no document names is pending, and marked as unlisted", async () => {
  expect(await read("packing")).toMatchObject({ state: "pending", status: "packing", unlisted: true });
});
