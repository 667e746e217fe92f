import { expect, it, vi } from "vitest";
import { type Site, siteNames } from "../../src/sandbox/apis.ts";
import { openContract } from "../../src/sandbox/contract/contract.ts";
import { createGate } from "../../src/sandbox/gate.ts";
import type { JobPlan } from "../../src/sandbox/index.ts";
import { createSandbox } from "../../src/sandbox/index.ts";
import { createApp, type Vendor } from "../../src/sandbox/vendor.ts";
import { ask, asUser } from "./ask.ts";

it("notes every call that came in, and no credentials", async () => {
  const sandbox = createSandbox({ clock: { now: () => 1000 } });
  const { apiKey } = sandbox.credentials.mintlify;
  const { projectId } = sandbox.credentials.huawei;
  const graph = `https://ges.cn-north-4.myhuaweicloud.com/v1.0/${projectId}/graphs/1`;
  await asUser(sandbox);
  await ask(sandbox, "GET https://api.mintlify.com/v1/static-export/jobs/1?key=secret", {
    authorization: apiKey,
  });
  await ask(sandbox, `POST ${graph}/action?action_id=stop&X-Amz-Signature=secret`);
  await ask(
    sandbox,
    "GET https://mintlify-static-exports.s3.amazonaws.com/1/bundle.tar.gz?X-Amz-Signature=secret",
  );
  await ask(sandbox, "PUT https://api.mintlify.com/v1/nothing");
  expect(sandbox.requests).toEqual([
    {
      time: 1000,
      api: "huawei-iam",
      operation: "createToken",
      method: "POST",
      path: "/v3/auth/tokens?nocatalog=true",
    },
    {
      time: 1000,
      api: "mintlify",
      operation: "getStaticExportJob",
      method: "GET",
      path: "/v1/static-export/jobs/1",
    },
    {
      time: 1000,
      api: "huawei-ges",
      operation: "actOnGraph",
      method: "POST",
      path: `/v1.0/${projectId}/graphs/1/action?action_id=stop`,
    },
    { time: 1000, api: "mintlify-storage", method: "GET", path: "/1/bundle.tar.gz" },
    { time: 1000, api: "mintlify", method: "PUT", path: "/v1/nothing" },
  ]);
});

it("goes by the time that a test pretends, also when it was made before", async () => {
  const sandbox = createSandbox();
  vi.useFakeTimers({ now: 5000 });
  await ask(sandbox, "GET https://api.mintlify.com/v1/x");
  vi.setSystemTime(7000);
  await ask(sandbox, "GET https://api.mintlify.com/v1/x");
  vi.useRealTimers();
  expect(sandbox.requests.map((request) => request.time)).toEqual([5000, 7000]);
});

it("plans jobs in each vendor's own words, and refuses a misspelt API at once", () => {
  const { plan } = createSandbox();
  plan({ api: "mintlify", steps: ["queued"], failure: { error: "why" } });
  plan({ api: "feishu", steps: [2], failure: { job_status: 3 } });
  // @ts-expect-error Mintlify's failures are texts.
  plan({ api: "mintlify", failure: { job_status: 3 } });
  // @ts-expect-error Feishu's statuses are numbers.
  plan({ api: "feishu", steps: ["processing"] });
  // @ts-expect-error IAM has no jobs.
  expect(() => plan({ api: "huawei-iam" })).toThrow(
    'No API "huawei-iam" starts jobs; those that do are feishu, mintlify, mintlify-agent, huawei-dws, huawei-ges, huawei-drs.',
  );
});

it("refuses a plan with a key that none for its API has", () => {
  const { plan } = createSandbox();
  // as it comes from JavaScript, or from a file
  const planned = (given: object): void => plan(given as JobPlan);
  expect(() => planned({ api: "mintlify", end: "failed" })).toThrow(
    new TypeError(
      "A plan for mintlify has no `end`. There are: api, jobs, duration, steps, stall, failure, reach.",
    ),
  );
  expect(() => planned({ api: "huawei-ges", fileTokenDelay: 1 })).toThrow(
    "A plan for huawei-ges has no `fileTokenDelay`.",
  );
  planned({ api: "feishu", fileTokenDelay: 1, jobs: 2, duration: 1, stall: true });
});

it("has no other hosts than the vendors', and says which those are", async () => {
  const error = await createSandbox()
    .fetch("https://example.com/")
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({
    message: "fetch failed",
    cause: {
      message: expect.stringMatching(/^The sandbox has no host example\.com; it has those of: feishu, /),
    },
  });
});

it("takes what fetch takes", async () => {
  const sandbox = createSandbox();
  const url = "https://api.mintlify.com/v1/static-export/jobs";
  const init = {
    method: "POST",
    headers: {
      authorization: `Bearer ${sandbox.credentials.mintlify.apiKey}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ domain: "docs.example.com" }),
  };
  const answers = [
    await sandbox.fetch(url, init),
    await sandbox.fetch(new URL(url), init),
    await sandbox.fetch(new Request(url, init)),
    await sandbox.fetch(new Request(url, { ...init, headers: {} }), { headers: init.headers }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202]);
});

it("keeps each sandbox to itself", async () => {
  const [one, other] = [createSandbox(), createSandbox()];
  one.huaweiGes.graphs.length = 0;
  one.fault({ kind: "reset" });
  expect([one.huaweiGes.graphs.length, other.huaweiGes.graphs.length]).toEqual([0, 3]);
  expect((await ask(other, "GET https://api.mintlify.com/v1/x")).status).toBe(401);
  expect(one.requests).toEqual([]);
});

it("turns an answer that the specification does not allow into a loud 500, and keeps a note of it", async () => {
  const contract = openContract({
    openapi: "3.1.0",
    paths: {
      "/job": {
        get: {
          operationId: "getJob",
          responses: { 200: { content: { "application/json": { schema: { required: ["status"] } } } } },
        },
      },
    },
  });
  const app = createApp();
  app.get("/job", () => Response.json({ state: "done" }));
  const broken: Vendor = {
    app,
    refusal: (status) => ({ status, body: {} }),
    expired: () => ({ status: 401, body: {} }),
    jobStatus: [],
  };
  // One vendor in all places, which is as good as six.
  const vendors = Object.fromEntries(siteNames.map((site) => [site, broken])) as Record<Site, Vendor>;
  const gate = createGate(vendors, () => contract, Date.now);

  const violation = {
    api: "feishu",
    operation: "getJob",
    problems: ["The body must have required property 'status'."],
  };
  const response = await gate.handle("feishu", new Request("https://open.feishu.cn/job"), "/job");
  expect([response.status, await response.json()]).toEqual([
    500,
    { error: "The sandbox broke the specification.", ...violation },
  ]);
  expect(gate.violations).toEqual([violation]);

  gate.fault({ kind: "empty" });
  expect((await gate.handle("feishu", new Request("https://open.feishu.cn/job"), "/job")).status).toBe(200);
  expect(gate.violations).toHaveLength(1);
});
