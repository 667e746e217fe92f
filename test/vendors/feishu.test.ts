import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createFeishuClient, exportTask, getExportTask, tenantAccessToken } from "../../src/feishu.ts";
import { poll } from "../../src/index.ts";
import { answered, firstUpdate } from "./answered.ts";

/** The document's example of an answer. */
const example = {
  code: 0,
  msg: "success",
  data: {
    result: {
      file_extension: "pdf",
      type: "doc",
      file_name: "docName",
      file_token: "boxcnxe5OdjlAkNgSNdsJvabcef",
      file_size: 34356,
      job_error_msg: "success",
      job_status: 0,
    },
  },
};

const read = (body: object) => {
  const feishu = createFeishuClient({ auth: "t-1", fetch: answered(body) });
  const params = { ticket: "7143131813848809492", token: "docbcZVGtv1papC6jAVGiyabcef" };
  return firstUpdate(poll(feishu, exportTask, params));
};
const withResult = (changes: object) => ({
  ...example,
  data: { result: { ...example.data.result, ...changes } },
});

test("the document's example is a task that succeeded, with the exported file as its result", async () => {
  expect(await read(example)).toEqual({
    state: "succeeded",
    status: 0,
    result: example.data.result,
    body: example,
    polls: 1,
    elapsed: expect.any(Number),
  });
});

test.each([
  [0, "succeeded"],
  [1, "pending"],
  [2, "pending"],
  [3, "failed"],
  [107, "failed"],
  [108, "failed"],
  [109, "failed"],
  [110, "failed"],
  [111, "failed"],
  [122, "failed"],
  [123, "failed"],
  [6000, "failed"],
])("job_status %i is %s", async (job_status, state) => {
  expect(await read(withResult({ job_status }))).toMatchObject({ state, status: job_status });
});

test.each([[""], [undefined], [null]])("0 with the file_token %j is still pending", async (file_token) => {
  expect(await read(withResult({ file_token }))).toMatchObject({ state: "pending", status: 0 });
});

test("a failed task has its job_status for a code and job_error_msg for a message", async () => {
  const body = withResult({ job_status: 107, job_error_msg: "export size limit", file_token: "" });
  expect(await read(body)).toMatchObject({
    state: "failed",
    error: { code: 107, message: "export size limit" },
  });
});

test("an answer without a result yet is pending", async () => {
  expect(await read({ code: 0, msg: "success", data: {} })).toMatchObject({
    state: "pending",
    status: undefined,
  });
});

test("a job_status that no document names is a failure, and marked as unlisted", async () => {
  expect(await read(withResult({ job_status: 999 }))).toMatchObject({
    state: "failed",
    status: 999,
    unlisted: true,
  });
});

test("an answer with a token that is cut off is not shown, for the token is in it", async () => {
  const cut = '{"code":0,"expire":7200,"msg":"ok","tenant_access_token":"t-caecc734c2e3328a62489fe0648c4b98';
  const auth = tenantAccessToken({ appId: "cli_a1", appSecret: "wrong-app-secret" });
  const feishu = createFeishuClient({ auth, fetch: async () => new Response(cut) });
  const error: unknown = await getExportTask(feishu, { ticket: "7143", token: "docbc" }).catch(
    (reason: unknown) => reason,
  );
  expect(String(error)).toBe("Error: getTenantAccessToken: the answer cannot be read as JSON.");
  expect(inspect(error, { depth: 9 })).not.toContain("t-caecc");
});

test("a token of which nobody says how long it lives is kept until it is refused", async () => {
  const asked: string[] = [];
  const feishu = createFeishuClient({
    auth: tenantAccessToken({ appId: "cli_a1", appSecret: "wrong-app-secret" }),
    fetch: async ({ url }) => {
      asked.push(url.replace(/.*\//, "").replace(/\?.*/, ""));
      const token = { code: 0, msg: "ok", tenant_access_token: "t-caecc734c2e3328a62489fe0648c4b98" };
      return Response.json(url.includes("/auth/") ? token : example);
    },
  });
  for (const ticket of ["7143", "7144"]) await getExportTask(feishu, { ticket, token: "docbc" });
  expect(asked).toEqual(["internal", "7143", "7144"]);
});
