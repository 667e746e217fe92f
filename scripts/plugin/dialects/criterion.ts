import { parseExpression } from "../../vocabulary/expression.ts";
import type { Scalar } from "../../vocabulary/extensions.ts";
import type { Place } from "../document.ts";
import { child } from "../document.ts";
import type { Shape } from "../shape.ts";
import { enumAt } from "./answer.ts";
import type { Dialect } from "./dialect.ts";

/** What an answer has to be: one of these values, there. A subset of the criterion of Arazzo. */
export interface Criterion {
  readonly on: "body" | "code";
  /** The runtime expression. */
  readonly of: string;
  readonly values: readonly Scalar[];
}

/** `undefined` if it says something that we have no words for, and then that has been reported. */
export function readCriterion(
  place: Place,
  body: Shape | undefined,
  dialect: Dialect,
): Criterion | undefined {
  const condition = child(place, "condition").value;
  const type = child(place, "type").value ?? "simple";
  const read =
    typeof condition !== "string"
      ? undefined
      : type === "regex"
        ? regex(place, condition, body)
        : simple(condition);
  if (read === undefined) {
    dialect.report(
      place,
      "This criterion cannot be read. What can is a simple one with `==` on `$statusCode` or `$response.body#/…`, and a regex that lists values.",
    );
  }
  return read;
}

function simple(condition: string): Criterion | undefined {
  const [, of = "", text = ""] = /^\s*(\S+)\s*==\s*(.+?)\s*$/.exec(condition) ?? [];
  const value = literal(text);
  return value === undefined ? undefined : criterion(of, [value]);
}

function regex(place: Place, pattern: string, body: Shape | undefined): Criterion | undefined {
  const context = child(place, "context").value;
  if (typeof context !== "string") return undefined;
  const listed = /^\^?\(?(?:\?:)?([\w-]+(?:\|[\w-]+)*)\)?\$?$/.exec(pattern)?.[1]?.split("|");
  if (listed === undefined) return undefined;
  const isWhole = pattern.startsWith("^") && pattern.endsWith("$");
  const expression = parseExpression(context);
  const known = expression && "pointer" in expression ? enumAt(body, expression.pointer) : [];
  // a pattern that is not bound at its ends means each value that has it inside
  const values = isWhole
    ? listed
    : known.filter((value) => listed.some((each) => String(value).includes(each)));
  return values.length === 0 ? undefined : criterion(context, values);
}

function criterion(of: string, values: readonly Scalar[]): Criterion | undefined {
  const expression = parseExpression(of);
  if (expression?.kind === "statusCode") return { on: "code", of, values: values.map(Number) };
  return expression?.kind === "response.body" ? { on: "body", of, values } : undefined;
}

function literal(text: string): Scalar | undefined {
  const quoted = /^(["'])(.*)\1$/.exec(text);
  if (quoted) return quoted[2];
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
