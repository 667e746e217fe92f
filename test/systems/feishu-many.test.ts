import { expect, test } from "vitest";
import { createExportTask, createFeishuClient, tenantAccessToken } from "../../src/feishu.ts";
import { start } from "../../src/index.ts";
import { world } from "./world.ts";

const MINUTE = 60_000;

test("500 exports at once keep to 100 calls a minute of each kind, all end, and nobody waits unduly", async () => {
  const { sandbox, fetch, options, until } = world();
  const statuses = new Set<number>();
  const feishu = createFeishuClient({
    auth: tenantAccessToken(sandbox.credentials.feishu),
    fetch: async (request) => {
      const response = await fetch(request);
      statuses.add(response.status);
      return response;
    },
  });
  const { clock } = options;
  const began = clock.now();

  const waits = await until(
    Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        const body = {
          file_extension: "pdf",
          token: index % 2 === 0 ? "doxcnHandbookOfTheSandbox01" : "doxcnMenuOfTheSandbox000002",
          type: "docx",
        } as const;
        const task = await start(feishu, createExportTask, { body }, { ...options, timeout: 60 * MINUTE });
        const { file_token } = await task.result();
        await (await task.follow("download")).body.cancel();
        expect(file_token).not.toBe("");
        return clock.now() - began;
      }),
    ),
  );

  const kinds = ["createExportTask", "getExportTask", "downloadExportFile"];
  const most = kinds.map((kind) => {
    const times = sandbox.requests.filter(({ operation }) => operation === kind).map(({ time }) => time);
    const windows = times.map((from) => times.filter((time) => time >= from && time < from + MINUTE).length);
    return { kind, total: times.length >= 500, most: Math.max(...windows) };
  });
  expect(most).toEqual(kinds.map((kind) => ({ kind, total: true, most: 100 })));
  expect([...statuses]).toEqual([200]);

  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  expect(Math.max(...waits) / mean).toBeLessThan(3);
});
