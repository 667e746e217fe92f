import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";
import type { printAside } from "../../../scripts/build/emit/print-aside.ts";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";

const folder = fileURLToPath(new URL("../../../node_modules/.cache/openapi-jobs-test/", import.meta.url));
const good = JSON.stringify({
  openapi: "3.1.0",
  paths: {},
  components: { schemas: { Name: { type: "string" } } },
});
const bad = JSON.stringify({ openapi: "3.1.0", paths: { "/": { $ref: "#/%" } } });

test("types come out of the thread as they do without one, and a fault in one leaves the next alone", async () => {
  const { print } = (await compiled())();
  // the thread is not ready yet
  const printed = await Promise.allSettled([
    print(bad, "First."),
    print(good, "Second."),
    print(good, "Third."),
  ]);
  expect(printed).toEqual([
    { status: "rejected", reason: new Error("URI malformed") },
    { status: "fulfilled", value: printTypes(good, "Second.") },
    { status: "fulfilled", value: printTypes(good, "Third.") },
  ]);
});

test("a build that has nothing printed ends all the same", async () => {
  await compiled();
  const program = `${folder}ends.js`;
  const text = 'import { printAside } from "./print-aside.js"; await printAside().ready;';
  writeFileSync(program, text);
  // rejects when it has to be ended
  await promisify(execFile)(process.execPath, [program], { timeout: 30_000 });
}, 60_000);

/** As it is published, because Node loads no TypeScript into a thread. */
async function compiled(): Promise<typeof printAside> {
  const sources = new URL("../../../scripts/build/emit/", import.meta.url);
  await build({
    entryPoints: ["print-aside.ts", "print-worker.ts"].map((name) => fileURLToPath(new URL(name, sources))),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  return (await import(/* @vite-ignore */ `${folder}print-aside.js`)).printAside;
}
