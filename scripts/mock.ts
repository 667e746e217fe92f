/**
 * Calls each operation of a document on a mock that knows no API, by a client that is generated for it, and says what was not
 * as the document says. `npm run mock -- openapi.yaml`
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "./build/index.ts";
import { renderProblems } from "./build/render.ts";
import { exercise } from "./mock/exercise.ts";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Which document? npm run mock -- openapi.yaml");

const folder = mkdtempSync(join(tmpdir(), "mock-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const configuration = join(folder, "redocly.yaml");
writeFileSync(configuration, JSON.stringify({ apis: { api: { root: resolve(file) } } }));
const runtime = new URL("../src/runtime/index.ts", import.meta.url).href;
const report = await generate({ configuration, output: folder, runtime });
if (!report.ok) {
  console.error(renderProblems(report.problems, process.cwd()));
  process.exit(1);
}

const document: unknown = JSON.parse(readFileSync(join(folder, "api/openapi.json"), "utf8"));
const exports: Readonly<Record<string, unknown>> = await import(
  pathToFileURL(join(folder, "api/index.ts")).href
);
const { operations, requests, faults, passedOver, doubtful } = await exercise(exports, document);
for (const fault of faults) console.log(fault);
for (const name of passedOver) console.log(`${name} was passed over.`);
for (const doubt of doubtful) console.log(`An answer of the mock's is doubtful: ${doubt}`);
console.log(
  `${operations} operations, ${requests} requests: ${faults.length} faults, ${passedOver.length} operations passed over, ${doubtful.length} doubtful answers.`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
