import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bindElb, createHuaweiDwsClient } from "../../src/huawei-dws.ts";
import { accessKey, createHuaweiIamClient, listProjects } from "../../src/huawei-iam.ts";
import { start } from "../../src/index.ts";
import { createSandbox } from "../../src/sandbox/index.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2019-11-15T03:36:55Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const key = {
  accessKeyId: "QTWAOYTTINDUT2QVKYUC",
  secretAccessKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
};

test("the example of the vendor's signing guide gets the signature that stands there", async () => {
  const request = new Request(
    "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    { headers: { "content-type": "application/json" } },
  );
  const signed = await accessKey(key).sign(request);
  expect(Object.fromEntries(signed.headers)).toEqual({
    authorization:
      "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, " +
      "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
    "content-type": "application/json",
    "x-sdk-date": "20191115T033655Z",
  });
});

test("a temporary key and a project are sent, and signed", async () => {
  const auth = accessKey({ ...key, securityToken: "st-1", projectId: "p-1" });
  const { headers } = await auth.sign(new Request("https://dws.example.com/v1/x"));
  expect([headers.get("x-security-token"), headers.get("x-project-id")]).toEqual(["st-1", "p-1"]);
  expect(headers.get("authorization")).toContain(
    "SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,",
  );
});

test("whatever the path, the query and the body hold, the signature is that of the documented steps", async () => {
  const awkward = fc.constantFrom(..."!'()*~ +&=%/#?;:@");
  const unit = fc.oneof(awkward, fc.string({ unit: "binary", minLength: 1, maxLength: 1 }));
  const part = fc.string({ unit, minLength: 1, maxLength: 12 }).filter((text) => !/^\.\.?$/.test(text));
  const pairs = fc.array(fc.tuple(part, fc.string({ unit, maxLength: 8 })), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 4 }), pairs, fc.string(), async (path, query, body) => {
      const text = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
      const url = `https://ges.example.com/${path.map(encodeURIComponent).join("/")}${text && `?${text}`}`;
      const request = new Request(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
      const signed = await accessKey(key).sign(request);
      expect(signed.headers.get("authorization")?.split("Signature=")[1]).toBe(bySteps(path, query, body));
      expect(await signed.text()).toBe(body);
    }),
    { numRuns: 100 },
  );
});

test("the sandbox, which checks signatures by itself, accepts it for any call", async () => {
  const sandbox = createSandbox();
  const { accessKey: accessKeyId, secretKey: secretAccessKey, projectId } = sandbox.credentials.huawei;
  const auth = accessKey({ accessKeyId, secretAccessKey });
  const iam = createHuaweiIamClient({ auth, fetch: sandbox.fetch });
  expect((await listProjects(iam, { name: "cn-north-4" })).projects).toHaveLength(1);
  const dws = createHuaweiDwsClient({ auth, fetch: sandbox.fetch });
  const job = await start(dws, bindElb, {
    project_id: projectId,
    cluster_id: sandbox.huaweiDws.clusters[0]?.id ?? "",
    elb_id: sandbox.huaweiDws.elbs[0]?.id ?? "",
  });
  expect(job.accepted.job_id).toMatch(/^[0-9a-f]{32}$/);
  expect(sandbox.violations).toEqual([]);
});

test("a wrong secret is refused, once and without a second try", async () => {
  const sandbox = createSandbox();
  const auth = accessKey({
    accessKeyId: sandbox.credentials.huawei.accessKey,
    secretAccessKey: "wrong-secret-key",
  });
  const iam = createHuaweiIamClient({ auth, fetch: sandbox.fetch });
  await expect(listProjects(iam)).rejects.toMatchObject({ status: 401, code: 401 });
  expect(sandbox.requests).toHaveLength(1);
});

/** The steps of the signing guide, from what was meant rather than from the URL. */
function bySteps(path: readonly string[], query: readonly (readonly string[])[], body: string): string {
  const encode = (text: string): string =>
    [...new TextEncoder().encode(text)]
      .map((byte) =>
        /[\w.~-]/.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : hexByte(byte),
      )
      .join("");
  const uri = `/${path.map(encode).join("/")}`;
  const canonical = [
    "POST",
    uri.endsWith("/") ? uri : `${uri}/`,
    query
      .toSorted(([a = "", x = ""], [b = "", y = ""]) => (a < b || (a === b && x < y) ? -1 : 1))
      .map((pair) => pair.map(encode).join("="))
      .join("&"),
    "content-type:application/json\nhost:ges.example.com\nx-sdk-date:20191115T033655Z\n",
    "content-type;host;x-sdk-date",
    createHash("sha256").update(body).digest("hex"),
  ].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  return createHmac("sha256", key.secretAccessKey)
    .update(`SDK-HMAC-SHA256\n20191115T033655Z\n${hash}`)
    .digest("hex");
}

function hexByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
