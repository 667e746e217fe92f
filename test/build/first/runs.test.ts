import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { made } from "./made.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const entries: Readonly<Record<string, string>> = {
  "openapi-jobs": "src/index.ts",
  "openapi-jobs/mock": "scripts/mock/index.ts",
  "openapi-jobs/node": "src/node.ts",
};
const apis = fs.readdirSync(path.join(root, "generated")).map((name) => `generated/${name}/openapi.json`);
const fixtures = [
  "test/build/fixtures/awkward.yaml",
  "test/build/fixtures/printing.yaml",
  "test/mock/rendering.yaml",
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each([...apis, ...fixtures])("the first program for %s runs on the mock, to its end", async (file) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "first-program-"));
  try {
    const name = nameOf(file);
    const program = await written(name, file, folder);
    const said = vi.spyOn(console, "log").mockImplementation(() => {});
    let isOver = false;
    const running = import(pathToFileURL(program).href).finally(() => {
      isOver = true;
    });
    running.catch(() => {});
    while (!isOver) await vi.advanceTimersByTimeAsync(1000);
    await running;
    expect(said.mock.calls.length).toBeGreaterThan(0);
    const saves = ["feishu", "huawei-drs", "printing"].includes(name);
    expect(fs.existsSync(path.join(folder, "download"))).toBe(saves);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

function nameOf(file: string): string {
  return file.endsWith(".json") ? path.basename(path.dirname(file)) : path.basename(file, ".yaml");
}

/** One file that has all it needs; its paths lead into a folder. */
async function written(name: string, file: string, folder: string): Promise<string> {
  const document = parse(fs.readFileSync(path.join(root, file), "utf8"));
  for (const [each, text] of Object.entries(made(name, document))) {
    fs.mkdirSync(path.dirname(path.join(folder, each)), { recursive: true });
    fs.writeFileSync(
      path.join(folder, each),
      text.replace(/"download"(?=, . overwrite)|"[^"]+\/openapi\.json"/g, (found) =>
        JSON.stringify(`${folder}/${JSON.parse(found)}`),
      ),
    );
  }
  fs.writeFileSync(path.join(folder, name, "openapi.json"), JSON.stringify(document));
  const outfile = path.join(folder, "program.mjs");
  await build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    outfile,
    nodePaths: [path.join(root, "node_modules")],
    plugins: [
      {
        name: "this repository",
        setup({ onResolve }) {
          onResolve({ filter: /^openapi-jobs|src\/runtime\/index\.ts$/ }, ({ path: wanted }) => ({
            path: path.join(root, entries[wanted] ?? "src/runtime/index.ts"),
          }));
        },
      },
    ],
  });
  return outfile;
}
