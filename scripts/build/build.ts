import path from "node:path";
import type { ClientPlace, FirstProgram } from "./first/program.ts";
import type { Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import type { Hashes } from "./record/hash.ts";
import { areSame } from "./record/hash.ts";
import type { BuildRecord } from "./record/record.ts";
import { withTools } from "./tools.ts";
import { unknownApi } from "./unknown-api.ts";

export type Compiler = Pick<typeof import("./compiler.ts"), "readConfiguration" | "compile">;

/** What came of all APIs that were asked for, before anything is written. */
export interface Build {
  /** All APIs of the configuration. */
  readonly names: readonly string[];
  /** Those that were asked for. */
  readonly apis: readonly ApiBuild[];
  readonly configurationFiles: Hashes;
  readonly problems: readonly Problem[];
  /** All files that the outcome depends on, as they were read. */
  readonly inputs: Hashes;
}

interface ApiBuild {
  readonly name: string;
  readonly state: "built" | "skipped" | "failed";
  /** The document; absent when nobody had to look. */
  readonly root?: string;
  /** Name in the API's folder, and text; none unless it was built. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly inputs: Hashes;
  /** The inputs are those of the last build. */
  readonly hasSameInputs: boolean;
  /** The same inputs will give the same, so that they need not be looked at again. */
  readonly isRepeatable: boolean;
  /** The first program for it, where one was asked for and can be made. */
  readonly program?: FirstProgram | undefined;
}

export interface BuildOptions {
  readonly configuration: string;
  readonly runtime: string;
  readonly only: readonly string[] | undefined;
  readonly record: BuildRecord | undefined;
  readonly onApi: OnApi | undefined;
  /** Where a first program would find the client of an API, if somebody wants one. */
  readonly placeOf?: (name: string) => ClientPlace | undefined;
}

/** Is told which API comes next, the how-manieth it is, and of how many. */
export type OnApi = (name: string, index: number, count: number) => void;

/** Builds what has changed, and loads the compilers only if something has. */
export async function buildAll(
  { configuration, runtime, only, record, onApi, placeOf }: BuildOptions,
  load: () => Promise<Compiler>,
): Promise<Build> {
  const chosen =
    record &&
    choose(
      record.names.map((name) => ({ name })),
      only,
      configuration,
    );
  if (record && chosen?.problems.length === 0 && chosen.names.every((name) => isUnchanged(name, record))) {
    const apis = chosen.names.map((name) => skipped(name, record));
    return outcome(record.names, apis, record.configuration, []);
  }

  const { readConfiguration, compile } = await withTools(load);
  const { apis, problems, files } = await readConfiguration(configuration);
  const names = apis.map(({ name }) => name);
  if (apis.length === 0) return outcome(names, [], files, problems);
  const asked = choose(apis, only, configuration);
  const chosenApis = apis.filter(({ name }) => asked.names.includes(name));
  const folder = path.dirname(configuration);
  // while one is printed, the next is read
  const builds = await inTurn(chosenApis, 2, async (api, index): Promise<ApiBuild> => {
    if (record && isUnchanged(api.name, record)) return skipped(api.name, record);
    onApi?.(api.name, index, asked.names.length);
    const place = placeOf?.(api.name);
    const { files, problems, inputs, program } = await withTools(() =>
      compile(api, { folder, runtime, place }),
    );
    const known = record?.apis[api.name];
    return {
      name: api.name,
      root: api.root,
      state: hasErrors(problems) ? "failed" : "built",
      files,
      problems,
      inputs,
      program,
      hasSameInputs: known !== undefined && areSame(known.inputs),
      // what lies on a server may change unnoticed
      isRepeatable: Object.keys(inputs).every((input) => path.isAbsolute(input)),
    };
  });
  return outcome(names, builds, files, [...problems, ...asked.problems]);
}

function outcome(
  names: readonly string[],
  apis: readonly ApiBuild[],
  configurationFiles: Hashes,
  problems: readonly Problem[],
): Build {
  // of a file that was edited between two readings, the first one counts
  const read = [configurationFiles, ...apis.map((api) => api.inputs)];
  const inputs: Hashes = Object.fromEntries(read.toReversed().flatMap(Object.entries<string | null>));
  const all = [...problems, ...apis.flatMap((api) => api.problems)];
  return { names, apis, configurationFiles, problems: withoutTwins(all), inputs };
}

/** The APIs that were asked for, in the order of the configuration. */
function choose(
  apis: readonly { readonly name: string; readonly root?: string }[],
  only: readonly string[] | undefined,
  configuration: string,
): { readonly names: readonly string[]; readonly problems: readonly Problem[] } {
  const names = apis.map(({ name }) => name);
  if (only === undefined) return { names, problems: [] };
  const unknown = only.filter((name) => !names.includes(name));
  const problems = unknown.map((name) => unknownApi(name, apis, configuration));
  return { names: names.filter((name) => only.includes(name)), problems };
}

function isUnchanged(name: string, record: BuildRecord): boolean {
  const known = record.apis[name];
  return known !== undefined && areSame(known.inputs) && areSame(known.outputs);
}

function skipped(name: string, record: BuildRecord): ApiBuild {
  const { inputs = {}, problems = [] } = record.apis[name] ?? {};
  const known = { inputs, problems, hasSameInputs: true, isRepeatable: true };
  return { name, state: "skipped", files: new Map(), ...known };
}

/** Does it for each, so many at a time, and gives what came of them in the order of the items. */
async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  act: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const rest = items.entries();
  const results: R[] = [];
  const work = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await act(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** A fault in a part that several APIs share is told once. */
function withoutTwins(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}
