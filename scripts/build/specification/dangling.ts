import type { LocationObject } from "@redocly/openapi-core";
import { parseYaml } from "@redocly/openapi-core";
import { nearest } from "../../vocabulary/nearest.ts";
import { parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";

/** What to say of a `$ref` that leads nowhere: where it stops, and where it probably meant to go. */
export interface Dangling {
  readonly message: string;
  readonly suggest: readonly string[];
}

/** `undefined` when the `$ref` leads to another file, of which nothing is known here. */
export function describeDangling({ source, pointer }: LocationObject): Dangling | undefined {
  const document: unknown = parseYaml(source.body);
  const reference = valueAt(document, [...parseFragment(pointer ?? ""), "$ref"]);
  if (typeof reference !== "string" || !reference.startsWith("#/")) return undefined;
  const tokens = parseFragment(reference);
  const reached = tokens.findIndex((_, index) => valueAt(document, tokens.slice(0, index + 1)) === undefined);
  const lost = tokens[reached] ?? "";
  const parent = valueAt(document, tokens.slice(0, reached));
  const near = nearest(lost, typeof parent === "object" && parent !== null ? Object.keys(parent) : []);
  return {
    message: `\`${reference}\` leads nowhere: there is no \`${lost}\`.`,
    suggest: near === undefined ? [] : [`#${printPointer(tokens.with(reached, near))}`],
  };
}
