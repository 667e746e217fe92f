import path from "node:path";
import type { BaseResolver, Config, Document as Loaded, NormalizedProblem } from "@redocly/openapi-core";
import { bundle, lintDocument } from "@redocly/openapi-core";
import type { Document } from "../model/openapi.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { Hashes } from "../record/hash.ts";
import { findCircle } from "./circle.ts";
import type { ApiConfiguration } from "./configuration.ts";
import { cutOff } from "./cut-off.ts";
import { changesDocuments, rulesFor } from "./dialects.ts";
import { lintAlone } from "./lint-alone.ts";
import type { LocalResolverOptions } from "./local-resolver.ts";
import { LocalResolver } from "./local-resolver.ts";
import { isOfDoubted } from "./open-checks.ts";
import type { Relocate } from "./origins.ts";
import { outdented } from "./outdented.ts";
import type { Overlaid } from "./overlays.ts";
import { overlaid } from "./overlays.ts";
import { fromRedocly, fromThrown, problemAt } from "./problems.ts";
import { standalone } from "./standalone.ts";
import { refusal } from "./version.ts";
import type { Weigh } from "./weighed.ts";
import { asItMatters } from "./weighed.ts";

export interface LoadOptions {
  /** Decides how grave it is what the linter finds. Default: by what it does to the output. */
  readonly weigh?: Weigh | undefined;
  /**
   * Gets the document with everything it refers to in it, once and as soon as it is known, which may be before it is
   * linted: whoever has work to do in another thread may begin. Not called when that cannot be had.
   */
  readonly onDocument: (document: Document) => void;
}

export interface Specification {
  /** The text that pointers lead through: the root file, or what the overlays made of it. */
  readonly source?: Loaded;
  /** What was parsed of that text may have been changed since. */
  readonly isBundled?: boolean;
  /** Where overlays were laid, makes what leads from places in that text to where they were written. */
  readonly relocate?: (() => Promise<Relocate>) | undefined;
  readonly problems: readonly Problem[];
  /** Every file and URL that was read or looked for. */
  readonly inputs: Hashes;
}

/**
 * Reads the specification of an API: overlaid, linted and bundled. Of what the linter finds, only that is an error which
 * the output would be wrong by; the rest are warnings, whatever `redocly.yaml` makes of them. Linting weighs otherwise.
 */
export async function loadSpecification(api: ApiConfiguration, options: LoadOptions): Promise<Specification> {
  const resolver = new LocalResolver(reachOf(api));
  const specification = await loadWith(resolver, api, options);
  return { ...specification, problems: [...specification.problems, ...resolver.outdented.map(outdented)] };
}

async function loadWith(
  resolver: LocalResolver,
  api: ApiConfiguration,
  { weigh = asItMatters, onDocument }: LoadOptions,
): Promise<Specification> {
  try {
    const { source, problems, overlays = [], relocate } = await opened(api, resolver);
    if (source === undefined) return { problems, inputs: resolver.inputs() };
    const isChanged = changesDocuments(await rulesFor(resolver, api.rules));
    const alone = isChanged ? undefined : standalone(source, api.rules);
    if (alone) onDocument(openApi3({ parsed: alone.bundled }));
    const { rules, found } = alone
      ? { rules: api.rules, found: lintAlone(source, api.rules, alone.references) }
      : await lint(source, api.rules, resolver);
    const cut = cutOff(source, found, api.root);
    const linted = worst(await fromOverlaid((cut?.others ?? found).map(weigh), relocate));
    // of what may be no job, nobody looks for what starts it
    const all = [...problems, ...linted.filter((each) => !isIdle(each, overlays))];
    if (cut) return { problems: [...all, cut.problem], inputs: resolver.inputs() };
    // while a reference leads nowhere, nobody knows what else there is
    const isTorn = all.some(({ rule, severity }) => rule === "no-unresolved-refs" && severity === "error");
    if (isTorn) return { problems: all, inputs: resolver.inputs() };
    if (alone) return { source, isBundled: false, problems: all, relocate, inputs: resolver.inputs() };
    const bundled = await bundle({ doc: source, config: rules, externalRefResolver: resolver });
    const more = await fromOverlaid(bundled.problems.map(asItMatters), relocate);
    // the linter has told of most of them
    const untold = more.filter((each) => !all.some((other) => isSamePlace(each, other)));
    if (!hasErrors(more)) onDocument(structuredClone(openApi3(bundled.bundle)));
    return { source, problems: [...all, ...untold], relocate, inputs: resolver.inputs() };
  } catch (error) {
    const problem = (await circleBehind(error, api.root, resolver)) ?? fromThrown(error, api.root, api.place);
    return { problems: [problem], inputs: resolver.inputs() };
  }
}

/** The files that it may consist of. */
function reachOf(api: ApiConfiguration): LocalResolverOptions {
  return {
    config: api.rules.resolve,
    folders: [...new Set([api.place.source.absoluteRef, api.root].map((file) => path.dirname(file)))],
    named: [api.root, ...api.overlays],
  };
}

/** The linter says where it is not an OpenAPI 3 document. Whoever reads it before has to reckon with that. */
function openApi3({ parsed }: { readonly parsed: unknown }): Document {
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

async function fromOverlaid(
  found: readonly NormalizedProblem[],
  relocate: Specification["relocate"],
): Promise<readonly Problem[]> {
  return fromRedocly(found, found.length > 0 ? await relocate?.() : undefined);
}

/** The document, with its overlays, if it is one of OpenAPI 3. */
async function opened(api: ApiConfiguration, resolver: BaseResolver): Promise<Overlaid> {
  const root = await resolver.resolveDocument(null, api.root, true);
  if (root instanceof Error) throw root;
  const refused = refusal(root);
  if (refused) return { problems: [refused] };
  if (api.overlays.length === 0) return { source: root, problems: [] };
  const laid = await overlaid(api, root, resolver, reachOf(api));
  const { source, problems } = laid;
  if (source === undefined) return { problems };
  // an overlay may have made something else of it
  const spoilt = refusal(source);
  return spoilt ? { problems: [...problems, spoilt] } : laid;
}

/** The rules are those that it took. */
async function lint(
  document: Loaded,
  configured: Config,
  resolver: BaseResolver,
): Promise<{ readonly rules: Config; readonly found: readonly NormalizedProblem[] }> {
  const check = (config: Config): Promise<readonly NormalizedProblem[]> =>
    lintDocument({ document, config, externalRefResolver: resolver });
  const rules = await rulesFor(resolver, configured);
  const found = await check(rules);
  // by now, other files have been read, too
  if (rules === configured || (await rulesFor(resolver, configured)) !== configured) return { rules, found };
  return { rules: configured, found: await check(configured) };
}

function isIdle(problem: Problem, overlays: readonly Loaded[]): boolean {
  return problem.code === "job-without-starter" && isOfDoubted(problem, overlays);
}

/** Of one place, the worst is enough. */
function worst(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  return problems.filter(
    (each) => errors.includes(each) || !errors.some((error) => isSamePlace(each, error)),
  );
}
