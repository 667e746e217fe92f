import type { ApiModel, OperationModel } from "../model/model.ts";
import type { Change } from "./change.ts";

/** Operations that callers have to call by another name. One may keep its name without an `operationId`. */
export function compareNames(before: ApiModel, after: ApiModel): readonly Change[] {
  const known = new Map(before.operations.map((each) => [placeOf(each), each]));
  return after.operations.flatMap((operation): readonly Change[] => {
    const { name, typesId } = operation;
    const old = known.get(placeOf(operation));
    if (old === undefined || (old.name === name && old.typesId === typesId)) return [];
    const message =
      old.name === name
        ? `The types call it \`${typesId}\` now, not \`${old.typesId}\`.`
        : `\`${old.name}\` is called \`${name}\` now.`;
    return [{ impact: "major", callers: [name], message, rule: "operation-id-changed" }];
  });
}

/** With the query that may stand in a path of the document, which tells two operations apart. */
function placeOf({ method, pointer: [, path = ""] }: OperationModel): string {
  return `${method} ${path}`;
}
