import { readApi } from "./model/api.ts";
import type { ApiModel } from "./model/model.ts";
import type { Document } from "./model/openapi.ts";
import type { Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import type { ApiConfiguration } from "./specification/configuration.ts";
import { loadSpecification } from "./specification/load.ts";
import { locate } from "./specification/locate.ts";
import { problemAt, problemIn } from "./specification/problems.ts";

/** What there is to know of an API before anything is generated. */
export interface Examined {
  /** Absent when there are errors. */
  readonly found?: { readonly document: Document; readonly model: ApiModel };
  readonly problems: readonly Problem[];
  /** Every file and URL that the specification consists of. */
  readonly inputs: readonly string[];
}

/** Lints and reads the specification of an API. */
export async function examine(api: ApiConfiguration): Promise<Examined> {
  const { document, source, problems, files: inputs } = await loadSpecification(api);
  if (document === undefined || source === undefined) return { problems, inputs };
  const isSound = !hasErrors(problems);
  const read = attempt(() => readApi(document, api.name));
  if ("reason" in read) {
    // a document that the linter has refused may be none that can be read any further
    const unknown = problemIn(api.root, "cannot-be-generated", `This cannot be generated: ${read.reason}.`);
    return { problems: isSound ? [...problems, unknown] : problems, inputs };
  }
  const { model, faults } = read;
  const found = await Promise.all(
    faults.map(async ({ pointer, code, message }) => problemAt(await locate(source, pointer), code, message)),
  );
  const all = [
    ...problems,
    ...found.filter((problem) => !problems.some((known) => isOneLine(problem, known))),
  ];
  return { ...(hasErrors(all) ? {} : { found: { document, model } }), problems: all, inputs };
}

function attempt<T extends object>(act: () => T): T | { readonly reason: string } {
  try {
    return act();
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Of what the linter has told already, the build need not tell the consequences. */
function isOneLine(problem: Problem, known: Problem): boolean {
  return known.severity === "error" && known.file === problem.file && known.line === problem.line;
}
