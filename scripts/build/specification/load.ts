import path from "node:path";
import type { BaseResolver, Document as Loaded } from "@redocly/openapi-core";
import { bundle, lintDocument, makeDocumentFromString, stringifyYaml } from "@redocly/openapi-core";
import type { Document } from "../model/openapi.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import { findCircle } from "./circle.ts";
import type { ApiConfiguration } from "./configuration.ts";
import { LocalResolver } from "./local-resolver.ts";
import { fromRedocly, fromThrown, problemAt } from "./problems.ts";
import { isBundled, passOverDialects } from "./short-cuts.ts";
import { refusal } from "./version.ts";
import type { Weigh } from "./weighed.ts";
import { asItMatters } from "./weighed.ts";

export interface Specification {
  /** The document with everything it refers to in it; absent when it has errors. */
  readonly document?: Document;
  /** The text that pointers lead through: the root file, or what the overlays made of it. */
  readonly source?: Loaded;
  readonly problems: readonly Problem[];
  /** Every file and URL that was read or looked for. */
  readonly files: readonly string[];
}

/**
 * Reads the specification of an API: linted, overlaid and bundled. Of what the linter finds, only that is an error which
 * the output would be wrong by; the rest are warnings, whatever `redocly.yaml` makes of them. Linting weighs otherwise.
 */
export async function loadSpecification(
  api: ApiConfiguration,
  weigh: Weigh = asItMatters,
): Promise<Specification> {
  const resolver = new LocalResolver({
    config: api.rules.resolve,
    folders: [...new Set([api.place.source.absoluteRef, api.root].map((file) => path.dirname(file)))],
    named: [api.root, ...api.overlays],
  });
  const files = (): readonly string[] => [...resolver.getFiles()];
  try {
    const { source, problems } = await checked(api, weigh, resolver);
    // while a reference leads nowhere, nobody knows what else there is
    const isTorn = problems.some(
      ({ rule, severity }) => rule === "no-unresolved-refs" && severity === "error",
    );
    if (source === undefined || isTorn) return { problems, files: files() };
    if (isBundled(source, api.rules)) return { document: openApi3(source), source, problems, files: files() };
    const bundled = await bundle({ doc: source, config: api.rules, externalRefResolver: resolver });
    const found = fromRedocly(bundled.problems.map(asItMatters));
    // the linter has told of most of them
    const all = [...problems, ...found.filter((each) => !problems.some((other) => isSamePlace(each, other)))];
    if (hasErrors(found)) return { problems: all, files: files() };
    return { document: structuredClone(openApi3(bundled.bundle)), source, problems: all, files: files() };
  } catch (error) {
    const problem = (await circleBehind(error, api.root, resolver)) ?? fromThrown(error, api.root, api.place);
    return { problems: [problem], files: files() };
  }
}

/** The linter has seen that it is an OpenAPI 3 document, or has said where it is not. */
function openApi3({ parsed }: Loaded): Document {
  return parsed as Document;
}

/** Redocly throws at a `$ref` that leads back to itself, and does not say where. */
async function circleBehind(
  error: unknown,
  file: string,
  resolver: BaseResolver,
): Promise<Problem | undefined> {
  if (!(error instanceof Error) || !error.message.includes("circular pointer")) return undefined;
  const root = await resolver.resolveDocument(null, file, true);
  if (root instanceof Error) return undefined;
  const place = (await findCircle(root, resolver)) ?? { source: root.source, pointer: "#" };
  return problemAt(place, "circular-ref", "This `$ref` leads back to itself, so it stands for nothing.");
}

function isSamePlace(one: Problem, other: Problem): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

interface Checked {
  readonly source?: Loaded;
  readonly problems: readonly Problem[];
}

async function checked(api: ApiConfiguration, weigh: Weigh, resolver: BaseResolver): Promise<Checked> {
  const root = await resolver.resolveDocument(null, api.root, true);
  if (root instanceof Error) throw root;
  const refused = refusal(root);
  if (refused) return { problems: [refused] };
  const { source, problems } =
    api.overlays.length > 0 ? await overlaid(api, root, resolver) : { source: root, problems: [] };
  if (source === undefined) return { problems };
  // an overlay may have made something else of it
  const spoilt = refusal(source);
  if (spoilt) return { problems: [...problems, spoilt] };
  passOverDialects(source, api.rules);
  const found = await lintDocument({ document: source, config: api.rules, externalRefResolver: resolver });
  const all = fromRedocly(found.map(weigh));
  const errors = all.filter(({ severity }) => severity === "error");
  // of one place, the worst is enough
  const told = all.filter(
    (each) => errors.includes(each) || !errors.some((error) => isSamePlace(each, error)),
  );
  return { source, problems: [...problems, ...told] };
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
  const problems = fromRedocly(found.map((each) => (each.ruleId === "bundler" ? asItMatters(each) : each)));
  if (hasErrors(problems)) return { problems };
  const text = stringifyYaml(outcome.parsed, { noRefs: true });
  return { problems, source: makeDocumentFromString(text, `${api.root} (with its overlays)`) };
}
