import fs from "node:fs";
import path from "node:path";
import type { Build, Compiler, OnApi } from "./build.ts";
import { buildAll } from "./build.ts";
import type { ApiChanges } from "./changes/change.ts";
import type { Rewrite } from "./changes/changes.ts";
import { printAside } from "./emit/print-aside.ts";
import type { ClientPlace } from "./first/program.ts";
import type { Plan } from "./output/plan.ts";
import {
  carryOut,
  describePlan,
  filesAmong,
  foldersIn,
  linksAmong,
  planRemovals,
  planWrites,
} from "./output/plan.ts";
import { preload } from "./preload.ts";
import type { Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import { generatorHash } from "./record/generator-hash.ts";
import type { Hashes } from "./record/hash.ts";
import { hashOf } from "./record/hash.ts";
import type { ApiRecord, BuildRecord } from "./record/record.ts";
import { readRecord, readWritten, writeRecord } from "./record/record.ts";
import type { Report } from "./report.ts";

export type { OnApi } from "./build.ts";
export type { ApiChanges, Change } from "./changes/change.ts";
export type { Problem } from "./problem.ts";
export type { FileReport, FileState, Report } from "./report.ts";

export interface GenerateOptions {
  /** Path of `redocly.yaml`. */
  readonly configuration: string;
  /** Path of the folder that gets one folder per API. */
  readonly output: string;
  /** What generated clients import the runtime as; seen from an API's folder when it is a relative path. */
  readonly runtime: string;
  /** Path of the file that remembers earlier builds. Default: none, and every API is built. */
  readonly record?: string;
  /** Names of the APIs to build. Default: all. */
  readonly only?: readonly string[];
  /** Writes nothing, only says what would be. Default: `false`. */
  readonly check?: boolean;
  /** Path of the folder where programs stand: the report has a first one for each new client. Default: none. */
  readonly programs?: string;
  /** Is told which API is looked at; those that need no looking at are passed over. */
  readonly onApi?: OnApi | undefined;
}

/**
 * Builds the clients of all APIs. Either all of them are without errors, or nothing is written.
 * `load` is there for tests, which want to know whether the compilers were loaded.
 */
export async function generate(
  options: GenerateOptions,
  load: () => Promise<Compiler> = loadCompiler,
): Promise<Report> {
  const { runtime, only, check = false, record: recordFile, programs: programFolder, onApi } = options;
  const configuration = path.resolve(options.configuration);
  const output = path.resolve(options.output);
  const generator = generatorHash(import.meta.url, { output, runtime });
  const record = readRecord(recordFile, generator);

  const placeOf = (name: string): ClientPlace | undefined =>
    check || programFolder === undefined || fs.existsSync(path.join(output, name, "index.ts"))
      ? undefined
      : placeIn(programFolder, path.join(output, name));
  const build = await buildAll({ configuration, runtime, only, record, onApi, placeOf }, load);
  const { inputs } = build;
  const folders = build.apis.map(({ name }) => path.join(output, name));
  const misplaced = filesAmong([output, ...folders]);
  const obstacles =
    misplaced.length > 0 ? misplaced.map(isNoFolder) : linksAmong(folders).map(leadsElsewhere);
  const problems = [...build.problems, ...obstacles];
  const apis = build.apis.map(({ name, state }) => ({ name, state }));
  if (hasErrors(problems)) {
    const nothing = { files: [], changes: [], jobless: [], programs: [] };
    return { apis, ...nothing, problems, inputs, ok: false };
  }

  const written = readWritten(recordFile);
  const plan = makePlan(build, { output, record, written, isPartial: only !== undefined });
  const rewrites = rewritesIn(plan);
  const jobless = build.apis.flatMap(({ root, files, problems }) =>
    root === undefined || files.get("openapi.json")?.includes('"x-polling":') || isBare(problems)
      ? []
      : [root],
  );
  const programs = build.apis.flatMap(({ name, program }) =>
    program === undefined ? [] : [{ api: name, ...program }],
  );
  if (check) {
    const files = describePlan(plan, isEdited(build, output));
    const changes = await changesIn(rewrites, configuration);
    const ok = files.every(({ state }) => state === "unchanged");
    return { apis, files, problems, changes, jobless, programs, inputs, ok };
  }
  const files = carryOut(plan);
  writeRecord(recordFile, newRecord(build, output, record, { generator, written }));
  const changes = await changesIn(rewrites, configuration);
  const kept = plan.kept.map((file) => orphanKept(file, Object.hasOwn(written, file)));
  return { apis, files, problems: [...problems, ...kept], changes, jobless, programs, inputs, ok: true };
}

/** A program imports what a compiler makes of the client. */
function placeIn(folder: string, client: string): ClientPlace {
  const seen = path.relative(path.resolve(folder), client).replaceAll(path.sep, "/");
  const module = seen.startsWith("../") ? seen : `./${seen}`;
  return { module: `${module}/index.js`, document: `${seen}/openapi.json` };
}

/** In which nobody need look for jobs. */
function isBare(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === "no-operations");
}

