import type { BaseResolver, Document } from "@redocly/openapi-core";
import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import type { Place } from "./problems.ts";

/** The first `$ref` of a document that leads back to itself by way of other `$ref`s alone. */
export async function findCircle(document: Document, resolver: BaseResolver): Promise<Place | undefined> {
  for (const way of references(document.parsed, [])) {
    if (await leadsBack(document, way, resolver))
      return { source: document.source, pointer: `#${printPointer(way)}` };
  }
  return undefined;
}

async function leadsBack(start: Document, from: readonly string[], resolver: BaseResolver): Promise<boolean> {
  const seen = new Set<string>();
  let document = start;
  let way = from;
  for (;;) {
    const here = `${document.source.absoluteRef}#${printPointer(way)}`;
    if (seen.has(here)) return true;
    seen.add(here);
    const $ref = child(valueAt(document.parsed, way), "$ref");
    if (typeof $ref !== "string") return false;
    const [file = "", fragment = ""] = $ref.split("#");
    const found =
      file === ""
        ? document
        : await resolver.resolveDocument(document.source.absoluteRef, file).catch(toError);
    if (found instanceof Error) return false;
    document = found;
    way = parseFragment(fragment);
  }
}

function toError(reason: unknown): Error {
  return new Error("This cannot be read.", { cause: reason });
}

/** The ways to all objects with a `$ref`. */
function* references(value: unknown, way: readonly string[]): Generator<readonly string[]> {
  if (typeof value !== "object" || value === null) return;
  if (typeof child(value, "$ref") === "string") yield way;
  for (const [key, each] of Object.entries(value)) yield* references(each, [...way, key]);
}
