import type { Document, Place } from "../../plugin/document.ts";
import { printExpression } from "../../vocabulary/expression.ts";
import type { Polling } from "../../vocabulary/extensions.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { typesAt } from "../document/schema-members.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { countsBeside } from "../weigh/siblings.ts";

/** How far the job is, as it stands beside the status: a percentage, or how much of how much. */
export function progressOf(candidate: Candidate, body: Place, document: Document): Polling["progress"] {
  const holder = candidate.status.member.pointer.slice(0, -1);
  const isOf = (name: string, allowed: readonly string[]): boolean => {
    const types = typesAt(body, [...holder, name], document).filter((type) => type !== "null");
    return types.length > 0 && types.every((type) => allowed.includes(type));
  };
  const expression = (name: string): string =>
    printExpression({ kind: "response.body", pointer: [...holder, name] });
  const percentage = [...candidate.siblings].find(
    (name) => percentages.test(plainName(name)) && isOf(name, ["number", "string"]),
  );
  if (percentage !== undefined) return expression(percentage);
  const { done, total } = countsBeside(candidate) ?? {};
  return done && total && isOf(done, ["number"]) && isOf(total, ["number"])
    ? { done: expression(done), total: expression(total) }
    : undefined;
}

const percentages =
  /^(progress|percent|percentage|progresspercent|progresspercentage|percentcomplete|percentagecomplete)$/;
