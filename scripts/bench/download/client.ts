/** Exports the document, does with the file what it is told to, and tells its parent how much memory that took. */
import { createWriteStream, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  createExportTask,
  createFeishuClient,
  downloadExport,
  tenantAccessToken,
} from "../../../src/feishu.ts";
import { start } from "../../../src/index.ts";
import { save } from "../../../src/node.ts";
import type { Measured, Plan } from "./plan.ts";

const plan: Plan = JSON.parse(process.argv[2] ?? "");
const path = await run(plan);
const measured: Measured = { peak: peak(), ...(path === undefined ? {} : { path }) };
process.send?.(measured);
process.disconnect();

async function run({ url, appId, appSecret, token, way, folder }: Plan): Promise<string | undefined> {
  const feishu = createFeishuClient({ baseUrl: url, auth: tenantAccessToken({ appId, appSecret }) });
  const body = { file_extension: "pdf", token, type: "docx" } as const;
  const task = await start(feishu, createExportTask, { body });
  const file = await downloadExport(task);
  const to = join(folder, "large.pdf");
  switch (way) {
    case "nothing":
      await file.body.cancel();
      return undefined;
    case "save":
      return (await save(file, to)).path;
    case "pipeline":
      await pipeline(file.body, createWriteStream(to));
      return to;
    case "arrayBuffer":
      await writeFile(to, new Uint8Array(await new Response(file.body).arrayBuffer()));
      return to;
  }
}

/**
 * In MB. Linux counts for `maxRSS` what the parent had when it forked, too, and keeps the process's own peak elsewhere.
 */
function peak(): number {
  const own =
    process.platform === "linux" ? /VmHWM:\s*(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) : null;
  return Number(own?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}
