import { readApi } from "./model/api.ts";
import type { ApiModel } from "./model/model.ts";
import type { Document } from "./model/openapi.ts";
import type { Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import type { ApiConfiguration } from "./specification/configuration.ts";
import { loadSpecification } from "./specification/load.ts";
import { locate } from "./specification/locate.ts";
import { problemAt } from "./specification/problems.ts";

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
  const { model, faults } = readApi(document, api.name);
  const found = await Promise.all(
    faults.map(async ({ pointer, code, message }) => problemAt(await locate(source, pointer), code, message)),
  );
  const all = [...problems, ...found];
  return { ...(hasErrors(all) ? {} : { found: { document, model } }), problems: all, inputs };
}
