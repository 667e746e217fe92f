import type { ApiModel } from "../model/model.ts";
import type { Change } from "./change.ts";
import { operationPairs } from "./pairs.ts";

/** Operations that callers have to call by another name. One may keep its name without an `operationId`. */
export function compareNames(before: ApiModel, after: ApiModel): readonly Change[] {
  return operationPairs(before, after).flatMap(([old, { name, typesId }]): readonly Change[] => {
    if (old.name === name && old.typesId === typesId) return [];
    const message =
      old.name === name
        ? `The types call it \`${typesId}\` now, not \`${old.typesId}\`.`
        : `\`${old.name}\` is called \`${name}\` now.`;
    return [{ impact: "major", callers: [name], message, rule: "operation-id-changed" }];
  });
}
