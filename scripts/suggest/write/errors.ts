import type { Document } from "../../plugin/document.ts";
import { domainOf } from "../../plugin/domain.ts";
import { memberNames, resolvePointer } from "../../plugin/members.ts";
import type { Operation, Response } from "../../plugin/operations.ts";
import type { Shape } from "../../plugin/shape.ts";
import { printExpression } from "../../vocabulary/expression.ts";
import type { Errors } from "../../vocabulary/extensions.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { bodyOf } from "../document/body.ts";

export interface SuggestedErrors {
  readonly errors: Errors;
  readonly doubts: Readonly<Record<string, string>>;
}

/** How refused calls are told, by what most of the answers that refuse one have in them. */
export function errorsOf(operations: readonly Operation[], document: Document): SuggestedErrors | undefined {
  const refusals = bodiesOf(operations, document, isRefusal);
  const successes = bodiesOf(operations, document, ({ code }) => code.startsWith("2"));
  const envelope = successes.filter(
    ({ shape }) => isNumber(shape, ["code"]) && (has(shape, ["msg"]) || has(shape, ["message"])),
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
    doubts: {
      ...(message.some((each) => each.endsWith("/0"))
        ? { message: "that the first of these messages tells why a call was refused" }
        : {}),
      ...(isEnvelope ? { ok: "that 0 says that a call was accepted" } : {}),
    },
  };
}

/** Plain names; what is in lists of texts last. */
const messages = pointers(
  `error/message error/detail error/description errors/0/message errors/0/detail errors/0/details errors/0/description errors/0/title reasons/0/message message
  detail errormessage errordescription errormsg errmsg msg error title
  errormessages/0 messages/0 errors/0 reasons/0 detail/0/msg detail/0/message details/0/message`,
);
const codes = pointers(
  "error/code error/errorcode errors/0/code reasons/0/code code errorcode errcode error/type",
);
const requestIds = pointers("requestid error/requestid");

function pointers(text: string): readonly (readonly string[])[] {
  return text.split(/\s+/).map((each) => each.split("/"));
}

function isRefusal({ code, isSuccess }: Response): boolean {
  return !isSuccess && /^([45]|default$)/.test(code);
}

interface Body {
  readonly shape: Shape;
  /** How many answers have it. */
  readonly uses: number;
}

/** The bodies of answers, each schema once, however many operations share it. */
function bodiesOf(
  operations: readonly Operation[],
  document: Document,
  isWanted: (response: Response) => boolean,
): readonly Body[] {
  const bodies = new Map<string, Body>();
  for (const response of operations.flatMap(({ responses }) => responses)) {
    const { body: shape } = response;
    const body = isWanted(response) && shape !== undefined ? bodyOf(response, document) : undefined;
    const end = body && document.follow(body);
    if (end === undefined || shape === undefined) continue;
    const address = end.location.absolutePointer;
    bodies.set(address, { shape, uses: (bodies.get(address)?.uses ?? 0) + 1 });
  }
  return [...bodies.values()];
}

/**
 * The places that a good part of the answers or of their schemas have, that of most answers first; of each body, the first
 * that it has counts.
 */
function common(places: readonly (readonly string[])[], bodies: readonly Body[]): readonly string[] {
  const counts = new Map<string, { readonly uses: number; readonly schemas: number }>();
  for (const { shape, uses } of bodies) {
    const pointer = placeIn(shape, places);
    if (pointer === undefined) continue;
    const expression = printExpression({ kind: "response.body", pointer });
    const before = counts.get(expression) ?? { uses: 0, schemas: 0 };
    counts.set(expression, { uses: before.uses + uses, schemas: before.schemas + 1 });
  }
  const telling = bodies.filter(({ shape }) => memberNames(shape).length > 0);
  const all = telling.reduce((sum, { uses }) => sum + uses, 0);
  const found = [...counts]
    .filter(([, { uses, schemas }]) => uses >= 0.05 * all || schemas >= 0.1 * bodies.length)
    .sort(([, a], [, b]) => b.uses - a.uses)
    .slice(0, 3)
    .map(([expression]) => expression);
  // an `errors/0` that is no text has an `errors/0/detail`
  const deepest = found.flatMap((each) => [...found.filter((other) => other.startsWith(`${each}/`)), each]);
  return [...new Set(deepest)];
}

/** The first place at which the body says so, in its own spelling. */
function placeIn(body: Shape, places: readonly (readonly string[])[]): readonly string[] | undefined {
  for (const place of places) {
    const pointer = spelled(body, place);
    if (pointer && isScalar(body, pointer)) return pointer;
  }
  return undefined;
}

function headers(operations: readonly Operation[]): readonly string[] {
  const names = operations
    .flatMap(({ responses }) => responses.filter((each) => !each.isSuccess))
    .flatMap((response) => [...(response.headers?.keys() ?? [])]);
  const name = names.find((each) => /^(x-)?([a-z]+-)?(request|correlation|trace)-?id$/i.test(each));
  return name === undefined ? [] : [`$response.header.${name}`];
}

/** The body names it; a body that says nothing of its members does not. */
function has(body: Shape, place: readonly string[]): boolean {
  return spelled(body, place) !== undefined;
}

/** A place as the body spells it: `Errors/0/Message`, `error_message`. */
function spelled(body: Shape, place: readonly string[]): readonly string[] | undefined {
  return place.reduce<readonly string[] | undefined>((pointer, token) => {
    const holder = pointer && resolvePointer(body, pointer);
    if (pointer === undefined || holder === undefined || !("shape" in holder)) return undefined;
    if (token === "0")
      return domainOf(holder.shape).rest.includes("array") ? pointer.concat(token) : undefined;
    const names = memberNames(holder.shape).filter((name) => plainName(name) === token);
    const [name = names[0]] = names.filter((each) => each === token);
    return name === undefined ? undefined : pointer.concat(name);
  }, []);
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
