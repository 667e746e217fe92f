import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median } from "./measure.ts";
import { pascal, resourceNames, serviceNames } from "./synthetic/words.ts";
import type { Called, Tool } from "./tools.ts";
import { home } from "./tools.ts";
import { writeTsconfig } from "./workspace.ts";

/** Operations of the synthetic specification that give one resource by its id. */
const operations: readonly Called[] = serviceNames.flatMap((service) =>
  resourceNames.map((resource) => ({
    id: `get${pascal(service, resource)}`,
    path: `/${service}/${resource}s/{${resource}_id}`,
    parameter: `${resource}_id`,
  })),
);

export interface Checked {
  /** Seconds that the compiler says it checked for. */
  readonly check: number;
  readonly instantiations: number;
  /** Those in the generated code included. */
  readonly errors: number;
}

/** What a tool has generated, and where. */
interface Generated {
  readonly tool: Tool;
  readonly folder: string;
}

/** Checks a program of so many calls, and what was generated with it: of each tool, which take turns. */
export function measureChecks(
  all: readonly Generated[],
  count: number,
  rounds: number,
): ReadonlyMap<Tool, Checked> {
  for (const each of all) writeCalls(each, operations.slice(0, count));
  const turns = Array.from({ length: rounds }, () =>
    all.map(({ tool, folder }) => [tool, compile(folder)] as const),
  );
  return new Map(
    all.map(({ tool }) => {
      const outputs = turns.flat().flatMap(([each, output]) => (each === tool ? [output] : []));
      const [first = ""] = outputs;
      const checked = {
        check: median(outputs.map((output) => figure(output, "Check time"))),
        instantiations: figure(first, "Instantiations"),
        errors: Array.from(first.matchAll(/: error TS/g)).length,
      };
      return [tool, checked] as const;
    }),
  );
}

function writeCalls({ tool: { calls }, folder }: Generated, chosen: readonly Called[]): void {
  const lines = chosen.map(
    (each) => `export const ${each.id}Id = ${calls.call(each, calls.argument(each))};\n`,
  );
  writeFileSync(`${folder}/calls.ts`, calls.imports(chosen.map(({ id }) => id)) + lines.join(""));
  writeTsconfig(folder);
}

function compile(folder: string): string {
  const compiler = `${home}node_modules/typescript/bin/tsc`;
  const args = [
    "--max-old-space-size=4096",
    compiler,
    "-p",
    folder,
    "--extendedDiagnostics",
    "--pretty",
    "false",
  ];
  return spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9 }).stdout;
}

function figure(output: string, name: string): number {
  const [, value] = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(output) ?? [];
  if (value === undefined) throw new Error(`The compiler did not tell ${name}:\n${output.slice(0, 2000)}`);
  return Number(value);
}

/** Bytes of a program of one call, minified and gzipped. */
export async function measureBundle({ calls }: Tool, folder: string): Promise<number> {
  const [operation] = operations;
  if (operation === undefined) throw new Error("There is no operation.");
  const { outputFiles } = await build({
    stdin: {
      contents: `${calls.imports([operation.id])}console.log(await ${calls.call(operation, calls.argument(operation))});`,
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
    alias: { "openapi-jobs/runtime": `${home}../../../dist/src/runtime/index.js` },
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}

/** A file with one call, and where in it the argument object is to be completed. */
export function unfinishedCall({ calls }: Tool): {
  readonly text: string;
  readonly offset: number;
  readonly name: string;
} {
  const operation = operations[1];
  if (operation === undefined) throw new Error("There is no operation.");
  const mark = "/*here*/";
  const marked = `${calls.imports([operation.id])}export const id = ${calls.call(operation, ` ${mark} `)};\n`;
  const [, name = ""] = /(\w+):/.exec(calls.argument(operation)) ?? [];
  return { text: marked.replace(mark, ""), offset: marked.indexOf(mark), name };
}
