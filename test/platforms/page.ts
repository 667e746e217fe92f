/** The program in a web page, and in a worker of that page; both report to whoever served the page. */
import type { Plan } from "./program.ts";
import { program } from "./program.ts";

const plan: Plan = await (await fetch("/plan.json")).json();
const worker = new Worker("/web-worker.js", { type: "module" });
const fromWorker = new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => resolve([["worker", null, message]]);
});
worker.postMessage(plan);
const found = { page: await program(plan), worker: await fromWorker };
await fetch("/found", { method: "POST", body: JSON.stringify(found) });
