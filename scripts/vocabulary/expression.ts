import { parsePointer, printPointer } from "./pointer.ts";

/**
 * A runtime expression of OpenAPI, taken apart, or `$errorCode`, which is ours: the code of a refusal, as `x-errors` reads
 * it. `kind` repeats the words of the expression itself.
 */
export type Expression =
  | { kind: "statusCode" }
  | { kind: "errorCode" }
  | { kind: "response.body" | "request.body"; pointer: readonly string[] }
  | { kind: "response.header" | "request.header" | "request.path" | "request.query"; name: string };

/**
 * Reads `$response.body#/data/id`, `$request.path.id`, `$statusCode` and the like; `undefined` for anything else.
 * OpenAPI's `$url`, `$method`, `$response.query`, `$response.path` and expressions inside a longer text
 * (`"Bearer {$response.body#/token}"`) have no meaning here and count as anything else.
 */
export function parseExpression(text: string): Expression | undefined {
  if (text === "$statusCode") return { kind: "statusCode" };
  if (text === "$errorCode") return { kind: "errorCode" };
  const body = /^\$(response|request)\.body(?:#(.*))?$/s.exec(text);
  if (body) {
    const pointer = parsePointer(body[2] ?? "");
    return pointer && { kind: body[1] === "response" ? "response.body" : "request.body", pointer };
  }
  const named = /^\$(response\.header|request\.(?:header|path|query))\.(.+)$/s.exec(text);
  // The pattern admits exactly the four kinds that carry a name.
  if (named) return { kind: named[1] as "request.path", name: named[2] ?? "" };
  return undefined;
}

/** The text that `parseExpression` reads back as the same expression. */
export function printExpression(expression: Expression): string {
  if (expression.kind === "statusCode" || expression.kind === "errorCode") return `$${expression.kind}`;
  if ("name" in expression) return `$${expression.kind}.${expression.name}`;
  return expression.pointer.length === 0
    ? `$${expression.kind}`
    : `$${expression.kind}#${printPointer(expression.pointer)}`;
}

/** In a link, text that begins with `$` is meant as an expression; every other value is a constant. */
export function isMeantAsExpression(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("$");
}
