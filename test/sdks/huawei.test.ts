import { afterEach, beforeEach, expect } from "vitest";
import { type ApiName, createSandbox, type Sandbox, type SandboxServer } from "../../src/sandbox/index.ts";
import {
  type HuaweiClient,
  type HuaweiClients,
  type HuaweiCredentials,
  type HuaweiHttp,
  load,
  test,
} from "./load.ts";

// Not through its ClientBuilder, which puts a file into the home directory of whoever runs it.
const core = "@huaweicloud/huaweicloud-sdk-core";
const { BasicCredentials } = load<HuaweiCredentials>(core);
const { HcClient } = load<HuaweiClients>(`${core}/HcClient.js`);
const { DefaultHttpClient } = load<HuaweiHttp>(`${core}/http/DefaultHttpClient.js`);
const silent = Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, () => {}]));
const minute = 60_000;
let now: number;
let sandbox: Sandbox;
let server: SandboxServer;

beforeEach(async () => {
  // the SDK signs with the machine's time, so it is the sandbox's clock that is moved
  now = Date.now();
  sandbox = createSandbox({ clock: { now: () => now } });
  server = await sandbox.listen();
});
afterEach(async () => {
  expect(sandbox.violations).toEqual([]);
  await server.close();
});

/** The vendor's own client, as its generated SDKs build on it. */
function dws(secretKey = sandbox.credentials.huawei.secretKey): HuaweiClient {
  return clientOf("huawei-dws", secretKey);
}

function clientOf(api: ApiName, secretKey: string): HuaweiClient {
  const { accessKey, projectId } = sandbox.credentials.huawei;
  const credentials = new BasicCredentials().withAk(accessKey).withSk(secretKey).withProjectId(projectId);
  const endpoints = [server.urls[api]];
  return new HcClient(new DefaultHttpClient({ logger: silent }, endpoints))
    .withCredential(credentials)
    .withEndpoints(endpoints);
}

const clusterId = "97cbaab3-939e-4dbc-9187-0fe240f2b9fd";

const stop = (client: HuaweiClient, contentType = "application/json"): Promise<unknown> =>
  client.sendRequest({
    method: "POST",
    url: "/v1/{project_id}/clusters/{cluster_id}/stop",
    contentType,
    pathParams: { cluster_id: clusterId },
    queryParams: {},
    headers: {},
  });

const readCluster = (client: HuaweiClient): Promise<unknown> =>
  client.sendRequest({
    method: "GET",
    url: "/v1.0/{project_id}/clusters/{cluster_id}",
    pathParams: { cluster_id: clusterId },
    queryParams: {},
    headers: {},
  });

const addNodes = (client: HuaweiClient): Promise<unknown> =>
  client.sendRequest({
    method: "POST",
    url: "/v1.0/{project_id}/clusters/{cluster_id}/cns/batch-create",
    contentType: "application/json",
    pathParams: { cluster_id: clusterId },
    queryParams: {},
    headers: {},
    data: { num: 3 },
  });

const refused = (message: string): object => ({
  httpStatusCode: 401,
  errorCode: "APIGW.0301",
  errorMsg: `Incorrect IAM authentication information: ${message}`,
});

test("what the vendor's own SDK signs is accepted: without a body, with one, and with one that it leaves unsigned", async () => {
  expect(await readCluster(dws())).toMatchObject({ cluster: { id: clusterId } });
  const accepted = { job_id: expect.stringMatching(/^[0-9a-f]{32}$/) };
  expect(await addNodes(dws())).toMatchObject(accepted);
  now += minute;
  expect(await stop(dws(), "text/plain")).toMatchObject(accepted);
});

test("a query is accepted in whatever order and encoding it comes: names that begin alike, repeated, empty, not ASCII", async () => {
  const iam = clientOf("huawei-iam", sandbox.credentials.huawei.secretKey);
  const queryParams = { name: "cn-north-4", z: "", é: "ü 中", "a-b": "1", a: ["~", "!", "", "A+B&C"] };
  const request = { method: "GET", url: "/v3/projects", pathParams: {}, queryParams, headers: {} };
  expect(await iam.sendRequest(request)).toMatchObject({ projects: [{ name: "cn-north-4" }] });
});

test("a signature with another secret is refused", async () => {
  await expect(readCluster(dws("wrong-secret-key"))).rejects.toMatchObject(
    refused("verify aksk signature fail"),
  );
});

test("a signature is good for fifteen minutes, before and after", async () => {
  now += 14 * minute;
  await expect(stop(dws())).resolves.toMatchObject({ job_id: expect.anything() });
  now += 2 * minute;
  await expect(stop(dws())).rejects.toMatchObject(refused("the signature has expired"));
  now -= 32 * minute;
  await expect(stop(dws())).rejects.toMatchObject(refused("the signature has expired"));
});

test("five wrong signatures in a row are refused, the sixth locks the key for five minutes, whatever comes then", async () => {
  const wrong = dws("wrong-secret-key");
  for (let count = 0; count < 5; count++)
    await expect(readCluster(wrong)).rejects.toMatchObject(refused("verify aksk signature fail"));
  const locked = refused("AK access failed to reach the limit,forbidden");
  await expect(readCluster(wrong)).rejects.toMatchObject(locked);
  await expect(readCluster(dws())).rejects.toMatchObject(locked);
  now += 5 * minute - 5_000;
  await expect(readCluster(dws())).rejects.toMatchObject(locked);
  now += 5_000;
  expect(await readCluster(dws())).toMatchObject({ cluster: { id: clusterId } });
});

test("a right signature between wrong ones begins the count anew", async () => {
  const wrong = dws("wrong-secret-key");
  for (const client of [wrong, wrong, wrong, wrong, wrong, dws(), wrong, wrong, wrong, wrong, wrong])
    await readCluster(client).catch(() => {});
  expect(await readCluster(dws())).toMatchObject({ cluster: { id: clusterId } });
});
