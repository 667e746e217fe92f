/**
 * Runs one small program on every platform that can be had: Node, Deno, Bun, a browser's page and worker, an edge worker; from
 * the packed package, against the sandbox on a port. Fills in docs/platforms.md. `npm run test:platforms`.
 *
 * The first run installs a gigabyte of binaries into test/platforms/node_modules. A browser is taken from the PATH.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "../src/sandbox/index.ts";
import { fillIn, table } from "./bench/docs.ts";
import { installIn } from "./install.ts";
import { install, pack } from "./test-package/pack.ts";
import { inBrowser } from "./test-platforms/browser.ts";
import { onEdge } from "./test-platforms/edge.ts";
import { faults, row, stepNames } from "./test-platforms/outcome.ts";
import { onServers } from "./test-platforms/servers.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const sources = join(ROOT, "test/platforms");
const binaries = join(sources, "node_modules");
if (process.platform === "linux" && process.arch === "x64") installIn(sources);

const work = mkdtempSync(join(tmpdir(), "openapi-jobs-"));
const sandbox = createSandbox({ jobs: { duration: 200 } });
// a page on a port is of another origin than the sandbox on its own
const server = await sandbox.listen({ cors: true });
try {
  const outside = await install(await pack(ROOT, work), join(work, "outside"));
  const plan = { urls: server.urls, credentials: sandbox.credentials };
  const outcomes = [
    ...(await onServers(binaries, sources, outside, plan)),
    ...(await inBrowser(sources, outside, join(work, "profile"), plan)),
    await onEdge(binaries, sources, outside, plan),
  ];
  const report = table(["", ...stepNames], outcomes.map(row));
  console.log(report);
  const absent = outcomes.flatMap((each) => ("absent" in each ? [`${each.platform}: ${each.absent}`] : []));
  if (absent.length > 0) console.log(`Not available:\n${absent.join("\n")}`);
  const wrong = [...outcomes.flatMap(faults), ...sandbox.violations.map((each) => JSON.stringify(each))];
  if (wrong.length > 0) {
    console.error(wrong.join("\n"));
    process.exitCode = 1;
  }
  if (absent.length === 0) fillIn("platforms.md", { platforms: report });
} finally {
  await server.close();
  rmSync(work, { recursive: true });
}
