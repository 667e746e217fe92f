import type { Document } from "@redocly/openapi-core";
import { BaseResolver, escapePointerFragment, makeDocumentFromString } from "@redocly/openapi-core";
import type { Place } from "./problems.ts";

/**
 * Where something of a bundled document was written. Follows the pointer through the files as they are, from `$ref` to
 * `$ref`, as far as it leads.
 */
export async function locate(root: Document, pointer: readonly string[]): Promise<Place> {
  const resolver = new BaseResolver();
  // bundling has changed the parsed document, but not its text
  let document = makeDocumentFromString(root.source.body, root.source.absoluteRef);
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
  return { source: document.source, pointer: `#/${way.map(escapePointerFragment).join("/")}` };
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
  const way = fragment
    .split("/")
    .slice(1)
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
  const target = { document: found, node: way.reduce(child, found.parsed as unknown), way };
  return (await follow(found, target.node, resolver, hops + 1)) ?? target;
}

function child(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
  return (node as Record<string, unknown>)[key]; // just seen to own it
}
