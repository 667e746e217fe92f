import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { asApp, ask, field } from "./ask.ts";

const endpoint = "POST https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal";
const status = "GET https://open.feishu.cn/open-apis/drive/v1/export_tasks/1?token=x";

let sandbox: Sandbox;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 6) });
  sandbox = createSandbox();
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

it("gives the same token while half an hour is left, then a new one, and both work until they expire", async () => {
  const { appId, appSecret } = sandbox.credentials.feishu;
  const issue = async (): Promise<unknown> =>
    (await ask(sandbox, endpoint, {}, { app_id: appId, app_secret: appSecret })).body;
  const first = "t-caecc734c2e3328a62489fe0648c4b98779515d3";
  expect(await issue()).toEqual({ code: 0, msg: "ok", tenant_access_token: first, expire: 7200 });
  vi.advanceTimersByTime(5_400_000);
  expect(await issue()).toEqual({ code: 0, msg: "ok", tenant_access_token: first, expire: 1800 });
  vi.advanceTimersByTime(1000);
  const second = field(await issue(), "tenant_access_token");
  expect(second).toMatch(/^t-[0-9a-f]{40}$/);
  expect(second).not.toBe(first);

  const codeOf = async (token: string): Promise<string> =>
    field((await ask(sandbox, status, { authorization: `Bearer ${token}` })).body, "code");
  expect([await codeOf(first), await codeOf(second)]).toEqual(["1069904", "1069904"]);
  vi.advanceTimersByTime(1_799_000);
  expect([await codeOf(first), await codeOf(second)]).toEqual(["99991663", "1069904"]);
});

it.each([
  ["no app_id", { app_secret: "x" }, 10003],
  ["an app_id that is none", { app_id: "x", app_secret: "x" }, 10003],
  ["an unknown app", { app_id: "cli_unknown", app_secret: "x" }, 10014],
  ["a wrong secret", { app_id: "cli_sandbox0000000001", app_secret: "x" }, 10015],
])("refuses %s with HTTP 200 and a code", async (_, body, code) => {
  const answer = await ask(sandbox, endpoint, {}, body);
  expect([answer.status, field(answer.body, "code")]).toEqual([200, `${code}`]);
});

it.each([
  ["no token", undefined, 99991661],
  ["an unknown tenant token", "Bearer t-unknown", 99991663],
  ["an unknown user token", "Bearer u-unknown", 99991668],
  ["something else", "Bearer mint_key", 99991671],
])("refuses calls with %s", async (_, authorization, code) => {
  const answer = await ask(sandbox, status, authorization === undefined ? {} : { authorization });
  expect([answer.status, field(answer.body, "code")]).toEqual([400, `${code}`]);
});

it("lets a token be called expired before its time", async () => {
  const app = await asApp(sandbox);
  sandbox.fault({ operation: "getExportTask", kind: "expired-token" });
  expect(field((await ask(sandbox, status, app)).body, "code")).toBe("99991663");
  expect(field((await ask(sandbox, status, app)).body, "code")).toBe("1069904");
});

it("reads no token that is not said to be a bearer's, and no body that is not said to be JSON", async () => {
  const { userAccessToken, appId, appSecret } = sandbox.credentials.feishu;
  const body = { app_id: appId, app_secret: appSecret };
  const codes = [
    await ask(sandbox, status, { authorization: userAccessToken }),
    await ask(sandbox, status, { authorization: `Bearer ${userAccessToken}` }),
    await ask(sandbox, endpoint, { "content-type": "text/plain" }, body),
    await ask(sandbox, endpoint, { "content-type": "application/json; charset=utf-8" }, body),
  ].map((answer) => field(answer.body, "code"));
  expect(codes).toEqual(["99991661", "1069904", "10003", "0"]);
});
