import type { Oas3Rule } from "@redocly/openapi-core";
import { isForeign, isOurs } from "../../vocabulary/foreign.ts";
import { nearest } from "../../vocabulary/nearest.ts";
import { pageOf } from "../../vocabulary/problem-codes.ts";
import { isObject } from "../document.ts";
import { quoted } from "../words.ts";

/** Where each extension is read; anywhere else it would be passed over in silence. */
const homes: Readonly<Record<string, string>> = {
  "x-errors": "Root",
  "x-polling": "Operation",
  "x-rate-limit": "Operation",
  "x-url": "Link",
};

const readable: Readonly<Record<string, string>> = {
  Root: "at the root of the description",
  Operation: "on an operation",
  Link: "on a link",
};

/** An extension stands where it is read, and its name is spelt right. */
export const placement: Oas3Rule = () => ({
  any(node, { type, location, report }) {
    if (type.extensionsPrefix !== "x-" || !isObject(node)) return;
    for (const key of Object.keys(node).filter((each) => each.startsWith("x-"))) {
      const home = homes[key];
      const expected = Object.keys(homes).filter((each) => homes[each] === type.name);
      const at = { ...location.child([key]), reportOnKey: true };
      if (home === undefined) {
        const meant = misspelt(key, node[key], expected);
        const message = `\`${key}\` is not an extension that is read here.`;
        if (meant)
          report({ location: at, message, suggest: [meant], reference: pageOf("misspelt-extension") });
      } else if (home !== type.name && mayBeOurs(key, node[key])) {
        const here = expected.length > 0 ? ` Here is the place of ${quoted(expected, "or")}.` : "";
        const message = `\`${key}\` is read ${readable[home]} only.${here}`;
        report({ location: at, message, reference: pageOf("misplaced-extension") });
      }
    }
  },
});

/** A single value is ours only if it is what ours would be: `x-url: true` says something else. */
function mayBeOurs(key: string, value: unknown): boolean {
  return typeof value === "object" ? !isForeign(key, value) : isOurs(key, value);
}

/** Other tools have names of that kind, too: a slip is one or two letters off, and holds what ours would hold. */
function misspelt(key: string, value: unknown, expected: readonly string[]): string | undefined {
  const near = nearest(
    key.slice("x-".length),
    expected.map((each) => each.slice("x-".length)),
    2,
  );
  return near !== undefined && isOurs(`x-${near}`, value) ? `x-${near}` : undefined;
}
