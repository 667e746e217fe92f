import path from "node:path";
import { clientFile } from "./emit/client-file.ts";
import { printDocument } from "./emit/document-file.ts";
import { print } from "./emit/print.ts";
import { printAside } from "./emit/print-aside.ts";
import { placeOperations } from "./emit/types-document.ts";
import type { Readable } from "./examine.ts";
import { examine } from "./examine.ts";
import { banner } from "./output/banner.ts";
import type { Problem } from "./problem.ts";
import type { ApiConfiguration } from "./specification/configuration.ts";
import { problemIn } from "./specification/problems.ts";

export { readConfiguration } from "./specification/configuration.ts";

/** What became of one API: its files, unless there are errors. */
export interface Compiled {
  /** Name in the API's folder, and text. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** Every file and URL that the specification consists of. */
  readonly inputs: readonly string[];
}

/** Everything that is heavy to load is behind this module, so that a build without changes need not load it. */
export async function compile(
  api: ApiConfiguration,
  { folder, runtime }: { readonly folder: string; readonly runtime: string },
): Promise<Compiled> {
  const line = banner(path.relative(folder, api.root).replaceAll(path.sep, "/"));
  let printed: Promise<ReadonlyMap<string, string>> | undefined;
  const onRead = (read: Readable): void => {
    printed = printAll(read, runtime, line);
    // when there are errors in it, nobody waits
    printed.catch(() => {});
  };
  const { ok, problems, inputs } = await examine(api, { onRead });
  if (!ok || printed === undefined) return { files: new Map(), problems, inputs };
  await printAside().ready;
  try {
    return { files: await printed, problems, inputs };
  } catch (error) {
    // what a tool does not like, and nobody has thought of
    const message = `This cannot be generated: ${error instanceof Error ? error.message : String(error)}.`;
    const unknown = problemIn(api.root, "cannot-be-generated", message);
    return { files: new Map(), problems: [...problems, unknown], inputs };
  }
}

async function printAll(
  { document, mended, model }: Readable,
  runtime: string,
  banner: string,
): Promise<ReadonlyMap<string, string>> {
  const placed = placeOperations(mended, model.operations);
  const types = printAside().print(JSON.stringify(placed), banner);
  // should the rest be what cannot be printed, nobody waits for them
  types.catch(() => {});
  const client = print(clientFile(model, placed, runtime), banner);
  const json = printDocument(document, banner);
  return new Map([
    ["index.ts", client],
    ["types.ts", await types],
    ["openapi.json", json],
  ]);
}
