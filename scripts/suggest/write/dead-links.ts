import type { Document, Place } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { parameterCalled } from "../../plugin/rules/links/parameters.ts";
import { jsonPath } from "../../vocabulary/json-path.ts";
import { addressOf } from "../document/bundle.ts";
import type { Action } from "./actions.ts";

/**
 * Takes away the document's own links on these responses that lead to an operation which is not there, or give it what it
 * does not take: once the job is declared they would be errors.
 */
export function removeDeadLinks(
  responses: readonly Place[],
  operations: readonly Operation[],
  document: Document,
): readonly Action[] {
  return responses.flatMap((response) => {
    const links = document.fields(document.fields(response).get("links"));
    return [...links.values()].flatMap((link): readonly Action[] => {
      const comment = faultOf(document.fields(link), operations, document);
      return comment === undefined
        ? []
        : [{ target: jsonPath(addressOf(link)), remove: true, doubts: [], comment }];
    });
  });
}

function faultOf(
  link: ReadonlyMap<string, Place>,
  operations: readonly Operation[],
  document: Document,
): string | undefined {
  const id = link.get("operationId")?.value;
  if (typeof id !== "string") return undefined;
  const target = operations.find((one) => one.id === id);
  if (target === undefined) return `leads to ${JSON.stringify(id)}, and no operation is called so`;
  const names = [...document.fields(link.get("parameters")).keys()];
  const unknown = names.find(
    (name) => !target.lacksParameters && parameterCalled(name, target) === undefined,
  );
  return unknown === undefined
    ? undefined
    : `gives ${JSON.stringify(unknown)}, which ${JSON.stringify(id)} does not take`;
}
