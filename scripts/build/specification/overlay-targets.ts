import type { Document as Loaded } from "@redocly/openapi-core";
import { nearest } from "../../vocabulary/nearest.ts";
import { child, printPointer } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { problemAt } from "./problems.ts";

/**
 * Actions whose target is nowhere in what the overlays made of a document, so that they had no effect. Targets that are no
 * plain way are passed over, for they may rightly select nothing. Where anything is removed, nobody knows what was there.
 */
export function idleActions(overlays: readonly Loaded[], outcome: unknown): readonly Problem[] {
  if (overlays.some((overlay) => actionsOf(overlay).some((action) => child(action, "remove") === true)))
    return [];
  return overlays.flatMap((overlay) => idleIn(overlay, outcome));
}

export function actionsOf({ parsed }: Loaded): readonly unknown[] {
  const actions = child(parsed, "actions");
  return Array.isArray(actions) ? actions : [];
}

function idleIn(overlay: Loaded, outcome: unknown): readonly Problem[] {
  return actionsOf(overlay).flatMap((action, index) => {
    const target = child(action, "target");
    const way = typeof target === "string" ? plainWay(target) : undefined;
    const lost = way && firstLost(way, outcome);
    if (lost === undefined) return [];
    const { key, holder, known } = lost;
    const message = `This target matches nothing: there is no ${JSON.stringify(key)} ${holder}.`;
    const meant = nearest(key, known);
    const place = {
      source: overlay.source,
      pointer: `#${printPointer(["actions", String(index), "target"])}`,
    };
    return [{ ...problemAt(place, "overlay-target", message), suggest: meant === undefined ? [] : [meant] }];
  });
}

/** The names in a JSONPath such as `$.paths['/jobs/{id}'].get`; `undefined` where it has more than names. */
function plainWay(target: string): readonly string[] | undefined {
  if (!/^\$(\.[A-Za-z_][\w-]*|\['[^'\\]*'\]|\["[^"\\]*"\])*$/.test(target)) return undefined;
  return [...target.matchAll(/\.([\w-]+)|\['([^']*)'\]|\["([^"]*)"\]/g)].map(
    ([, word, single, double]) => word ?? single ?? double ?? "",
  );
}

function firstLost(
  way: readonly string[],
  outcome: unknown,
): { readonly key: string; readonly holder: string; readonly known: readonly string[] } | undefined {
  let node = outcome;
  for (const [depth, key] of way.entries()) {
    const next = child(node, key);
    if (next === undefined) {
      const holder = depth === 0 ? "at the root" : `under ${way.slice(0, depth).join(" › ")}`;
      return { key, holder, known: typeof node === "object" && node !== null ? Object.keys(node) : [] };
    }
    node = next;
  }
  return undefined;
}
