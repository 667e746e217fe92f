import { start } from "openapi-jobs";
import { createPrint, createPrinterClient } from "./generated/printer/index.js";

const printer = createPrinterClient({ auth: "my-key" });
const job = await start(printer, createPrint, { body: { text: "Hello" } });
for await (const { state, progress } of job) console.log(state, progress);
const { pages } = await job.result();
console.log(pages, "pages");
