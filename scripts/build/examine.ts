import { mend } from "./mend/mend.ts";
import { readApi } from "./model/api.ts";
import type { ApiModel } from "./model/model.ts";
import type { Document } from "./model/openapi.ts";
import type { Fault } from "./model/reader.ts";
import type { Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import type { ApiConfiguration } from "./specification/configuration.ts";
import { loadSpecification } from "./specification/load.ts";
import { LocalResolver } from "./specification/local-resolver.ts";
import { locator } from "./specification/locate.ts";
import { problemAt, problemIn } from "./specification/problems.ts";
import type { Weigh } from "./specification/weighed.ts";

/** What there is to know of an API before anything is generated. */
export interface Examined {
  /** Absent when there are errors. */
  readonly found?: {
    readonly document: Document;
    /** A copy that is fit to be generated. Nobody else holds it. */
    readonly mended: Document;
    readonly model: ApiModel;
  };
  readonly problems: readonly Problem[];
  /** Every file and URL that the specification consists of. */
  readonly inputs: readonly string[];
}

/** Lints and reads the specification of an API. `weigh` decides how grave it is what the linter finds. */
export async function examine(api: ApiConfiguration, weigh?: Weigh): Promise<Examined> {
  const { document, source, relocate, problems, files: inputs } = await loadSpecification(api, weigh);
  if (document === undefined || source === undefined) return { problems, inputs };
  const isSound = !hasErrors(problems);
  const read = attempt(() => readMended(document, api.name));
  if ("reason" in read) {
    // a document that the linter has refused may be none that can be read any further
    const unknown = problemIn(api.root, "cannot-be-generated", `This cannot be generated: ${read.reason}.`);
    return { problems: isSound ? [...problems, unknown] : problems, inputs };
  }
  const { mended, model, faults } = read;
  const locate = locator(source, new LocalResolver());
  const origin = faults.length > 0 ? await relocate?.() : undefined;
  const found = await Promise.all(
    faults.map(async ({ severity, pointer, code, message }) => ({
      ...problemAt(await locate(pointer), code, message, origin),
      severity,
    })),
  );
  const all = [
    ...problems.filter((problem) => !isStyle(problem, found)),
    ...found.filter(
      (problem) => !isStyle(problem, found) && !problems.some((known) => isGrave(known, problem)),
    ),
  ];
  return { ...(hasErrors(all) ? {} : { found: { document, mended, model } }), problems: all, inputs };
}

function readMended(
  document: Document,
  name: string,
): { readonly mended: Document; readonly model: ApiModel; readonly faults: readonly Fault[] } {
  const { document: mended, warnings } = mend(document);
  const { model, faults } = readApi(mended, name);
  return { mended, model, faults: [...warnings, ...faults] };
}

function attempt<T extends object>(act: () => T): T | { readonly reason: string } {
  try {
    return act();
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Of what is an error already, the consequences need not be told. */
function isGrave(known: Problem, problem: Problem): boolean {
  return known.severity === "error" && known.file === problem.file && known.line === problem.line;
}

/** Nor that it is no good style. */
function isStyle(problem: Problem, found: readonly Problem[]): boolean {
  return problem.severity === "warning" && found.some((known) => isGrave(known, problem));
}
