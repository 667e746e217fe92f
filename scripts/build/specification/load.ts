import type { Document as Loaded } from "@redocly/openapi-core";
import {
  BaseResolver,
  bundle,
  detectSpec,
  lintDocument,
  makeDocumentFromString,
  stringifyYaml,
} from "@redocly/openapi-core";
import type { Document } from "../model/openapi.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { ApiConfiguration } from "./configuration.ts";
import { fromRedocly, fromThrown, problemIn } from "./problems.ts";

export interface Specification {
  /** The document with everything it refers to in it; absent when it could not be put together. */
  readonly document?: Document;
  /** The text that pointers lead through: the root file, or what the overlays made of it. */
  readonly source?: Loaded;
  readonly problems: readonly Problem[];
  /** Every file and URL that was read or looked for. */
  readonly files: readonly string[];
}

/** Reads the specification of an API: linted, overlaid and bundled. */
export async function loadSpecification(api: ApiConfiguration): Promise<Specification> {
  const resolver = new BaseResolver(api.rules.resolve);
  const files = (): readonly string[] => [...resolver.getFiles()];
  try {
    const { source, problems } = await checked(api, resolver);
    // while a reference leads nowhere, nobody knows what else there is
    const isTorn = problems.some(({ code }) => code === "no-unresolved-refs");
    if (source === undefined || isTorn) return { problems, files: files() };
    const bundled = await bundle({ doc: source, config: api.rules, externalRefResolver: resolver });
    const found = fromRedocly(bundled.problems);
    const all = [...problems, ...found];
    if (hasErrors(found)) return { problems: all, files: files() };
    // the linter has seen that it is an OpenAPI 3 document, or has said where it is not
    const document = structuredClone(bundled.bundle.parsed) as Document;
    return { document, source, problems: all, files: files() };
  } catch (error) {
    return { problems: [fromThrown(error, api.root, api.place)], files: files() };
  }
}

interface Checked {
  readonly source?: Loaded;
  readonly problems: readonly Problem[];
}

async function checked(api: ApiConfiguration, resolver: BaseResolver): Promise<Checked> {
  const root = await resolver.resolveDocument(null, api.root, true);
  if (root instanceof Error) throw root;
  if (!isOpenApi3(root)) return { problems: [notOpenApi3(api.root)] };
  const { source, problems } =
    api.overlays.length > 0 ? await overlaid(api, root, resolver) : { source: root, problems: [] };
  if (source === undefined) return { problems };
  const found = await lintDocument({ document: source, config: api.rules, externalRefResolver: resolver });
  return { source, problems: [...problems, ...fromRedocly(found)] };
}

/** What overlays make of a document has no file of its own, so faults in it are shown in the text of the outcome. */
async function overlaid(api: ApiConfiguration, root: Loaded, resolver: BaseResolver): Promise<Checked> {
  const overlays = [...api.overlays];
  const { bundle: outcome, problems: found } = await bundle({
    doc: root,
    config: api.rules,
    externalRefResolver: resolver,
    overlays,
  });
  const problems = fromRedocly(found);
  if (hasErrors(problems)) return { problems };
  const text = stringifyYaml(outcome.parsed, { noRefs: true });
  return { problems, source: makeDocumentFromString(text, `${api.root} (with its overlays)`) };
}

export function notOpenApi3(file: string): Problem {
  return problemIn(file, "not-openapi-3", "This is not an OpenAPI 3 document.");
}

export function isOpenApi3({ parsed }: Loaded): boolean {
  try {
    return detectSpec(parsed).startsWith("oas3");
  } catch {
    return false;
  }
}
