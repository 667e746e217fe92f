import { start } from "openapi-jobs";
import { createPrint, createPrinterClient } from "./generated/printer/index.js";

const answers = [
  Response.json({ id: "7" }, { status: 202 }),
  Response.json({ state: "printing", page: 1, pages: 2 }),
  Response.json({ state: "done", page: 2, pages: 2 }),
];
const printer = createPrinterClient({
  fetch: async ({ url }) =>
    answers.shift() ?? Response.json({ error: `Who asks for ${url}?` }, { status: 404 }),
});
const job = await start(printer, createPrint, { body: { text: "Hello" } }, { interval: 0 });
console.log(await job.result());
