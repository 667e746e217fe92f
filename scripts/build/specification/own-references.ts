import type { Document, ResolvedRefMap } from "@redocly/openapi-core";
import { isRef } from "@redocly/openapi-core";
import { child, parseFragment, printPointer } from "../../vocabulary/pointer.ts";

export type ResolvedRef = NonNullable<ReturnType<ResolvedRefMap["get"]>>;

/** What references of a document lead to, as Redocly keeps it, but found without waiting for files. */
export class OwnReferences extends Map<string, ResolvedRef> implements ResolvedRefMap {
  readonly #document: Document;

  constructor(document: Document) {
    super();
    this.#document = document;
  }

  /**
   * Follows a reference to its end and remembers it; what leads nowhere ends at no node. Nothing if it leads out of the
   * document, in a circle, or through a reference that has more beside it.
   */
  follow($ref: string, hops = 0): ResolvedRef | undefined {
    const id = `${this.#document.source.absoluteRef}::${$ref}`;
    const known = this.get(id);
    if (known !== undefined || !isPointer.test($ref) || hops > maxHops) return known;
    const found = this.#find(parseFragment($ref), hops);
    if (found !== undefined) this.set(id, found);
    return found;
  }

  #find(tokens: readonly string[], hops: number): ResolvedRef | undefined {
    let node: unknown = this.#document.parsed;
    let nodePointer = "#";
    for (const token of tokens) {
      if (isRef(node) && child(node, token) === undefined) {
        const behind = this.follow(node.$ref, hops + 1);
        if (behind?.nodePointer === undefined) return undefined;
        ({ node, nodePointer } = behind);
      }
      node = child(node, token);
      if (node === undefined) break;
      nodePointer += printPointer([token]);
    }
    if (!isRef(node)) return { resolved: true, isRemote: false, document: this.#document, node, nodePointer };
    return Object.keys(node).length === 1 ? this.follow(node.$ref, hops + 1) : undefined;
  }
}

/** Redocly leaves empty steps out. */
const isPointer = /^#(\/[^/]+)+$/;
const maxHops = 50;
