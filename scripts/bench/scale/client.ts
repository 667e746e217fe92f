/** Ten thousand waits in one process: tells its parent what they cost. Run it with `--expose-gc`. */
import { once } from "node:events";
import type { Measured, Plan } from "./plan.ts";
import { waiters } from "./waiters.ts";

// the parent hands in what it made of a `Plan`
const plan: Plan = JSON.parse(process.argv[2] ?? "") as Plan;
const { handles, interval, url, key } = plan;
const wait = await waiters[plan.waiter](plan);

let requests = 0;
const { fetch: realFetch } = globalThis;
globalThis.fetch = (...args) => {
  requests++;
  return realFetch(...args);
};

// compiles what is to be measured, and opens the connections
await Promise.all((await startJobs(200)).map(wait));
const ids = await startJobs(handles);
process.send?.("ready");
await once(process, "message");

await collect();
const heapBefore = process.memoryUsage().heapUsed;
const cpuBefore = process.cpuUsage();
requests = 0;
const results: Promise<number>[] = [];
const begun = performance.now();
while (results.length < handles) {
  // one handle after another, so that the looks spread over the interval
  const due = Math.min(handles, Math.ceil(((performance.now() - begun) / interval) * handles));
  for (const id of ids.slice(results.length, due)) results.push(wait(id));
  await new Promise((resolve) => setTimeout(resolve, 5));
}
const cpuOfWork = process.cpuUsage(cpuBefore);
await collect();
const heap = (process.memoryUsage().heapUsed - heapBefore) / handles;
const cpuAgain = process.cpuUsage();
const pages = await Promise.all(results);
const cpu = processorTime(cpuOfWork) + processorTime(process.cpuUsage(cpuAgain));

const measured: Measured = {
  right: pages.filter((count) => count > 0).length,
  requests,
  cpu: cpu / requests,
  heap,
};
process.send?.(measured, () => process.exit());

async function startJobs(count: number): Promise<readonly string[]> {
  const started: string[] = [];
  const startOne = async (): Promise<void> => {
    const response = await realFetch(`${url}/static-export/jobs`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ domain: "docs.example.com" }),
    });
    const { jobId } = (await response.json()) as { readonly jobId: string };
    started.push(jobId);
  };
  const worker = async (): Promise<void> => {
    for (let left = count / 20; left > 0; left--) await startOne();
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  return started;
}

/** What nobody holds any more is gone after this. Requests let go of their signals in a finalizer, a task of its own. */
async function collect(): Promise<void> {
  if (globalThis.gc === undefined) throw new Error("Run it with --expose-gc.");
  for (let round = 0; round < 3; round++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function processorTime({ user, system }: NodeJS.CpuUsage): number {
  return user + system;
}
