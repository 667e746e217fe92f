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
