/**
 * Packs the package as a stranger would get it, lints the tarball, and uses it from two projects outside, under every
 * compiler and both kinds of module resolution: one imports the systems that come with it, one generates a client of an
 * API of its own. A third begins as the README says, in an empty folder. `npm run test:package`.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, installCompilers } from "./test-package/compilers.ts";
import { followLinks } from "./test-package/links.ts";
import { newcomer } from "./test-package/newcomer.ts";
import { install, pack } from "./test-package/pack.ts";
import { run } from "./test-package/run.ts";
import { whereToBegin } from "./test-package/where-to-begin.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = join(ROOT, "test/package");

const work = mkdtempSync(join(tmpdir(), "openapi-jobs-"));
try {
  const compilers = join(work, "compilers");
  const tarball = await pack(ROOT, work);
  await lint(tarball);
  await installCompilers(join(SOURCES, "compilers"), compilers);
  const outside = await install(tarball, join(work, "outside"));
  followLinks(join(outside, "node_modules/openapi-jobs"));
  cpSync(join(SOURCES, "outside"), outside, { recursive: true });
  await compile(outside, compilers);
  await use(outside);
  await whereToBegin({ tarball, folder: join(work, "empty"), root: ROOT });
  await newcomer({ tarball, folder: join(work, "newcomer"), compilers, root: ROOT });
  console.log("The package works from its tarball.");
} finally {
  rmSync(work, { recursive: true });
}

async function lint(tarball: string): Promise<void> {
  await run("npx", ["publint", "--strict", tarball], ROOT);
  await run("npx", ["attw", tarball, "--profile", "esm-only", "--no-emoji"], ROOT);
  console.log("linted   publint, attw");
}

async function use(outside: string): Promise<void> {
  const said = (await run(process.execPath, ["out-nodenext/index.js"], outside)).trim();
  if (said !== "feishu/exportTask boxcn docName") throw new Error(`The project outside said: ${said}`);
  console.log("runs     a job, outside");
}
