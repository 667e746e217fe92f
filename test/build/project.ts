import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { GenerateOptions, Report } from "../../scripts/build/index.ts";
import { generate } from "../../scripts/build/index.ts";
import { renderReport } from "../../scripts/build/render.ts";

/** Somebody's project in a folder of its own, which goes away with the test. */
export interface Project {
  readonly folder: string;
  /** Writes files, by their paths in the project. */
  write(files: Readonly<Record<string, string>>): void;
  read(file: string): string;
  remove(file: string): void;
  /** All files in `generated/` with their texts. */
  generated(): Readonly<Record<string, string>>;
  /** Builds, and gives the report as the command prints it. */
  build(options?: Partial<GenerateOptions>): Promise<Built>;
  readonly options: GenerateOptions;
}

export interface Built {
  readonly report: Report;
  /** A line for each file. */
  readonly output: readonly string[];
  readonly errors: string;
  /** The compilers were loaded. */
  readonly isLoaded: boolean;
}

export function givenProject(files: Readonly<Record<string, string>>): Project {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "openapi-jobs-")));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const at = (file: string): string => path.join(folder, file);
  const options = {
    configuration: at("redocly.yaml"),
    output: at("generated"),
    runtime: "openapi-jobs/runtime",
    record: at("cache/build.json"),
  };
  const project: Project = {
    folder,
    options,
    write: (files) => {
      for (const [file, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(at(file)), { recursive: true });
        fs.writeFileSync(at(file), text);
      }
    },
    read: (file) => fs.readFileSync(at(file), "utf8"),
    remove: (file) => fs.rmSync(at(file), { recursive: true }),
    generated: () => {
      const all = fs.existsSync(at("generated")) ? fs.readdirSync(at("generated"), { recursive: true }) : [];
      const found = all.map(String).filter((file) => fs.statSync(at(`generated/${file}`)).isFile());
      return Object.fromEntries(found.sort().map((file) => [file, project.read(`generated/${file}`)]));
    },
    build: async (changes = {}) => {
      let isLoaded = false;
      const given = { ...options, ...changes };
      const report = await generate(given, () => {
        isLoaded = true;
        return import("../../scripts/build/compiler.ts");
      });
      const { check = false } = given;
      const { output, errors } = renderReport(report, { from: folder, check, command: "generate" });
      return { report, output: output.split("\n").filter(Boolean), errors, isLoaded };
    },
  };
  project.write(files);
  return project;
}

/** A configuration for specifications of these names. */
export function configuration(...names: readonly string[]): string {
  return `apis:\n${names.map((name) => `  ${name}: { root: ${name}.yaml }\n`).join("")}`;
}

/** A specification with one operation. */
export function specification(operationId: string, more = ""): string {
  return `openapi: 3.1.0
info: { title: Sample, version: 1.0.0 }
servers: [{ url: https://api.example }]
paths:
  /things:
    get:
      operationId: ${operationId}
      responses: { '200': { description: ok, content: { application/json: { schema: { type: string } } } } }
${more}${more === "" || more.endsWith("\n") ? "" : "\n"}security: []
`;
}
