import type { Document } from "@redocly/openapi-core";
import { type BaseResolver, makeDocumentFromString } from "@redocly/openapi-core";
import { once } from "../../vocabulary/once.ts";
import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import type { Place } from "./problems.ts";

/**
 * Tells where something of a bundled document was written. Follows a pointer through the files as they are, from `$ref`
 * to `$ref`, as far as it leads. A document that was bundled since is read anew, once.
 */
export function locator(
  { source, parsed }: Document,
  resolver: BaseResolver,
  isBundled = true,
): (pointer: readonly string[]) => Promise<Place> {
  // bundling changes what was parsed, but not its text
  const asWritten = once(() =>
    isBundled ? makeDocumentFromString(source.body, source.absoluteRef).parsed : parsed,
  );
  return (pointer) => find({ source, parsed: asWritten() }, pointer, resolver);
}

async function find(root: Document, pointer: readonly string[], resolver: BaseResolver): Promise<Place> {
  let document = root;
  let node: unknown = document.parsed;
  let way: readonly string[] = [];
  for (const token of pointer) {
    const target = await follow(document, node, resolver);
    if (target) ({ document, node, way } = target);
    const next = child(node, token);
    if (next === undefined) break;
    node = next;
    way = [...way, token];
  }
  // a fault of a shared part is mended there
  const end = await follow(document, node, resolver);
  if (end) ({ document, way } = end);
  return { source: document.source, pointer: `#${printPointer(way)}` };
}

interface Target {
  readonly document: Document;
  readonly node: unknown;
  readonly way: readonly string[];
}

/** Where a `$ref` leads in the end; nothing when the node is none. */
async function follow(
  document: Document,
  node: unknown,
  resolver: BaseResolver,
  hops = 0,
): Promise<Target | undefined> {
  const $ref = child(node, "$ref");
  if (typeof $ref !== "string" || hops > 20) return undefined;
  const [file = "", fragment = ""] = $ref.split("#");
  const found = file === "" ? document : await resolver.resolveDocument(document.source.absoluteRef, file);
  if (found instanceof Error) return undefined;
  const way = parseFragment(fragment);
  const target = { document: found, node: valueAt(found.parsed, way), way };
  return (await follow(found, target.node, resolver, hops + 1)) ?? target;
}