function leadsElsewhere(folder: string): Problem {
  const message =
    "This folder is a link, and what is written there would end up elsewhere. Remove it; the build makes a folder.";
  return { severity: "error", code: "output-is-link", message, suggest: [], file: folder, frame: "" };
}

function isNoFolder(file: string): Problem {
  const message =
    "This is a file, and a folder for clients is to be here. Move the file, or have the clients written elsewhere: `--out FOLDER`.";
  return { severity: "error", code: "output-is-file", message, suggest: [], file, frame: "" };
}

function orphanKept(file: string, isEdited: boolean): Problem {
  const why = isEdited ? "It has been edited" : "Nobody knows here whether it has been edited";
  const message = `No API makes this file any more. ${why}, so it is kept; delete it when you need nothing of it.`;
  return { severity: "warning", code: "orphan-kept", message, suggest: [], file, frame: "" };
}

/** What prints the types loads beside it. */
async function loadCompiler(): Promise<Compiler> {
  printAside();
  preload(new URL("./compiler.js", import.meta.url));
  return await import("./compiler.ts");
}

/** Files of skipped APIs are known to be as they should be. */
function makePlan(
  build: Build,
  {
    output,
    record,
    written,
    isPartial,
  }: {
    readonly output: string;
    readonly record: BuildRecord | undefined;
    readonly written: Hashes;
    readonly isPartial: boolean;
  },
): Plan {
  const texts = new Map(build.apis.flatMap(({ name, files }) => textsOf(name, files, output)));
  const skipped = build.apis
    .filter(({ state }) => state === "skipped")
    .flatMap(({ name }) => Object.keys(record?.apis[name]?.outputs ?? {}));
  const { writes, unchanged } = planWrites(texts, written);
  const folders = isPartial ? build.apis.map(({ name }) => path.join(output, name)) : foldersIn(output);
  const orphans = planRemovals(folders, new Set([...texts.keys(), ...skipped]), written);
  return { writes, unchanged: [...unchanged, ...skipped], ...orphans };
}

/** The bundled documents that will be others. */
function rewritesIn({ writes }: Plan): readonly Rewrite[] {
  return writes
    .filter((write) => path.basename(write.path) === "openapi.json" && !write.isMissing)
    .map((write) => ({
      api: path.basename(path.dirname(write.path)),
      before: fs.readFileSync(write.path, "utf8"),
      after: write.text,
    }));
}

async function changesIn(
  rewrites: readonly Rewrite[],
  configuration: string,
): Promise<readonly ApiChanges[]> {
  if (rewrites.length === 0) return [];
  const { changesOf } = await import("./changes/changes.ts");
  const found: ApiChanges[] = [];
  for (const rewrite of rewrites) {
    const changes = await changesOf(rewrite, path.dirname(configuration));
    if (changes !== undefined) found.push(changes);
  }
  return found;
}

function textsOf(
  name: string,
  files: ReadonlyMap<string, string>,
  output: string,
): readonly (readonly [file: string, text: string])[] {
  return [...files].map(([file, text]) => [path.join(output, name, file), text] as const);
}

function hashesOf(name: string, files: ReadonlyMap<string, string>, output: string): Hashes {
  return Object.fromEntries(textsOf(name, files, output).map(([file, text]) => [file, hashOf(text)]));
}

/** A file that is not as it was written, although nothing that it was made of has changed. */
function isEdited({ apis }: Build, output: string): (file: string) => boolean {
  const edited = apis.filter(({ hasSameInputs }) => hasSameInputs).map(({ name }) => path.join(output, name));
  return (file) => edited.includes(path.dirname(file));
}

function newRecord(
  build: Build,
  output: string,
  previous: BuildRecord | undefined,
  { generator, written }: Pick<BuildRecord, "generator" | "written">,
): BuildRecord {
  const built = build.apis.filter(({ state }) => state === "built");
  const outputs = new Map(built.map(({ name, files }) => [name, hashesOf(name, files, output)]));
  const apis = built.flatMap(({ name, problems, inputs, isRepeatable }): readonly [string, ApiRecord][] =>
    isRepeatable ? [[name, { inputs, outputs: outputs.get(name) ?? {}, problems }]] : [],
  );
  const others = Object.entries(previous?.apis ?? {}).filter(
    ([name]) => build.names.includes(name) && !outputs.has(name),
  );
  return {
    generator,
    configuration: build.configurationFiles,
    names: build.names,
    apis: Object.fromEntries([...others, ...apis]),
    written: Object.fromEntries([
      ...Object.entries(written).filter(([file]) => fs.existsSync(file)),
      ...[...outputs.values()].flatMap(Object.entries),
    ]),
  };
}
