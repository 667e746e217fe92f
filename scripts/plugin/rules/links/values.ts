import { isMeantAsExpression } from "../../../vocabulary/expression.ts";
import type { ExpressionNeeds } from "../../checks.ts";
import { checkOne } from "../../checks.ts";
import type { Place } from "../../document.ts";
import { child, isObject, itemsOf } from "../../document.ts";
import type { Report } from "../../report.ts";

/** Checks what a link hands on: an expression, a constant that does not look like one, or these at any depth. */
export function checkLinkValue(place: Place, needs: ExpressionNeeds, report: Report): void {
  const { value } = place;
  for (const item of itemsOf(place)) checkLinkValue(item, needs, report);
  if (isObject(value)) {
    for (const key of Object.keys(value)) checkLinkValue(child(place, key), needs, report);
  }
  if (typeof value !== "string") return;
  const isMeant: boolean = isMeantAsExpression(value) || likeExpression.test(value);
  if (isMeant) checkOne(place, needs, report);
  else if (value.includes("{$"))
    report(place, "expression-in-text", "An expression inside a longer text is not read; write it alone.");
}

/** The dollar forgotten, or braces around the whole. */
const likeExpression = /^(response|request)\.(body|headers?|path|query)\b|^\{\$[^{}]*\}$/;
