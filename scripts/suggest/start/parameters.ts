import type { Document } from "../../plugin/document.ts";
import { domainOf } from "../../plugin/domain.ts";
import type { Operation, Parameter } from "../../plugin/operations.ts";
import { printExpression } from "../../vocabulary/expression.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import type { Member } from "../document/schema-members.ts";
import { isScalar, membersOf } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";

/** The parameters that a link has to give. */
export function required({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter((one) => {
    if (!one.required) return false;
    const { named, rest } = domainOf(one.shape);
    return one.in === "path" || named.length !== 1 || rest.length > 0;
  });
}

/** Where the request or its answer has another parameter of the operation that tells the status. */
export function valueFor(
  parameter: Parameter,
  { parameters, path, requestBody, fields }: Operation,
  answer: Answer,
  status: Operation,
  document: Document,
): string | undefined {
  const wanted = plainName(parameter.name);
  const places = ["path", "query", "header"];
  const same = parameters.find((one) => plainName(one.name) === wanted && places.includes(one.in));
  if (same) return `$request.${same.in}.${same.name}`;
  const at = parameter.in === "path" ? atSamePlace(parameter.name, status.path, path) : undefined;
  if (at !== undefined) return `$request.path.${at}`;
  const member = generic.test(wanted)
    ? undefined
    : answer.members.find(({ pointer }) => plainName(pointer.at(-1) ?? "") === wanted);
  if (member && isScalar(member, document)) return expressionOf(member);
  if (requestBody === undefined || (generic.test(wanted) && wanted !== "token")) return undefined;
  const content = [...document.fields(document.fields(fields.get("requestBody")).get("content")).values()];
  const schema = content[0] && document.fields(content[0]).get("schema");
  const names = schema ? [...membersOf(schema, document).keys()] : [];
  const field = names.find((name) => plainName(name) === wanted);
  return field === undefined ? undefined : printExpression({ kind: "request.body", pointer: [field] });
}

/** Beside the id of the work, the id of what it is done to: `service/id`, for a `serviceId`. */
export function idBeside(
  parameter: Parameter,
  { pointer }: Member,
  { members }: Answer,
  document: Document,
): string | undefined {
  const holder = pointer.slice(0, -1).join("/");
  const member = members.find(
    ({ pointer: way, plain }) =>
      way.length > 1 &&
      way.slice(0, -2).join("/") === holder &&
      plain.slice(-2).join("") === plainName(parameter.name),
  );
  return member && isScalar(member, document) ? expressionOf(member) : undefined;
}

/** The parameter of a path that stands where another path, the same up to there, has this one. */
function atSamePlace(name: string, its: string, path: string): string | undefined {
  const [a, b] = [its.split("/"), path.split("/")];
  const index = a.indexOf(`{${name}}`);
  const isSame = index > 0 && template(a.slice(0, index)) === template(b.slice(0, index));
  return isSame ? /^\{([^}]+)\}$/.exec(b[index] ?? "")?.[1] : undefined;
}

function template(segments: readonly string[]): string {
  return segments.join("/").replace(/\{[^}]*\}/g, "{}");
}

export function expressionOf({ pointer }: Member): string {
  return printExpression({ kind: "response.body", pointer });
}

/** Names of ids that say nothing of what they are the id of. */
export const generic: RegExp = /^(id|uuid|uid|guid|gid|key|sid|name|slug|identifier|token|number|handle)$/;
