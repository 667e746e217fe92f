import { afterAll, beforeAll, expect, it } from "vitest";
import { createSandbox, type Sandbox, type SandboxServer } from "../../src/sandbox/index.ts";

let sandbox: Sandbox;
let server: SandboxServer;

beforeAll(async () => {
  sandbox = createSandbox({ jobs: { duration: 0 } });
  server = await sandbox.listen();
});

afterAll(() => server.close());

it("serves every API on a port, down to links and broken connections", async () => {
  const { urls } = server;
  const origin = new URL(urls.feishu).origin;
  expect(urls).toEqual({
    feishu: `${origin}/feishu`,
    mintlify: `${origin}/mintlify/v1`,
    "mintlify-agent": `${origin}/mintlify-agent`,
    "huawei-iam": `${origin}/huawei-iam`,
    "huawei-dws": `${origin}/huawei-dws`,
    "huawei-ges": `${origin}/huawei-ges`,
    "huawei-drs": `${origin}/huawei-drs`,
  });

  const headers = {
    authorization: `Bearer ${sandbox.credentials.mintlify.apiKey}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ domain: "acme.mintlify.app" });
  const started = await fetch(`${urls.mintlify}/static-export/jobs`, { method: "POST", headers, body });
  expect(started.status).toBe(202);
  const job = `${urls.mintlify}/static-export/jobs/se_3f9a2c1b8e7d4a06`;
  const bundle = await (await fetch(`${job}/bundle`, { method: "POST", headers })).json();
  expect(bundle.bundleUrl).toMatch(`${origin}/mintlify-storage/se_3f9a2c1b8e7d4a06/bundle.tar.gz?`);
  expect((await (await fetch(bundle.bundleUrl)).arrayBuffer()).byteLength).toBe(bundle.sizeBytes);

  sandbox.fault({ operation: "getStaticExportJob", kind: "reset" });
  await expect(fetch(job, { headers })).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect((await fetch(job, { headers })).status).toBe(200);

  sandbox.fault({ kind: "hang" });
  const controller = new AbortController();
  const hung = fetch(job, { headers, signal: controller.signal });
  setTimeout(() => controller.abort("enough"), 20);
  await expect(hung).rejects.toBe("enough");

  const nowhere = await fetch(`${origin}/nowhere`);
  expect([nowhere.status, await nowhere.text()]).toEqual([
    404,
    "Nothing here. The sandbox has: /feishu/, /mintlify/, /mintlify-agent/, /huawei-iam/, /huawei-dws/, /huawei-ges/, /huawei-drs/, /mintlify-storage/\n",
  ]);
  expect(sandbox.violations).toEqual([]);
});

it("lets web pages of other origins call only when it is told to", async () => {
  const another = createSandbox();
  const shut = await another.listen();
  const open = await another.listen({ cors: true });
  try {
    const asked = { method: "OPTIONS", headers: { "access-control-request-method": "POST" } };
    const [closed, opened] = await Promise.all([
      fetch(`${shut.urls.mintlify}/static-export/jobs`, asked),
      fetch(`${open.urls.mintlify}/static-export/jobs`, {
        ...asked,
        headers: { ...asked.headers, "access-control-request-headers": "authorization,content-type" },
      }),
    ]);
    expect(closed.headers.has("access-control-allow-origin")).toBe(false);
    expect(opened.status).toBe(204);
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "authorization,content-type",
    });
    const refused = await fetch(`${open.urls.mintlify}/static-export/jobs/se_1`);
    expect([refused.status, await refused.json()]).toEqual([401, { error: "Invalid API key." }]);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "*",
    });
  } finally {
    await Promise.all([shut.close(), open.close()]);
  }
});
