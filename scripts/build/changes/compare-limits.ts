import { printDuration } from "../../vocabulary/duration.ts";
import type { ApiModel, OperationModel } from "../model/model.ts";
import type { Change } from "./change.ts";
import { grouped } from "./change.ts";
import { operationPairs } from "./pairs.ts";

/** How many requests a client makes before it waits. */
export function compareLimits(before: ApiModel, after: ApiModel): readonly Change[] {
  const told = operationPairs(before, after).flatMap(([old, now]) => {
    const [was, is] = [inWords(old), inWords(now)];
    return was === is ? [] : [[now.name, `Its rate limit is ${is} now, not ${was}.`] as const];
  });
  return grouped("minor", "rate-limit-changed", told);
}

function inWords({ limits }: OperationModel): string {
  if (limits.length === 0) return "none";
  return limits
    .map(({ requests, per, bucket }) => {
      const shared = bucket === undefined ? "" : ` of \`${bucket}\``;
      return `${requests} per ${printDuration(per)}${shared}`;
    })
    .join(" and ");
}
