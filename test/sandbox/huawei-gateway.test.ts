import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { signatureOf } from "../../src/sandbox/huawei/signature.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { ask, asUser, field, login, send } from "./ask.ts";

const project = "05f2cff45100d5112f4bc00b794ea08e";
const host = "https://dws.cn-north-4.myhuaweicloud.com";
const cluster = `${host}/v1.0/${project}/clusters/97cbaab3-939e-4dbc-9187-0fe240f2b9fd`;

let sandbox: Sandbox;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 6) });
  sandbox = createSandbox();
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

it("tells every request apart", async () => {
  const user = await asUser(sandbox);
  const ids = [await send(sandbox, `GET ${cluster}`, user), await send(sandbox, `GET ${cluster}`)].map(
    (response) => response.headers.get("x-request-id"),
  );
  expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(ids[0]).not.toBe(ids[1]);
});

it("refuses a call without a token, and says which request that was", async () => {
  const response = await send(sandbox, `GET ${cluster}`);
  expect([response.status, await response.json()]).toEqual([
    401,
    {
      error_code: "APIGW.0301",
      error_msg: "Incorrect IAM authentication information: x-auth-token not found",
      request_id: response.headers.get("x-request-id"),
    },
  ]);
});

it("refuses tokens that are unknown, expired, of the account, or of another region", async () => {
  const code = async (headers: Record<string, string>, url = cluster): Promise<string[]> => {
    const { status, body } = await ask(sandbox, `GET ${url}`, headers);
    return [`${status}`, field(body, "error_code")];
  };
  const user = await asUser(sandbox);
  const account = await send(
    sandbox,
    "POST https://iam.myhuaweicloud.com/v3/auth/tokens",
    {},
    login(sandbox),
  );
  expect(await code({ "x-auth-token": "MIIunknown" })).toEqual(["401", "APIGW.0301"]);
  expect(await code({ "x-auth-token": account.headers.get("x-subject-token") ?? "" })).toEqual([
    "401",
    "APIGW.0301",
  ]);
  expect(await code(user, cluster.replace("cn-north-4", "cn-north-1"))).toEqual(["401", "APIGW.0307"]);
  vi.advanceTimersByTime(86_400_000);
  expect(await code(user)).toEqual(["401", "APIGW.0307"]);
});

it("refuses another project than the token's, in each service's way", async () => {
  const user = await asUser(sandbox, "cn-north-1");
  const code = async (url: string): Promise<string[]> => {
    const { status, body } = await ask(sandbox, `GET ${url}`, user);
    return [`${status}`, field(body, "error_code"), field(body, "errorCode")];
  };
  const elsewhere = (service: string): string => `https://${service}.cn-north-1.myhuaweicloud.com`;
  expect(await code(`${elsewhere("dws")}/v1.0/${project}/job/1`)).toEqual(["403", "APIGW.0302", "undefined"]);
  expect(await code(`${elsewhere("ges")}/v1.0/${project}/graphs/1`)).toEqual([
    "400",
    "undefined",
    "GES.0016",
  ]);
  expect(await code(`${elsewhere("drs")}/v5/${project}/templates`)).toEqual([
    "403",
    "DRS.M00261",
    "undefined",
  ]);
});

it("knows no other paths", async () => {
  const { status, body } = await ask(sandbox, `GET ${host}/v9/${project}/nothing`, await asUser(sandbox));
  expect([status, field(body, "error_code")]).toEqual([404, "APIGW.0101"]);
});

it("throttles two hundred calls of one kind in a second", async () => {
  const user = await asUser(sandbox);
  const seen = new Set<number>();
  for (let count = 0; count < 200; count += 1) seen.add((await send(sandbox, `GET ${cluster}`, user)).status);
  expect([...seen]).toEqual([200]);
  const { status, body } = await ask(sandbox, `GET ${cluster}`, user);
  expect([status, field(body, "error_code")]).toEqual([429, "APIGW.0308"]);
  vi.advanceTimersByTime(1000);
  expect((await ask(sandbox, `GET ${cluster}`, user)).status).toBe(200);
});

it("computes the signature of the vendor's signing guide", async () => {
  const url = new URL(
    "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
  );
  const request = new Request(url, {
    headers: { "content-type": "application/json", "x-sdk-date": "20191115T033655Z" },
  });
  const signed = ["content-type", "host", "x-sdk-date"];
  expect(await signatureOf(request, url, signed, "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc")).toBe(
    "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
  );
});

it("takes a signature in place of a token, for fifteen minutes", async () => {
  const { accessKey, secretKey } = sandbox.credentials.huawei;
  const url = new URL(`${host}/v1/${project}/clusters/97cbaab3-939e-4dbc-9187-0fe240f2b9fd/stop`);
  const date = { "x-sdk-date": "20260701T060000Z" };
  const signature = await signatureOf(
    new Request(url, { method: "POST", headers: date }),
    url,
    ["host", "x-sdk-date"],
    secretKey,
  );
  const codeWith = async (access: string, end = signature): Promise<string[]> => {
    const authorization = `SDK-HMAC-SHA256 Access=${access}, SignedHeaders=host;x-sdk-date, Signature=${end}`;
    const { status, body } = await ask(sandbox, `POST ${url}`, { ...date, authorization });
    return [`${status}`, field(body, "error_code")];
  };
  expect(await codeWith("UNKNOWNKEY")).toEqual(["401", "APIGW.0301"]);
  expect(await codeWith(accessKey, "0".repeat(64))).toEqual(["401", "APIGW.0301"]);
  expect(await codeWith(accessKey)).toEqual(["200", "null"]);
  vi.advanceTimersByTime(15 * 60_000 + 1);
  expect(await codeWith(accessKey)).toEqual(["401", "APIGW.0301"]);
});
