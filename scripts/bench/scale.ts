/**
 * Ten thousand jobs waited for at once, by one client, over HTTP: what a look costs the processor and what a waiting handle
 * costs the heap, beside a plain loop and beside @azure/core-lro. Fills in docs/scale.md.
 *
 *   npm run bench:scale                       some minutes, in real time
 *   npm run bench:scale -- --handles 1000     a first impression; fills in nothing
 */
import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { fillIn, machine, table } from "./docs.ts";
import { installPeers } from "./peers/install.ts";
import type { Measured, Plan, Service } from "./scale/plan.ts";

const { values } = parseArgs({ options: { handles: { type: "string" }, interval: { type: "string" } } });
const handles = Number(values.handles ?? 10_000);
const interval = Number(values.interval ?? 30_000);
/** Long enough that every job still runs when all are waited for. */
const duration = 3.2 * interval;

installPeers();
const server = fork(fileURLToPath(new URL("scale/server.ts", import.meta.url)), [String(duration)], {
  execArgv: ["--import", "tsx"],
});
const service = await told<Service>(server);

const client = await bundled("client.ts");
const clients = (["plain loop", "openapi-jobs", "@azure/core-lro"] as const).map((waiter) => {
  const plan: Plan = { ...service, waiter, handles, interval };
  return { waiter, process: fork(client, [JSON.stringify(plan)], { execArgv: ["--expose-gc"] }) };
});
// side by side, so that whatever else goes on in the machine goes on for all of them
await Promise.all(clients.map(({ process }) => told<"ready">(process)));
for (const { process } of clients) process.send("go");
const rows = await Promise.all(
  clients.map(async ({ waiter, process }) => [waiter, await told<Measured>(process)] as const),
);
server.disconnect();

const plain = rows.find(([waiter]) => waiter === "plain loop")?.[1];
const report = table(
  [
    "",
    "right results",
    "looks",
    "processor time per look",
    "against the plain loop",
    "heap per waiting handle",
  ],
  rows.map(([name, { right, requests, cpu, heap }]) => [
    name,
    `${right.toLocaleString("en")} of ${handles.toLocaleString("en")}`,
    requests.toLocaleString("en"),
    `${cpu.toFixed(0)} µs`,
    `× ${(cpu / (plain?.cpu ?? Number.NaN)).toFixed(2)}`,
    `${(heap / 1024).toFixed(1)} KB`,
  ]),
);
console.log(report);
if (values.handles === undefined) fillIn("scale.md", { machine: machine(), scale: report });

/** As a program would have it: tsx adds to each function, which costs time and heap. */
async function bundled(file: string): Promise<string> {
  const outfile = fileURLToPath(
    new URL(`node_modules/.cache/scale/${file.replace(".ts", ".mjs")}`, import.meta.url),
  );
  const entryPoints = [fileURLToPath(new URL(`scale/${file}`, import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", packages: "external" });
  return outfile;
}

async function told<T>(process: ChildProcess): Promise<T> {
  const failed = once(process, "exit").then(([code]) => {
    throw new Error(`A process ended with ${code} before it had told anything.`);
  });
  const [message] = await Promise.race([once(process, "message"), failed]);
  failed.catch(() => {});
  return message as T;
}
