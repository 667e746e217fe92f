import { child } from "../../vocabulary/pointer.ts";
import { referredName } from "../mend/references.ts";
import { resolved } from "../mend/resolved.ts";
import type { Node } from "../mend/value.ts";
import type { Document } from "../model/openapi.ts";

/** The name of the schema that a place of a document refers to; none if it says anything else, too. */
export function namedSchema(document: Document, pointer: readonly string[]): string | undefined {
  const root = document as unknown as Node; // a document is an object
  const schema = pointer.reduce<unknown>((found, key) => child(resolved(found, root), key), root);
  const name = referredName(schema);
  const isAll = name !== undefined && Object.keys(Object(schema)).length === 1;
  return isAll && child(child(child(root, "components"), "schemas"), name) !== undefined ? name : undefined;
}
