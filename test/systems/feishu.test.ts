import { expect, test } from "vitest";
import {
  createExportTask,
  createFeishuClient,
  createImportTask,
  tenantAccessToken,
} from "../../src/feishu.ts";
import { ApiError, JobFailedError, start } from "../../src/index.ts";
import { sizeOf, world } from "./world.ts";

const body = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" } as const;

test("an export is started, polled and downloaded with a token that was asked for once", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const task = await start(feishu, createExportTask, { body }, options);
  expect(task.accepted).toEqual({ code: 0, msg: "success", data: { ticket: "7143131813848809492" } });
  expect(task.ref).toEqual({
    job: "feishu/exportTask",
    params: { ticket: "7143131813848809492", token: "docbcZVGtv1papC6jAVGiyabcef" },
    startedAt: "2026-01-01T12:00:00.000Z",
  });
  const { file_name, file_token } = await until(task.result());
  const file = await task.follow("download");
  expect([file_name, file_token, file.name, file.size, await sizeOf(file.body)]).toEqual([
    "docName",
    "boxcnxe5OdjlAkNgSNdsJvabcef",
    "docName.pdf",
    34356,
    34356,
  ]);
  expect(asked().slice(0, 3)).toEqual([
    "getTenantAccessToken, 0 s",
    "createExportTask, 0 s",
    "getExportTask, 1 s",
  ]);
  expect(asked().filter((each) => each.startsWith("getTenantAccessToken"))).toHaveLength(1);
});

test("a file is imported, and the document that it made is there to be exported", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const body = {
    file_extension: "xlsx",
    file_token: "boxcnrHpsg1QDqXAAAyachabcef",
    type: "sheet",
    point: { mount_type: 1, mount_key: "" },
  } as const;
  const task = await start(feishu, createImportTask, { body }, options);
  const { token, url, extra } = await until(task.result());
  expect({ token, url, extra }).toEqual({
    token: expect.stringMatching(/^\w{27}$/),
    url: `https://example.feishu.cn/sheets/${token}`,
    extra: [],
  });
  expect(asked().slice(0, 3)).toEqual([
    "getTenantAccessToken, 0 s",
    "createImportTask, 0 s",
    "getImportTask, 1 s",
  ]);
  const again = { file_extension: "xlsx", token, type: "sheet" } as const;
  const exported = await start(feishu, createExportTask, { body: again }, options);
  expect((await until(exported.result())).file_name).toBe("Sales");
});

test("a failed import is a JobFailedError with Feishu's own number and words", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "feishu", failure: { job_status: 129 } });
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const body = {
    file_extension: "xlsx",
    file_token: "boxcnrHpsg1QDqXAAAyachabcef",
    type: "bitable",
    point: { mount_type: 1, mount_key: "AbqrfuRTjlJEIJduwDwcnIabcef" },
  } as const;
  const task = await start(feishu, createImportTask, { body }, options);
  const error = await until(task.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobFailedError);
  expect(error).toMatchObject({ code: 129, message: expect.stringContaining("the file is damaged") });
});

test("Lark is another host of the same API", async () => {
  const { sandbox, fetch, options } = world();
  const hosts = new Set<string>();
  const auth = tenantAccessToken(sandbox.credentials.feishu);
  const lark = createFeishuClient({
    host: "open.larksuite.com",
    auth,
    fetch: (request) => {
      hosts.add(new URL(request.url).host);
      return fetch(request);
    },
  });
  await start(lark, createExportTask, { body }, options);
  expect([...hosts]).toEqual(["open.larksuite.com"]);
});

test("a failed export is a JobFailedError with Feishu's own number and words", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "feishu", failure: { job_status: 107 } });
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const task = await start(feishu, createExportTask, { body }, options);
  const error = await until(task.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobFailedError);
  expect(error).toMatchObject({ code: 107, status: 107, ref: task.ref });
});

test("a success whose file is not there yet is waited for", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "feishu", duration: 4_000, fileTokenDelay: 20_000 });
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const task = await start(feishu, createExportTask, { body }, options);
  const states: unknown[] = [];
  const watching = (async () => {
    for await (const { state, status } of task) states.push(`${state} ${status}`);
  })();
  await until(watching);
  expect([...new Set(states)]).toEqual(["pending 2", "pending 0", "succeeded 0"]);
});

test("a token that dies while a task is polled is renewed once, and nobody notices", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const task = await start(feishu, createExportTask, { body }, options);
  sandbox.fault({ operation: "getExportTask", kind: "expired-token" });
  expect((await until(task.result())).file_token).toBe("boxcnxe5OdjlAkNgSNdsJvabcef");
  expect(asked().filter((each) => each.startsWith("getTenantAccessToken"))).toHaveLength(2);
});

test("credentials that Feishu refuses, with HTTP 200, are an ApiError of the start", async () => {
  const { fetch, options } = world();
  const auth = tenantAccessToken({ appId: "cli_unknown000000001", appSecret: "wrong-app-secret" });
  const feishu = createFeishuClient({ fetch, auth });
  const error: unknown = await start(feishu, createExportTask, { body }, options).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ operation: "getTenantAccessToken", status: 200, code: 10014 });
});
