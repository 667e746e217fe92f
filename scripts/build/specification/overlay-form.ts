import type { BaseResolver, Document as Loaded } from "@redocly/openapi-core";
import { createConfig, lintDocument } from "@redocly/openapi-core";
import { child, printPointer } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { actionsOf } from "./overlay-targets.ts";
import { fromRedocly, problemAt } from "./problems.ts";

/** What is wrong with an overlay as such. Applying it would pass over a key that it does not know, and all below it. */
export async function faultsOfForm(overlay: Loaded, resolver: BaseResolver): Promise<readonly Problem[]> {
  const { source, parsed } = overlay;
  const version = child(parsed, "overlay");
  if (typeof version !== "string" || !/^1\.[012]\.\d+$/.test(version)) {
    const [first = ""] = Object.keys(Object(parsed));
    const pointer = `#/${version === undefined ? first : "overlay"}`;
    const message =
      "This is no overlay of version 1: it has to say so. Write `overlay: 1.0.0` at its beginning.";
    return [problemAt({ source, pointer, onKey: version === undefined }, "cannot-be-read", message)];
  }
  const config = await createConfig({ rules: { struct: "error" } });
  const found = fromRedocly(await lintDocument({ document: overlay, config, externalRefResolver: resolver }));
  return [...found.map(asItMatters), ...emptyActions(overlay)];
}

/** Whether a text looks like one of an overlay. */
export function isOverlay(text: string): boolean {
  return /^[ \t{]*["']?overlay["']?[ \t]*:/m.test(text);
}

/** Nothing depends on what an overlay is called. */
function asItMatters(problem: Problem): Problem {
  return /^The field `(info|title|version)`/.test(problem.message)
    ? { ...problem, severity: "warning" }
    : problem;
}

/** Actions without anything that they are to do. */
function emptyActions(overlay: Loaded): readonly Problem[] {
  return actionsOf(overlay).flatMap((action, index) => {
    // what is misspelt, or no action, is said already
    if (typeof action !== "object" || action === null) return [];
    const way = ["actions", String(index)];
    // what is left when all that stood in it was taken away
    if (child(action, "update") === null && child(action, "remove") !== true) {
      const place = { source: overlay.source, pointer: `#${printPointer([...way, "update"])}`, onKey: true };
      const message =
        "The `update` of this action is empty. Take the whole action away, from `- target:` on, or write what it is to change.";
      return [problemAt(place, "overlay-target", message)];
    }
    const keys = Object.keys(action).filter((key) => key !== "target" && key !== "description");
    if (keys.some((key) => !key.startsWith("x-"))) return [];
    const place = { source: overlay.source, pointer: `#${printPointer(way)}` };
    const message = "This action does nothing: it has no `update`, `remove` or `copy`.";
    return [problemAt(place, "overlay-target", message)];
  });
}
