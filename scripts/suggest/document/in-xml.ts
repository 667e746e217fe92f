import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";

/** All that it answers with is XML. */
export function isInXml({ responses }: Operation, document: Document): boolean {
  const types = responses
    .filter(({ isSuccess }) => isSuccess)
    .flatMap(({ fields }) => [...document.fields(fields.get("content")).keys()]);
  return types.length > 0 && types.every((type) => /^[^;]*[/+]xml\s*(;|$)/i.test(type));
}
