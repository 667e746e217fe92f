import fs from "node:fs";
import path from "node:path";
import type { MarkedJobs } from "../vocabulary/marked-jobs.ts";
import { markedJobs } from "../vocabulary/marked-jobs.ts";
import { clientFile } from "./emit/client-file.ts";
import { printDocument } from "./emit/document-file.ts";
import { print } from "./emit/print.ts";
import { printAside } from "./emit/print-aside.ts";
import { placeOperations } from "./emit/types-document.ts";
import type { Named, Readable } from "./examine.ts";
import { examine } from "./examine.ts";
import type { ClientPlace, FirstProgram } from "./first/program.ts";
import { firstProgram } from "./first/program.ts";
import type { Document } from "./model/openapi.ts";
import { banner } from "./output/banner.ts";
import type { Problem } from "./problem.ts";
import type { Hashes } from "./record/hash.ts";
import type { ApiConfiguration } from "./specification/configuration.ts";
import { problemIn } from "./specification/problems.ts";

export { readConfiguration } from "./specification/configuration.ts";

/** What became of one API: its files, unless there are errors. */
export interface Compiled {
  /** Name in the API's folder, and text. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** Every file and URL that the specification consists of. */
  readonly inputs: Hashes;
  /** The first program for it, where one was asked for and can be made. */
  readonly program?: FirstProgram | undefined;
}

export interface CompileOptions {
  readonly folder: string;
  readonly runtime: string;
  /** Where a first program would find the client. Default: nobody wants one. */
  readonly place?: ClientPlace | undefined;
}

/** Everything that is heavy to load is behind this module, so that a build without changes need not load it. */
export async function compile(
  api: ApiConfiguration,
  { folder, runtime, place }: CompileOptions,
): Promise<Compiled> {
  const line = banner(path.relative(folder, api.root).replaceAll(path.sep, "/"));
  let types: Types | undefined;
  let printed: Promise<ReadonlyMap<string, string>> | undefined;
  let program: (() => FirstProgram | undefined) | undefined;
  const onNamed = (named: Named): void => {
    types = printTypes(named, line);
  };
  const onRead = (read: Readable): void => {
    if (types === undefined) return;
    const { placed } = types;
    if (place) program = () => firstProgram(read.model, placed, place, markedIn(api));
    printed = printAll(read, types, runtime, line);
    // when there are errors in it, nobody waits
    printed.catch(() => {});
  };
  const { ok, problems, inputs } = await examine(api, { onNamed, onRead });
  if (!ok || printed === undefined) return { files: new Map(), problems, inputs };
  await printAside().ready;
  try {
    return { files: await printed, problems, inputs, program: program && attempt(program) };
  } catch (error) {
    // what a tool does not like, and nobody has thought of
    const message = `This cannot be generated: ${error instanceof Error ? error.message : String(error)}.`;
    const unknown = problemIn(api.root, "cannot-be-generated", message);
    return { files: new Map(), problems: [...problems, unknown], inputs };
  }
}

/** The jobs in which its overlays have marks. */
function markedIn({ overlays }: ApiConfiguration): MarkedJobs {
  return markedJobs(overlays.map((overlay) => fs.readFileSync(overlay, "utf8")).join("\n"));
}

/** That a program cannot be thought up keeps no client from being written. */
function attempt(make: () => FirstProgram | undefined): FirstProgram | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

interface Types {
  /** What they are printed from. */
  readonly placed: Document;
  readonly text: Promise<string>;
}

function printTypes({ mended, operations }: Named, banner: string): Types {
  const placed = placeOperations(mended, operations);
  const text = printAside().print(JSON.stringify(placed), banner);
  // should the rest be what cannot be read or printed, nobody waits for them
  text.catch(() => {});
  return { placed, text };
}

async function printAll(
  { document, model }: Readable,
  { placed, text }: Types,
  runtime: string,
  banner: string,
): Promise<ReadonlyMap<string, string>> {
  const client = print(clientFile(model, placed, runtime), banner);
  const json = printDocument(document, banner);
  return new Map([
    ["index.ts", client],
    ["types.ts", await text],
    ["openapi.json", json],
  ]);
}
