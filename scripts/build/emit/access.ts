import { isPropertyName } from "../../vocabulary/identifier.ts";
import type { Access, Field, Step, Value } from "../model/model.ts";
import type { Code } from "./layout.ts";
import { brackets, group, parentheses } from "./layout.ts";
import { object, scalar, text } from "./literal.ts";
import type { Scope } from "./scope.ts";

/** The arguments of a generated function: an answer, and the request that it belongs to. */
export interface Arguments {
  read(access: Access): Code;
  /** The first of several that is not empty. */
  readFirst(accesses: readonly Access[]): Code;
  readValue(value: Value): Code;
  readFields(fields: readonly Field[]): Code;
  /** The same as `read`, but of type `unknown`. */
  readUntyped(access: Access): Code;
  /** What the error rules say of a refused answer; of an accepted one, nothing. */
  refusal(): Code;
  /** The client is wanted, too; gives its name. */
  client(): string;
  /** `{ body }`: what has been read of the answer so far; `undefined` for nothing. */
  answer(): string | undefined;
  /** `(request, { body }, client)`, shortened to what has been read so far. */
  list(): string;
}

type Variable = "status" | "headers" | "body" | "request" | "client";

/** `status` is the name for the HTTP status, where that of the answer's own field is taken. */
export function openArguments(scope: Scope, { status = "status" }: { status?: string } = {}): Arguments {
  const used = new Set<Variable>();
  const use = (variable: Variable): string => {
    used.add(variable);
    return scope.local(variable === "status" ? status : variable);
  };
  const field = (variable: Variable): string => {
    const name = use(variable);
    return name === variable ? name : `${variable}: ${name}`;
  };
  const answer = (): string | undefined => {
    const fields = (["status", "headers", "body"] as const).filter((each) => used.has(each)).map(field);
    return fields.length === 0 ? undefined : `{ ${fields.join(", ")} }`;
  };
  const readUntyped = (access: Access): Code =>
    access.from === "body" || access.from === "request"
      ? lookup(use(access.from), access.path, scope)
      : read(access);
  const refusal = (): Code => {
    for (const each of ["status", "headers", "body"] as const) use(each);
    // as an object, the pattern of an answer is that answer
    return `${scope.errors}(${answer()})`;
  };
  const read = (access: Access): Code => {
    if (access.from === "status") return use("status");
    if (access.from === "errorCode") return [refusal(), "?.code"];
    if (access.from === "header") return `${use("headers")}.get(${text(access.name)})`;
    const { from, path, typed } = access;
    if (path.length === 0) return use(from);
    return typed ? use(from) + path.map(step).join("") : readUntyped(access);
  };
  const readFirst = (accesses: readonly Access[]): Code => {
    const [only, ...others] = accesses;
    if (only === undefined) return "undefined";
    if (others.length === 0) return read(only);
    // TypeScript finds no common type for values of several, unless one of them is `unknown`
    const isMixed =
      accesses.every((each) => !isUntyped(each)) && accesses.some(({ from }) => from !== "header");
    return [scope.value("first"), isMixed ? "<unknown>" : "", parentheses(accesses.map(read))];
  };
  const readValue = (value: Value): Code => {
    if (value.kind === "access") return read(value.access);
    if (value.kind === "constant") return scalar(value.value);
    return value.kind === "list" ? brackets(value.items.map(readValue)) : readFields(value.fields);
  };
  const readFields = (fields: readonly Field[]): Code =>
    object(fields.map(([name, value]) => [name, readValue(value)]));
  const list = (): string => {
    const names = [
      used.has("request") ? use("request") : "_request",
      answer() ?? "_answer",
      used.has("client") ? use("client") : "_client",
    ];
    const last = Math.max(used.has("request") ? 1 : 0, answer() ? 2 : 0, used.has("client") ? 3 : 0);
    return `(${names.slice(0, last).join(", ")})`;
  };
  const client = (): string => use("client");
  return { read, readFirst, readValue, readFields, readUntyped, refusal, client, answer, list };
}

function isUntyped(access: Access): boolean {
  return (access.from === "body" || access.from === "request") && !access.typed && access.path.length > 0;
}

function lookup(from: string, path: readonly Step[], scope: Scope): Code {
  return group(scope.value("at"), parentheses([from, ...path.map(scalar)]));
}

function step(name: Step): string {
  return typeof name === "string" && isPropertyName(name) ? `?.${name}` : `?.[${scalar(name)}]`;
}
