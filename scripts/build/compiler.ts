import path from "node:path";
import { printDocument } from "./emit/document-file.ts";
import { printAside } from "./emit/print-aside.ts";
import { placeOperations } from "./emit/types-document.ts";
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
  const { found, problems, inputs } = await examine(api);
  if (found === undefined) return { files: new Map(), problems, inputs };
  const { document, mended, model } = found;
  const { types, client } = printAside();
  await Promise.all([types.ready, client.ready]);
  try {
    const line = banner(path.relative(folder, api.root).replaceAll(path.sep, "/"));
    const placed = JSON.stringify(placeOperations(mended, model.operations));
    const printed = Promise.all([client.print(model, runtime, line), types.print(placed, line)]);
    // should the document be what cannot be printed, nobody waits for the rest
    printed.catch(() => {});
    const json = printDocument(document, line);
    const [index, declarations] = await printed;
    const files = new Map([
      ["index.ts", index],
      ["types.ts", declarations],
      ["openapi.json", json],
    ]);
    return { files, problems, inputs };
  } catch (error) {
    // what a tool does not like, and nobody has thought of
    const message = `This cannot be generated: ${error instanceof Error ? error.message : String(error)}.`;
    return {
      files: new Map(),
      problems: [...problems, problemIn(api.root, "cannot-be-generated", message)],
      inputs,
    };
  }
}
