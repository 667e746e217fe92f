import type {
  BodyChoice,
  BodyModel,
  JobModel,
  OperationModel,
  ParameterGroup,
  TypePath,
} from "../model/model.ts";
import type { Code } from "./layout.ts";
import { hardLine, indent, line, objectType } from "./layout.ts";
import { propertyName, scalar, text, union } from "./literal.ts";
import type { Scope } from "./scope.ts";

/** `GetOrderParams` */
export function paramsName({ name }: OperationModel, scope: Scope): string {
  return `${scope.typed(name)}Params`;
}

/** What a call gives, by its name where it has one. */
export function answerName({ name, answer }: OperationModel, scope: Scope): string {
  return answer.kind === "json" ? `${scope.typed(name)}Answer` : otherAnswer(answer.kind, scope);
}

/** The parameters side by side: those of each place, and the body. */
export function paramsType(operation: OperationModel, scope: Scope): Code {
  const { typesId, parameters, body } = operation;
  const groups = parameters.map((group) => groupType(typesId, group, scope));
  const type = intersection(groups);
  if (body === undefined) return groups.length === 0 ? "Record<never, never>" : type;
  const given = bodyType(operation, body, scope);
  if (groups.length === 0) return given;
  const rest = [" & ", body.choices.length === 1 ? given : ["(", given, hardLine, ")"]];
  return [type, groups.length === 1 ? rest : indent(rest)];
}

/** The body under `body`; of several media types, all but the first are chosen by `contentType`. */
function bodyType(operation: OperationModel, { required, choices }: BodyModel, scope: Scope): Code {
  const { typesId, pointer } = operation;
  const requestBody = `${inOperation(typesId, scope)}["requestBody"]`;
  const content = `${required ? requestBody : `NonNullable<${requestBody}>`}["content"]`;
  const members = choices.map((choice, index) => {
    const body = `readonly body${required ? "" : "?"}: ${contentType(choice, { content, pointer }, scope)}`;
    const type = `readonly contentType${index === 0 ? "?" : ""}: ${text(choice.mediaType)}`;
    return objectType(choices.length === 1 ? [body] : [type, body]);
  });
  const [only, ...others] = members;
  return only !== undefined && others.length === 0
    ? only
    : indent(members.map((each) => [hardLine, "| ", indent(each)]));
}

function contentType(
  { kind, mediaType }: BodyChoice,
  { content, pointer }: { readonly content: string; readonly pointer: readonly string[] },
  scope: Scope,
): string {
  if (kind === "text") return "string";
  if (kind === "binary") return scope.type("Binary");
  const named = scope.named([...pointer, "requestBody", "content", mediaType, "schema"]);
  return named ?? `${content}[${text(mediaType)}]`;
}

/** The JSON of every accepted answer. */
export function answerType({ typesId, pointer, answer }: OperationModel, scope: Scope): Code {
  const bodies = answer.bodies.map(
    ({ status, mediaType }) =>
      scope.named([...pointer, "responses", status, "content", mediaType, "schema"]) ??
      `${inOperation(typesId, scope)}["responses"][${responseKey(status)}]["content"][${text(mediaType)}]`,
  );
  const others = answer.or ? [otherAnswer(answer.or, scope)] : [];
  const members = [...bodies, ...others, ...(answer.nothing ? ["undefined"] : [])];
  return members.length === 1 ? members.join() : indent(members.map((member) => [hardLine, `| ${member}`]));
}

/** What a succeeded job gives. */
export function resultType({ ask, result }: JobModel, scope: Scope): string {
  const { access, path, requires } = result;
  if (access.from === "status") return "number";
  if (access.from === "errorCode") return "string | number | undefined";
  if (access.from === "header") return "string | null";
  if (path === undefined && requires.length === 0) return "unknown";
  if (path === undefined) return `${scope.type("Require")}<Record<string, unknown>, ${union(requires)}>`;
  const type = walk(answerName(ask, scope), path);
  if (requires.length > 0) return `${scope.type("Require")}<NonNullable<${type}>, ${union(requires)}>`;
  // a list may be empty
  const mayLack = path.some(({ step, fromNothing }) => fromNothing || typeof step === "number");
  return mayLack ? `${type} | undefined` : type;
}

/** What the updates of a job tell as its status, where anything is known of that. */
export function statusType({ ask, status, missing }: JobModel, scope: Scope): string | undefined {
  if (status.path === undefined) return undefined;
  const type = walk(answerName(ask, scope), status.path);
  return missing === undefined ? `NonNullable<${type}>` : `${type} | undefined`;
}

function walk(answer: string, path: TypePath): string {
  return path.reduce((type, { step, fromNothing }) => {
    const holder = fromNothing ? `NonNullable<${type}>` : type;
    return `${holder}[${typeof step === "number" ? "number" : scalar(step)}]`;
  }, answer);
}

function otherAnswer(kind: "file" | "text" | "nothing", scope: Scope): string {
  if (kind === "text") return "string";
  return kind === "file" ? scope.type("Download") : "undefined";
}

function groupType(id: string, group: ParameterGroup, scope: Scope): Code {
  const { place, omitted, optional, required } = group;
  const all = `${inOperation(id, scope)}["parameters"][${text(place)}]`;
  const given = optional ? `NonNullable<${all}>` : all;
  const renamed = Object.entries(group.realNames);
  const left = [...omitted, ...renamed.map(([, real]) => real)];
  const rest = left.length === 0 ? given : `Omit<${given}, ${union(left)}>`;
  if (renamed.length === 0) return rest;
  const properties = renamed.map(
    ([name, real]) =>
      `readonly ${propertyName(name)}${required.includes(name) ? "" : "?"}: ${given}[${text(real)}]`,
  );
  const own = objectType(properties);
  return renamed.length === group.names.length ? own : [rest, " & ", own];
}

function inOperation(typesId: string, scope: Scope): string {
  return `${scope.types("operations")}[${text(typesId)}]`;
}

function responseKey(status: string): string {
  return /^\d+$/.test(status) ? status : text(status);
}

function intersection(parts: readonly Code[]): Code {
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return first;
  return [first, indent(rest.map((part) => [" &", line, part]))];
}
