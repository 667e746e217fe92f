import { start } from "openapi-jobs";
import { createMock } from "openapi-jobs/mock";
import { createPrint, createPrinterClient } from "./generated/printer/index.js";

const mock = createMock("generated/printer/openapi.json", { jobs: { duration: 500 } });
const printer = createPrinterClient({ auth: "any", fetch: mock.fetch });

const job = await start(printer, createPrint, { body: { text: "Hello" } }, { interval: 200 });
for await (const { state, status, progress } of job) console.log(state, status, progress);

mock.plan({ end: "failed" }); // the next job; the one after it never ends
mock.plan({ stall: true });
const jammed = await start(printer, createPrint, { body: { text: "Hello" } }, { interval: 200 });
await jammed.result().catch((error) => console.log(String(error)));
const stuck = await start(
  printer,
  createPrint,
  { body: { text: "Hello" } },
  { interval: 200, timeout: 1000 },
);
await stuck.result().catch((error) => console.log(error.name, stuck.last?.status));
