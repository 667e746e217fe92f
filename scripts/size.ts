/**
 * What a user's bundle grows by, minified and gzipped, and how much it may. `npm run size`.
 * The bounds are where we are, so that growth is a decision. With `--parts`, what each file adds; fills in docs/size.md.
 */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { fillIn, table } from "./bench/docs.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

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

const plain = await sizeOf(PLAIN);
const call = await sizeOf(CALL);
const wait = await sizeOf(CALL + WAIT);
const job = await sizeOf(CALL + WAIT + JOB);

const rows = [
  {
    what: "one call: client, operation, errors, tokens, and what they use of openapi-fetch",
    bytes: plain,
    bound: 3460,
  },
  { what: "error rules and server variables, on top", bytes: call - plain, bound: 722 },
  { what: "start, poll and their errors, on top", bytes: wait - call, bound: 4375 },
  { what: "a job with limits and links, on top of that", bytes: job - wait, bound: 1750 },
];
for (const { what, bytes, bound } of rows) console.log(`${what}: ${bytes} bytes of ${bound}`);
if (rows.some(({ bytes, bound }) => bytes > bound)) {
  console.error("Larger than it may be. Make it smaller, or raise the bound on purpose, in scripts/size.ts.");
  process.exitCode = 1;
}
if (process.argv.includes("--parts")) {
  const inCall = await partsOf(PLAIN);
  const before = await partsOf(CALL);
  const inWait = (await partsOf(CALL + WAIT)).filter(([file]) => !before.some(([other]) => other === file));
  const totals = rows.map(({ what, bytes }) => [what, bytes.toLocaleString("en")]);
  fillIn("size.md", {
    rows: table(["", "bytes"], totals),
    call: table(["file", "bytes"], inCall),
    wait: table(["file", "bytes"], inWait),
  });
}

async function sizeOf(contents: string): Promise<number> {
  return gzipped(await bundled(contents, true));
}

/** What each file of the runtime adds: by how much the program is smaller without its text. The largest first. */
async function partsOf(contents: string): Promise<readonly (readonly [file: string, bytes: string])[]> {
  const files = (await bundled(contents, false)).split(/^(?=\/\/ \S+\.m?[jt]s$)/m);
  const without = async (file?: string): Promise<number> => {
    const text = files.filter((each) => each !== file).join("");
    return gzipped((await transform(text, { minifyWhitespace: true, format: "esm" })).code);
  };
  const whole = await without();
  const parts: [file: string, bytes: number][] = [];
  for (const file of files) {
    const [, name] = /^\/\/ src\/runtime\/(\S+)/.exec(file) ?? [];
    if (name) parts.push([`\`${name}\``, whole - (await without(file))]);
  }
  return parts.sort(([, one], [, other]) => other - one).map(([file, bytes]) => [file, `${bytes}`]);
}

async function bundled(contents: string, minifyWhitespace: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
