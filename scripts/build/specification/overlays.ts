import type { BaseResolver, Document as Loaded, NormalizedProblem } from "@redocly/openapi-core";
import { bundle, makeDocumentFromString, stringifyYaml } from "@redocly/openapi-core";
import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { ApiConfiguration } from "./configuration.ts";
import { cutOff, lostReference } from "./cut-off.ts";
import { withoutDialects } from "./dialects.ts";
import { jsonPathAdvice } from "./json-path-advice.ts";
import type { LocalResolverOptions } from "./local-resolver.ts";
import { openChecks } from "./open-checks.ts";
import type { Relocate } from "./origins.ts";
import { originsOf } from "./origins.ts";
import { faultsOfForm, isOverlay } from "./overlay-form.ts";
import { idleActions } from "./overlay-targets.ts";
import { fromRedocly, fromThrown, problemAt } from "./problems.ts";
import { asItMatters } from "./weighed.ts";

export interface Overlaid {
  readonly source?: Loaded;
  readonly problems: readonly Problem[];
  /** As they are written. */
  readonly overlays?: readonly Loaded[];
  /** Makes what leads from places in that text to where they were written; nothing where the text is a file. */
  readonly relocate?: (() => Promise<Relocate>) | undefined;
}

/** What overlays make of a document has no file of its own, so faults in it are traced to where they were written. */
export async function overlaid(
  api: ApiConfiguration,
  root: Loaded,
  resolver: BaseResolver,
  reach: LocalResolverOptions,
): Promise<Overlaid> {
  const formal = await faultsOfOverlays(api, resolver);
  if (hasErrors(formal)) return { problems: formal };
  const overlays = [...api.overlays];
  const { bundle: outcome, problems: found } = await bundle({
    doc: root,
    // read first, a dialect would have filled the lists that an overlay brings, and overlays join lists
    config: withoutDialects(api.rules),
    externalRefResolver: resolver,
    overlays,
  });
  const cut = cutOff(outcome, found, api.root);
  const isLeft = (each: NormalizedProblem): boolean =>
    // what overlays did not mend, the linter tells of
    each.location[0]?.source !== root.source || !lostReference(each)?.startsWith("#");
  const read = await Promise.all(overlays.map((overlay) => resolver.resolveDocument(null, overlay, true)));
  const opened = read.flatMap((each) => (each instanceof Error ? [] : [each]));
  const problems = [
    ...formal,
    ...found.flatMap((each) => noJsonPath(each, opened) ?? []),
    ...fromRedocly(
      (cut?.others ?? found)
        .filter((each) => isLeft(each) && noJsonPath(each, opened) === undefined)
        .map((each) => (each.ruleId === "bundler" ? asItMatters(each) : each)),
    ),
    ...(cut ? [cut.problem] : []),
  ];
  if (hasErrors(problems)) return { problems };
  const idle = idleActions(opened, outcome.parsed);
  if (idle.length > 0) return { problems: [...problems, ...idle] };
  const text = stringifyYaml(outcome.parsed, { noRefs: true });
  const laid = makeDocumentFromString(text, `${api.root} (with its overlays)`);
  let origins: Promise<Relocate> | undefined;
  const relocate = (): Promise<Relocate> => {
    origins ??= originsOf(laid.source, api, reach);
    return origins;
  };
  return {
    problems: [...problems, ...opened.flatMap(openChecks)],
    overlays: opened,
    source: laid,
    relocate,
  };
}

/** A target that is no JSONPath; `undefined` where the problem is another. */
function noJsonPath(
  { message, location: [location] }: NormalizedProblem,
  overlays: readonly Loaded[],
): Problem | undefined {
  if (location === undefined || !message.startsWith("Invalid JSONPath expression:")) return undefined;
  const { source, pointer = "#/" } = location;
  const written = overlays.find((each) => each.source.absoluteRef === source.absoluteRef);
  const text = valueAt(written?.parsed, parseFragment(pointer));
  if (typeof text !== "string") return undefined;
  const advice = jsonPathAdvice(text);
  return { ...problemAt({ source, pointer }, "overlay-target", advice.message), suggest: advice.suggest };
}

async function faultsOfOverlays(api: ApiConfiguration, resolver: BaseResolver): Promise<readonly Problem[]> {
  const { source, pointer } = api.place;
  const found = api.overlays.map(async (overlay, index): Promise<readonly Problem[]> => {
    try {
      const read = await resolver.resolveDocument(null, overlay, true);
      return read instanceof Error ? [] : await faultsOfForm(read, resolver);
    } catch (error) {
      const entry = { source, pointer: pointer.replace(/root$/, `overlays/${index}`) };
      return [fromThrown(error, overlay, entry, isOverlay)];
    }
  });
  return (await Promise.all(found)).flat();
}
