import type { Document } from "../../plugin/document.ts";
import { domainOf } from "../../plugin/domain.ts";
import { memberNames, resolvePointer } from "../../plugin/members.ts";
import type { Operation } from "../../plugin/operations.ts";
import type { Shape } from "../../plugin/shape.ts";
import { printExpression } from "../../vocabulary/expression.ts";
import type { Errors } from "../../vocabulary/extensions.ts";
import { bodyOf } from "../document/body.ts";

export interface SuggestedErrors {
  readonly errors: Errors;
  readonly doubts: Readonly<Record<string, string>>;
}

/** How refused calls are told, by what most of the answers beyond 2xx have in them. */
export function errorsOf(operations: readonly Operation[], document: Document): SuggestedErrors | undefined {
  const refusals = distinct(operations, document, (code) => !code.startsWith("2"));
  const successes = distinct(operations, document, (code) => code.startsWith("2"));
  const envelope = successes.filter(
    (body) => isNumber(body, ["code"]) && (has(body, ["msg"]) || has(body, ["message"])),
  );
  const isEnvelope = successes.length >= 2 && envelope.length >= 0.6 * successes.length;
  const bodies = isEnvelope ? [...refusals, ...envelope] : refusals;
  const code = common(codes, bodies);
  const message = common(messages, bodies);
  const requestId = [...common(requestIds, bodies), ...headers(operations)];
  if (message.length === 0 && code.length === 0) return undefined;
  return {
    errors: {
      ...(code.length > 0 ? { code: oneOrMore(code) } : {}),
      ...(message.length > 0 ? { message: oneOrMore(message) } : {}),
      ...(requestId.length > 0 ? { requestId: oneOrMore(requestId) } : {}),
      ...(isEnvelope && code.length > 0 ? { ok: [0] } : {}),
    },
    doubts: isEnvelope ? { ok: "that 0 says that a call was accepted" } : {},
  };
}

const messages = pointers(
  "error/message error/detail error/description errors/0/message errors/0/detail errors/0/title message detail error_message errorMessage error_description error_msg errmsg msg error title",
);
const codes = pointers(
  "error/code error/errorCode errors/0/code code error_code errorCode errcode error/type",
);
const requestIds = pointers("request_id requestId error/request_id error/requestId");

function pointers(text: string): readonly (readonly string[])[] {
  return text.split(" ").map((each) => each.split("/"));
}

/** Each schema counts once, however many operations share it. */
function distinct(
  operations: readonly Operation[],
  document: Document,
  isWanted: (code: string) => boolean,
): readonly Shape[] {
  const shapes = new Map<string, Shape>();
  for (const response of operations.flatMap(({ responses }) => responses)) {
    const body =
      isWanted(response.code) && response.body !== undefined ? bodyOf(response, document) : undefined;
    const end = body && document.follow(body);
    if (end && response.body !== undefined) shapes.set(end.location.absolutePointer, response.body);
  }
  return [...shapes.values()];
}

/** The places that a good part of the bodies have, the commonest first; of each body, the first that it has counts. */
function common(places: readonly (readonly string[])[], bodies: readonly Shape[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const body of bodies) {
    const place = places.find((pointer) => has(body, pointer) && isScalar(body, pointer));
    if (place === undefined) continue;
    const expression = printExpression({ kind: "response.body", pointer: place });
    counts.set(expression, (counts.get(expression) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 0.1 * bodies.length)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([expression]) => expression);
}

function headers(operations: readonly Operation[]): readonly string[] {
  const names = operations
    .flatMap(({ responses }) => responses.filter((each) => !each.isSuccess))
    .flatMap((response) => [...(response.headers?.keys() ?? [])]);
  const name = names.find((each) => /^(x-)?([a-z]+-)?(request|correlation|trace)-?id$/i.test(each));
  return name === undefined ? [] : [`$response.header.${name}`];
}

/** The body names it; a body that says nothing of its members does not. */
function has(body: Shape, pointer: readonly string[]): boolean {
  return pointer.every((token, index) => {
    const holder = resolvePointer(body, pointer.slice(0, index));
    if (!("shape" in holder)) return false;
    return token === "0"
      ? domainOf(holder.shape).rest.includes("array")
      : memberNames(holder.shape).includes(token);
  });
}

function isScalar(body: Shape, pointer: readonly string[]): boolean {
  const types = typesAt(body, pointer);
  return types.includes("string") || types.includes("number");
}

function isNumber(body: Shape, pointer: readonly string[]): boolean {
  return (
    has(body, pointer) &&
    typesAt(body, pointer).includes("number") &&
    !typesAt(body, pointer).includes("string")
  );
}

function typesAt(body: Shape, pointer: readonly string[]): readonly string[] {
  const found = resolvePointer(body, pointer);
  if (!("shape" in found)) return [];
  const { named, rest } = domainOf(found.shape);
  return [...rest, ...named.map((value) => typeof value)];
}

function oneOrMore(values: readonly string[]): string | readonly string[] {
  const [first = "", ...others] = values;
  return others.length === 0 ? first : values;
}
