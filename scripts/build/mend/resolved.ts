import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import type { Node } from "./value.ts";
import { isNode } from "./value.ts";

/** What a `$ref` leads to in the end. */
export function resolved(value: unknown, root: Node): unknown {
  let found = value;
  for (let hops = 0; hops < 100 && isNode(found) && typeof found.$ref === "string"; hops++) {
    found = valueAt(root, parseFragment(found.$ref));
  }
  return found;
}
