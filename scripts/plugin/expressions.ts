import type { Expression } from "../vocabulary/expression.ts";
import { parseExpression, printExpression } from "../vocabulary/expression.ts";
import { nearest } from "../vocabulary/nearest.ts";
import type { ProblemCode } from "../vocabulary/problem-codes.ts";
import { hint } from "./hint.ts";
import type { Missing, Resolution } from "./members.ts";
import { findMember, resolvePointer } from "./members.ts";
import type { Parameter } from "./operations.ts";
import { repairExpression } from "./repair-expression.ts";
import type { Shape } from "./shape.ts";
import { describe, quoted, theyAre } from "./words.ts";

/** What the expressions at one place of a description may read. */
export interface Scope {
  readonly kinds: readonly Expression["kind"][];
  /** How a message names the answer: "the 200 answer". */
  readonly answer: string;
  /** `undefined`: the answer has no JSON body. */
  readonly body: Shape | undefined;
  /** `undefined`: the answer documents no headers, so any may come. */
  readonly headers: ReadonlyMap<string, Shape> | undefined;
  /** `undefined`: `x-errors` does not say where a refused answer has its code. */
  readonly errorCode?: Shape | undefined;
  readonly request: {
    readonly body: Shape | undefined;
    /** `undefined`: not all of them are known. */
    readonly parameters: readonly Parameter[] | undefined;
  };
}

export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly suggest: readonly string[];
}

/** An expression that is right, and what is known of the value that it reads. */
export interface Readable {
  readonly expression: Expression;
  readonly shape: Shape;
  /** It reads a member that the description does not declare, from an object that may have any. */
  readonly undeclared?: Fault;
}

export type Checked = Readable | { readonly fault: Fault };

/** Reads an expression and tells what is known of the value there, or what is wrong with the expression. */
export function checkExpression(value: unknown, scope: Scope): Checked {
  const example = scope.kinds.includes("response.body") ? "$response.body#/…" : "$response.header.…";
  if (typeof value !== "string")
    return fault(
      "not-an-expression",
      `Here stands ${describe(value)}; write a runtime expression, \`${example}\`.`,
    );
  const expression = parseExpression(value);
  if (expression === undefined) {
    const repaired = repairExpression(value, scope.kinds);
    return fault(
      "not-an-expression",
      `\`${value}\` is not a runtime expression such as \`${example}\`.`,
      repaired,
    );
  }
  if (!scope.kinds.includes(expression.kind))
    return fault("expression-not-allowed", `\`${value}\` cannot be read here. ${allowed(scope)}`);
  if (expression.kind === "statusCode") return { expression, shape: "open" };
  if (expression.kind === "errorCode") return checkErrorCode(expression, scope);
  if ("pointer" in expression) return checkBody(expression, scope);
  return expression.kind === "response.header"
    ? checkHeader(expression, scope)
    : checkParameter(expression, scope);
}

function checkErrorCode(expression: Expression, { errorCode }: Scope): Checked {
  if (errorCode !== undefined) return { expression, shape: errorCode };
  const where = "`x-errors`, at the root, does not say with `code` where a refused answer has its code";
  return fault("codes-without-code", `\`$errorCode\` cannot be read: ${where}.`);
}

type Named = Extract<Expression, { name: string }>;
type Pointing = Extract<Expression, { pointer: readonly string[] }>;

function checkBody(expression: Pointing, scope: Scope): Checked {
  const isAnswer = expression.kind === "response.body";
  const whole = isAnswer ? scope.body : scope.request.body;
  const owner = isAnswer ? scope.answer : "the request";
  if (whole === undefined) {
    return fault(
      "no-body",
      `\`${printExpression(expression)}\` reads the body, but ${owner} has no ${isAnswer ? "JSON " : ""}body.`,
    );
  }
  const found = resolvePointer(whole, expression.pointer);
  if (!("shape" in found)) {
    const { where, others, suggest } = hintFor(found, expression, whole);
    return fault(
      "no-such-field",
      `The schema of ${owner} has no \`${found.missing}\`${where}.${others}`,
      suggest,
    );
  }
  const { shape, undeclared } = found;
  if (undeclared === undefined) return { expression, shape };
  const { where, others, suggest } = hintFor(undeclared, expression, whole);
  const message = `The schema of ${owner} declares no \`${undeclared.missing}\`${where}, and allows any name there.${others}`;
  return { expression, shape, undeclared: { code: "undeclared-status", message, suggest } };
}

interface PointerHint {
  readonly where: string;
  readonly others: string;
  readonly suggest: readonly string[];
}

function hintFor(missing: Missing, expression: Pointing, whole: Shape): PointerHint {
  const { after, names } = missing;
  const rest = expression.pointer.slice(after.length + 1);
  const suggest = guessesOf(missing, whole)
    .map((pointer) => [...pointer, ...rest])
    .filter((pointer) => isDeclared(resolvePointer(whole, pointer)))
    .map((pointer) => printExpression({ ...expression, pointer }));
  const where = after.length > 0 ? ` in \`/${after.join("/")}\`` : "";
  return { where, others: suggest.length > 0 ? "" : theyAre("It has", names), suggest };
}

function isDeclared(found: Resolution): boolean {
  return "shape" in found && found.undeclared === undefined;
}

/** Where the missing member may be meant to be: misspelt, in the items of this list, or anywhere else in the body. */
function guessesOf({ missing, after, names }: Missing, whole: Shape): readonly (readonly string[])[] {
  const near = nearest(missing, names);
  if (near !== undefined) return [[...after, near]];
  const inFirstItem = [...after, "0", missing];
  return isDeclared(resolvePointer(whole, inFirstItem)) ? [inFirstItem] : findMember(whole, missing);
}

function checkHeader(expression: Named, { headers, answer }: Scope): Checked {
  const { kind, name } = expression;
  if (headers === undefined) return { expression, shape: "open" };
  const header = [...headers].find(([each]) => each.toLowerCase() === name.toLowerCase());
  if (header) return { expression, shape: header[1] };
  const { suggest, others } = hint(name, [...headers.keys()]);
  const meant = suggest.map((near) => printExpression({ kind, name: near }));
  return fault("no-such-header", `${capital(answer)} documents no header \`${name}\`.${others}`, meant);
}

function checkParameter(expression: Named, { request }: Scope): Checked {
  const { kind, name } = expression;
  const where = kind.slice("request.".length);
  const spelt = (text: string): string => (where === "header" ? text.toLowerCase() : text);
  const parameters = request.parameters?.filter((one) => one.in === where).map((one) => one.name);
  if (!parameters || parameters.some((each) => spelt(each) === spelt(name)))
    return { expression, shape: "open" };

  const { suggest, others } = hint(name, parameters);
  const near = suggest.map((each) => printExpression({ kind, name: each }));
  const elsewhere = request.parameters
    ?.filter((one) => one.name === name)
    .map((one) => `$request.${one.in}.${name}`);
  return fault(
    "no-such-parameter",
    `The operation has no ${where} parameter \`${name}\`.${others}`,
    near.length > 0 ? near : elsewhere,
  );
}

function allowed({ kinds }: Scope): string {
  const forms = kinds.map((kind) =>
    kind.endsWith("Code") ? `$${kind}` : `$${kind}${kind.endsWith("body") ? "#/…" : ".…"}`,
  );
  return `Write ${quoted(forms, "or")}.`;
}

function fault(code: ProblemCode, message: string, suggest: readonly string[] = []): Checked {
  return { fault: { code, message, suggest } };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
