/**
 * One gigabyte from the sandbox to disk, over HTTP: how much memory the downloading process takes at most, and whether every
 * byte is right, beside other ways to do it. Fills in docs/files.md.
 *
 *   npm run bench:download                       some minutes; needs 1.1 GB of disk
 *   npm run bench:download -- --megabytes 64     a first impression; fills in nothing
 */
import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { fillIn, table } from "./docs.ts";
import type { Measured, Plan, Service, Way } from "./download/plan.ts";

/** What the process may take, in MB. */
const BOUND = 150;

const { values } = parseArgs({ options: { megabytes: { type: "string" } } });
const size = Number(values.megabytes ?? 1024) * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), "download-"));
const server = fork(fileURLToPath(new URL("download/server.ts", import.meta.url)), [String(size)], {
  execArgv: ["--import", "tsx"],
});
try {
  const service = await told<Service>(server);
  const client = await bundled("client.ts");
  const ways: Readonly<Record<Way, string>> = {
    nothing: "asked for, and called off",
    save: "`save`",
    pipeline: "`stream.pipeline` into a file",
    arrayBuffer: "`arrayBuffer`, then `writeFile`",
  };
  const rows: string[][] = [];
  for (const [way, name] of Object.entries(ways) as [Way, string][]) {
    const plan: Plan = { ...service, way, folder };
    const measured = await told<Measured>(fork(client, [JSON.stringify(plan)], { execArgv: [] }));
    const identical = measured.path === undefined || (await hashOf(measured.path)) === service.sha256;
    if (measured.path !== undefined) rmSync(measured.path);
    const right = measured.path === undefined ? "" : identical ? "yes" : "no";
    rows.push([name, `${measured.peak.toFixed(0)} MB`, right]);
    if (way === "save" && (measured.peak >= BOUND || !identical)) process.exitCode = 1;
  }
  const report = table(["", "memory at most", "byte-identical"], rows);
  console.log(report);
  if (values.megabytes === undefined) {
    const machine = `Node ${process.versions.node}, ${availableParallelism()} cores; ${service.size.toLocaleString("en")} bytes.`;
    fillIn("files.md", { machine, download: report });
  }
} finally {
  server.disconnect();
  rmSync(folder, { recursive: true });
}

/** As a program would have it: a loader of TypeScript takes memory, too. */
async function bundled(file: string): Promise<string> {
  const outfile = fileURLToPath(
    new URL(`node_modules/.cache/download/${file.replace(".ts", ".mjs")}`, import.meta.url),
  );
  const entryPoints = [fileURLToPath(new URL(`download/${file}`, import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", packages: "external" });
  return outfile;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function told<T>(process: ChildProcess): Promise<T> {
  const failed = once(process, "exit").then(([code]) => {
    throw new Error(`A process ended with ${code} before it had told anything.`);
  });
  const [message] = await Promise.race([once(process, "message"), failed]);
  failed.catch(() => {});
  return message as T;
}
