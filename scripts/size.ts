/**
 * What a user's bundle grows by, minified and gzipped, and how much it may. `npm run size`.
 * The bounds are where we are, so that growth is a decision.
 */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const FETCH = 'import createClient from "openapi-fetch"; console.log(createClient);';
/** As generated for an API of one address, a bearer token, and neither `x-errors` nor jobs. */
const PLAIN = `import { createClient, inHeader, operation } from "./src/runtime/index.ts";
const client = createClient({}, { name: "api", server: "https://api.test", token: inHeader("Authorization", "Bearer ") });
console.log(client, operation("get", "GET", "/a/{id}", "id=path"));`;
const CALL =
  'import { createFeishuClient, getExportTask } from "./src/feishu.ts"; console.log(createFeishuClient, getExportTask);';
const ERRORS = "ApiError, JobCanceledError, JobFailedError, PollingError, PollTimeoutError";
const WAIT = `import { start, poll, ${ERRORS} } from "./src/index.ts"; console.log(start, poll, ${ERRORS});`;

const JOB =
  'import { createExportTask, exportTask } from "./src/feishu.ts"; console.log(createExportTask, exportTask);';

const fetchAlone = await sizeOf(FETCH);
const plain = await sizeOf(PLAIN);
const call = await sizeOf(CALL);
const wait = await sizeOf(CALL + WAIT);
const job = await sizeOf(CALL + WAIT + JOB);

const rows = [
  { what: "one call: client, operation, errors, tokens", bytes: plain - fetchAlone, bound: 2130 },
  { what: "the same with error rules and server variables", bytes: call - fetchAlone, bound: 2755 },
  { what: "start, poll and their errors, on top", bytes: wait - call, bound: 4210 },
  { what: "a job with limits and links, on top of that", bytes: job - wait, bound: 1750 },
];
console.log(`openapi-fetch itself: ${fetchAlone} bytes`);
for (const { what, bytes, bound } of rows) console.log(`${what}: ${bytes} bytes of ${bound}`);
if (rows.some(({ bytes, bound }) => bytes > bound)) {
  console.error("Larger than it may be. Make it smaller, or raise the bound on purpose, in scripts/size.ts.");
  process.exitCode = 1;
}

async function sizeOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
}
