import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import type { Document, MaybeRef } from "../model/openapi.ts";

/** A part of a document, and where it stands after the `$ref`s that lead there. */
export interface Placed<T> {
  readonly value: T;
  readonly pointer: readonly string[];
}

/** Follows `$ref`s inside a document; a part that leads nowhere is `undefined`. */
export type Follow = <T extends object>(part: Placed<MaybeRef<T> | undefined>) => Placed<T> | undefined;

export function followIn(document: Document): Follow {
  return <T extends object>({ value, pointer }: Placed<MaybeRef<T> | undefined>): Placed<T> | undefined => {
    let part: unknown = value;
    let way = pointer;
    for (let hops = 0; hops < 20; hops++) {
      if (typeof part !== "object" || part === null) return undefined;
      // what is no reference is what it was said to be
      if (!("$ref" in part) || typeof part.$ref !== "string") return { value: part as T, pointer: way };
      way = parseFragment(part.$ref);
      part = valueAt(document, way);
    }
    return undefined;
  };
}
