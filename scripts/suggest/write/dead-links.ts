import type { Document, Place } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { addressOf } from "../document/bundle.ts";
import type { Action } from "./actions.ts";
import { jsonPath } from "./actions.ts";

/**
 * Takes away the document's own links on these responses that lead to an operation which is not there: once the job is
 * declared they would be errors.
 */
export function removeDeadLinks(
  responses: readonly Place[],
  operations: readonly Operation[],
  document: Document,
): readonly Action[] {
  const ids = new Set(operations.map(({ id }) => id));
  return responses.flatMap((response) => {
    const links = document.fields(document.fields(response).get("links"));
    return [...links.values()].flatMap((link): readonly Action[] => {
      const id = document.fields(link).get("operationId")?.value;
      if (typeof id !== "string" || ids.has(id)) return [];
      const comment = `leads to ${JSON.stringify(id)}, and no operation is called so`;
      return [{ target: jsonPath(addressOf(link)), remove: true, doubts: [], comment }];
    });
  });
}
