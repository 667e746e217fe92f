import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
// loaded before time is pretended, for an import takes real time
import "../../src/sandbox/index.ts";
import { withTools } from "../../scripts/build/tools.ts";
import { givenProject } from "../build/project.ts";
import { called } from "../command/given.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const folder = new URL(".", import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));

/** Lets happen what happens in real time: reading files, reading bodies. */
const immediate = setImmediate;
const tick = (): Promise<void> => new Promise((resolve) => immediate(resolve));

/** What each example prints. */
const printed: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  "first-example.ts": [
    ["pending", 2],
    ["pending", 2],
    ["succeeded", 0],
    ["docName", "boxcnxe5OdjlAkNgSNdsJvabcef", "docName.pdf", 34356],
  ],
  "resume.ts": [[305]],
  "watch.ts": [
    ["changed:", "pending", 0],
    ["changed:", "pending", 39],
    ["by now:", "pending", 39],
    ["changed:", "pending", 62],
    ["changed:", "pending", 91],
    ["changed:", "succeeded", 100],
  ],
  "outcomes.ts": [
    [
      "the job failed:",
      "CreateELBTask-fail:DWS.0114",
      "huawei-dws/clusterJob failed with code CreateELBTask-fail:DWS.0114: DWS.0114:ELB private IP is not configured.",
    ],
  ],
  "faults.ts": [[{ process_status: "success" }]],
  "queue.ts": [["succeeded", 2]],
  "advice.ts": [
    [
      expect.stringMatching(/^ApiError: createExportTask: HTTP 403, code 1069902: no permission/),
      expect.stringMatching(/^Give the app, or the user whose token this is, the right to read or edit/),
    ],
  ],
  "save.ts": [["bundle.tar.gz", true]],
  "operation.ts": [[400, 99991663, true]],
  "fetch-client.ts": [[400, expect.objectContaining({ code: 99991663 })]],
};

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Those of the newcomer's own API run in `npm run test:package`. */
const newcomers = ["test/package/newcomer/index.ts", "test/package/newcomer/offline.ts"];

test.each([...examples.map((name) => `test/readme/${name}`), ...newcomers])(
  "the README shows %s as it is",
  (file) => {
    const text = readFileSync(new URL(`../../${file}`, folder), "utf8");
    expect(readme).toContain(`<!-- ${file} -->\n\`\`\`ts\n${text}\`\`\``);
  },
);

test.each(examples)("%s prints what it should", async (name) => {
  const said: unknown[][] = [];
  vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words));
  let over = false;
  const run = import(new URL(name, folder).href).finally(() => {
    over = true;
  });
  while (!over) {
    // requests settle in real time, and the pretended one must not run ahead of them
    for (let round = 0; round < 20; round++) await tick();
    // nobody waits for anything while modules are still loading
    if (vi.getTimerCount() > 0) await vi.advanceTimersByTimeAsync(100);
  }
  await run;
  expect(said).toEqual(printed[name]);
  expect(vi.getTimerCount()).toBe(0);
});

test("the README has the generator's libraries installed as the command does", async () => {
  const load = (): Promise<never> => Promise.reject(new Error("Cannot find package 'openapi-typescript'"));
  const { message } = await withTools(load, givenProject({}).folder).catch((error: Error) => error);
  const [, install = ""] = /To install: (.+)$/.exec(message) ?? [];
  expect(install).toContain("--save-dev");
  expect(readme).toContain(`\nnpm install openapi-jobs\n${install} tsx\n`);
  expect(readme).toContain(`\n${install.replace("--save-dev", "openapi-jobs")} tsx\n`);
});

test("it takes four commands from an empty folder to a job of one's own API", () => {
  const section = readme.slice(readme.indexOf("\n## Where to begin\n"));
  const [, block = ""] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  const commands = block.match(/^(npm install|npx (?:tsx|openapi-jobs \w+)).*$/gm) ?? [];
  expect(commands.map((command) => command.split(" ").slice(0, 3).join(" "))).toEqual([
    "npm install openapi-jobs",
    "npx openapi-jobs suggest",
    "npx openapi-jobs generate",
    "npx tsx index.mts",
  ]);
  expect(block.trim().split("\n")).toHaveLength(commands.length);
});

test("every TypeScript example that stands alone is a file that runs", () => {
  const alone = readme.match(/```ts\nimport /g)?.length;
  expect(examples.length + newcomers.length).toBe(alone);
});

test("the API that the README adds appears with client, job and starter", async () => {
  vi.useRealTimers();
  const project = givenProject({
    "redocly.yaml": `extends: [recommended-strict]\n${yamlOf("redocly.yaml")}`,
    "printer.yaml": yamlOf("printer.yaml"),
  });
  const { report, errors } = await project.build();
  expect([report.ok, errors]).toEqual([true, ""]);
  const client = project.read("generated/printer/index.ts");
  expect(client.match(/^export (?:const|function) \w+/gm)).toEqual(exported);
  expect(client).toMatch(
    /: Starter<\s*PrinterClient,\s*CreatePrintParams,\s*CreatePrintAnswer,\s*typeof print,/,
  );
});

test("the same document without its job gets it by the way of the overlay", async () => {
  vi.useRealTimers();
  const bare = yamlOf("printer.yaml")
    .replace(/^ +x-polling:.*\n(?: {8}.*\n)+/m, "")
    .replace(/^ +links:\n.*\n/m, "")
    .replace(/^x-errors:[\s\S]*/m, "");
  expect(bare).not.toMatch(/x-polling|links|x-errors/);
  const project = givenProject({ "printer.yaml": bare, "package.json": "{}" });
  const [, words = ""] = /^npx openapi-jobs (suggest printer.*?) *(?:#.*)?$/m.exec(readme) ?? [];
  expect((await called(words, project)).err).toContain("2 things have to be checked.");
  // looked through, as the README has it
  const overlay = project.read("printer.overlay.yaml");
  const checked = overlay
    .replace("printing, jammed]", "printing]\n        failed: [jammed]")
    .replace(/^ *# check: .*\n(?: *# {3}.*\n)*/gm, "");
  project.write({ "printer.overlay.yaml": checked });
  const { report, errors } = await project.build();
  expect([report.ok, errors]).toEqual([true, ""]);
  const client = project.read("generated/printer/index.ts");
  expect(client.match(/^export (?:const|function) \w+/gm)).toEqual(exported);
});

/** What the client of the README's own API exports. */
const exported = [
  "export function createPrinterClient",
  "export const getPrint",
  "export const print",
  "export const createPrint",
];

function yamlOf(name: string): string {
  return new RegExp(`\`\`\`yaml\\n# ${name}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";
}
