/**
 * Calls each operation of a document, and waits for each of its jobs, on a mock that knows no API, by a client that is
 * generated for it, and says what was not as the document says. `npm run mock -- openapi.yaml [overlay.yaml…]`
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "./build/index.ts";
import { renderProblems } from "./build/render.ts";
import { exercise } from "./mock/check/exercise.ts";
import { play } from "./mock/check/play.ts";

const [file, ...overlays] = process.argv.slice(2);
if (file === undefined) throw new Error("Which document? npm run mock -- openapi.yaml");

const folder = mkdtempSync(join(tmpdir(), "mock-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
// else what is generated would be loaded beside another runtime than ours
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
const configuration = join(folder, "redocly.yaml");
writeFileSync(
  configuration,
  JSON.stringify({ apis: { api: { root: resolve(file), overlays: overlays.map((each) => resolve(each)) } } }),
);
const runtime = new URL("../src/runtime/index.ts", import.meta.url).href;
const report = await generate({ configuration, output: folder, runtime });
if (!report.ok) {
  console.error(renderProblems(report.problems, { from: process.cwd(), all: true }));
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
const played = await play(exports, document);
for (const fault of played.faults) console.log(fault);
for (const name of played.passedOver) console.log(`${name} was not waited for.`);
if (played.jobs > 0) {
  console.log(
    `${played.jobs} jobs, ${played.waits} waits: ${played.faults.length} faults, ${played.passedOver.length} passed over.`,
  );
}
process.exitCode = played.faults.length > 0 || faults.length > 0 ? 1 : 0;
