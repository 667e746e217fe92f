import type { JobModel, OperationModel, ParameterGroup } from "../model/model.ts";
import { capitalized } from "../model/names.ts";
import type { Code } from "./layout.ts";
import { hardLine, indent, line, objectType } from "./layout.ts";
import { scalar, text, union } from "./literal.ts";
import type { Scope } from "./scope.ts";

/** `GetOrderParams` */
export function paramsName({ name }: OperationModel): string {
  return `${capitalized(name)}Params`;
}

/** What a call gives, by its name where it has one. */
export function answerName({ name, answer }: OperationModel, scope: Scope): string {
  if (answer.kind === "json") return `${capitalized(name)}Answer`;
  return answer.kind === "file" ? scope.type("Download") : "undefined";
}

/** The parameters side by side: those of each place, and the body. */
export function paramsType(operation: OperationModel, scope: Scope): Code {
  const { id, parameters, body } = operation;
  const groups: readonly Code[] = parameters.map((group) => groupType(id, group, scope));
  const type = intersection(groups);
  if (body === undefined) return groups.length === 0 ? "Record<never, never>" : type;
  const requestBody = `${inOperation(id, scope)}["requestBody"]`;
  const content = body.required ? requestBody : `NonNullable<${requestBody}>`;
  const field = `readonly body${body.required ? "" : "?"}: ${content}["content"][${text(body.mediaType)}]`;
  if (groups.length === 0) return objectType([field]);
  const rest = [" & ", objectType([field])];
  return [type, groups.length === 1 ? rest : indent(rest)];
}

/** The JSON of every accepted answer. */
export function answerType({ id, answer }: OperationModel, scope: Scope): Code {
  const bodies = answer.bodies.map(
    ({ status, mediaType }) =>
      `${inOperation(id, scope)}["responses"][${responseKey(status)}]["content"][${text(mediaType)}]`,
  );
  const members = [...bodies, ...(answer.nothing ? ["undefined"] : [])];
  return members.length === 1 ? members.join() : indent(members.map((member) => [hardLine, `| ${member}`]));
}

/** What a succeeded job gives. */
export function resultType({ ask, result }: JobModel, scope: Scope): string {
  const { access, path, requires } = result;
  if (access.from === "status") return "number";
  if (access.from === "header") return "string | null";
  if (path === undefined && requires.length === 0) return "unknown";
  if (path === undefined) return `${scope.type("Require")}<Record<string, unknown>, ${union(requires)}>`;
  const type = walk(answerName(ask, scope), path);
  if (requires.length > 0) return `${scope.type("Require")}<NonNullable<${type}>, ${union(requires)}>`;
  return path.some(({ fromNothing }) => fromNothing) ? `${type} | undefined` : type;
}

function walk(answer: string, path: NonNullable<JobModel["result"]["path"]>): string {
  return path.reduce((type, { step, fromNothing }) => {
    const holder = fromNothing ? `NonNullable<${type}>` : type;
    return `${holder}[${typeof step === "number" ? "number" : scalar(step)}]`;
  }, answer);
}

function groupType(id: string, { place, omitted, optional }: ParameterGroup, scope: Scope): string {
  const all = `${inOperation(id, scope)}["parameters"][${text(place)}]`;
  const given = optional ? `NonNullable<${all}>` : all;
  return omitted.length === 0 ? given : `Omit<${given}, ${union(omitted)}>`;
}

/** openapi-typescript writes a number sign in an operationId as a slash. */
function inOperation(id: string, scope: Scope): string {
  return `${scope.types("operations")}[${text(id.replaceAll("#", "/"))}]`;
}

function responseKey(status: string): string {
  return /^\d+$/.test(status) ? status : text(status);
}

function intersection(parts: readonly Code[]): Code {
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return first;
  return [first, indent(rest.map((part) => [" &", line, part]))];
}
