import type { Document } from "../plugin/document.ts";
import { domainOf, typesOf } from "../plugin/domain.ts";
import type { Operation, Parameter } from "../plugin/operations.ts";
import { shapeOf } from "../plugin/shape.ts";
import { printExpression } from "../vocabulary/expression.ts";
import { plainName } from "../vocabulary/tokens.ts";
import type { Answer } from "./answers.ts";
import { isWork } from "./nouns.ts";
import type { Resource } from "./resource.ts";
import { resourceOf, templateOf } from "./resource.ts";
import type { Member } from "./schema-members.ts";
import { membersOf, wordsAbout } from "./schema-members.ts";

/** An operation that tells a status, and where in its answer the thing is whose status it is. */
export interface Target {
  readonly operation: Operation;
  readonly resource: Resource;
  /** Names of what stands beside the status, itself included. */
  readonly siblings: ReadonlySet<string>;
  /** The name of the status among them. */
  readonly status: string;
}

/** An answer from which the status can be asked for. */
export interface Starter {
  readonly operation: Operation;
  readonly answer: Answer;
  /** Parameters of the link. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `x-url` of the link: the header that has the parameters in it. */
  readonly url?: string;
  /** What made the match, for a person. */
  readonly why: string;
  readonly rank: number;
  readonly doubts: readonly string[];
}

/** How an operation's answers lead to the status, if they do. */
export function starterFor(
  target: Target,
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): readonly Starter[] {
  if (!mayStart(operation, target)) return [];
  return answers.flatMap((answer) => linkFrom(answer, operation, target, document) ?? []);
}

function mayStart(starter: Operation, target: Target): boolean {
  const { method, path, parameters } = starter;
  const { operation, resource } = target;
  if (["GET", "HEAD", "OPTIONS", "TRACE"].includes(method)) return false;
  if (method === operation.method && path === operation.path) return false;
  if (isPutThere(starter, target)) return true;
  const key = plainName(resource.key ?? "");
  const hasKey = parameters.some((one) => one.in === "path" && plainName(one.name) === key);
  if (hasKey && !generic.test(key)) return false;
  const isOnItem =
    resource.item !== resource.collection && `${templateOf(path)}/`.startsWith(`${resource.item}/`);
  return !isOnItem;
}

/** A PUT at the item itself, under an id of the caller's own, that says that it has made it. */
function isPutThere({ method, path, responses }: Operation, { resource }: Target): boolean {
  const isThere = resource.key !== undefined && templateOf(path) === resource.item;
  return isThere && method === "PUT" && responses.some(({ code }) => code === "201" || code === "202");
}

/** The last part of a path that does something to work which goes on already. */
const callsOff =
  /\/(abort|cancel|stop|pause|resume|terminate|kill|archive|unarchive|metamorph|reboot|charge|complete|approve|reject|ack|heartbeat)(\/|$)/i;

function linkFrom(
  answer: Answer,
  operation: Operation,
  target: Target,
  document: Document,
): Starter | undefined {
  const key = keyOf(target);
  const isCollection = templateOf(operation.path) === target.resource.collection;
  const isPut = isPutThere(operation, target);
  if (isPut && !["201", "202"].includes(answer.response.code)) return undefined;
  const found = key && !isPut ? bestId(answer, { key, target, isCollection, document }) : undefined;
  const url = found || isPut ? undefined : urlIn(answer);
  if (found && found.quality < 4 && callsOff.test(operation.path)) return undefined;
  const isAccepted = answer.response.code === "202";
  if (key && !found && !isPut && !(url && (isCollection || url.isOfStatus))) return undefined;
  if (key === undefined && !isCollection && !sharesStem(operation, target)) return undefined;
  if (key === undefined && !isAccepted && !["POST", "PUT"].includes(operation.method)) return undefined;

  const parameters: Record<string, string> = {};
  for (const parameter of required(target.operation)) {
    const isKey = parameter === key;
    if (url && parameter.in !== "header") continue;
    const value =
      isKey && found ? expressionOf(found.member) : valueFor(parameter, operation, answer, target, document);
    if (value === undefined) return undefined;
    parameters[parameter.name] = value;
  }
  const near = 0.01 * sharedParts(operation.path, target.operation.path);
  const rank = (found?.quality ?? 2) + (isCollection ? 2 : 0) + (isAccepted ? 1 : 0) + near;
  const why = found
    ? `its answer has ${found.member.pointer.join("/")}, which ${target.operation.name} takes as ${key?.name}`
    : isPut
      ? "it makes one at the same path"
      : url
        ? `its answer has a URL in ${url.expression}`
        : `it is sent to the path that ${target.operation.name} asks about`;
  return {
    operation,
    answer,
    parameters,
    ...(url ? { url: url.expression } : {}),
    why,
    rank,
    doubts: found && found.quality < 2.5 ? ["whether this starts one"] : [],
  };
}

/** The parameter that says which of them is asked for. */
function keyOf({ operation, resource }: Target): Parameter | undefined {
  const named = operation.parameters.find((one) => one.name === resource.key && one.in === "path");
  return named ?? operation.parameters.find((one) => one.name === resource.key);
}

function required({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter((one) => {
    if (!one.required) return false;
    const { named, rest } = domainOf(one.shape);
    return one.in === "path" || named.length !== 1 || rest.length > 0;
  });
}

interface Id {
  readonly member: Member;
  readonly quality: number;
}

interface Sought {
  readonly key: Parameter;
  readonly target: Target;
  readonly isCollection: boolean;
  readonly document: Document;
}

function bestId(answer: Answer, sought: Sought): Id | undefined {
  const ids = answer.members.flatMap((member) => {
    const quality = qualityOf(member, answer, sought);
    return quality === undefined || !isScalar(member, sought.document) ? [] : [{ member, quality }];
  });
  const [best] = ids.sort((a, b) => b.quality - a.quality);
  return best ?? onlyOne(answer, sought);
}

/** Where an answer at the collection says one thing only, that is the id, whatever its name. */
function onlyOne({ members, response }: Answer, { isCollection, document }: Sought): Id | undefined {
  const [only, ...others] = members;
  const isMade = isCollection && ["201", "202"].includes(response.code);
  return isMade && only && others.length === 0 && isScalar(only, document)
    ? { member: only, quality: 2.4 }
    : undefined;
}

const generic = /^(id|uuid|uid|guid|key|sid|name|slug|identifier|token|number|handle)$/;

function qualityOf(member: Member, answer: Answer, sought: Sought): number | undefined {
  const { key, target, isCollection } = sought;
  const names = member.pointer.map(plainName);
  const [name = "", parent = ""] = [names.at(-1), names.at(-2)];
  const wanted = plainName(key.name);
  const whole = target.resource.words.join("");
  const isNear = isCollection || startOf(target.operation.path) === startOf(answer.path);
  // of two words, the second alone is enough among neighbours: `model_id` beside `/custom_models`
  const nouns = [whole, ...(isNear ? target.resource.words.slice(-1) : [])].filter(Boolean);
  const suffix = /(uuid|uid|guid|sid|id|key|name|token|number)$/.exec(wanted)?.[0] ?? wanted;
  const isNamed =
    (name === wanted && !generic.test(wanted)) ||
    nouns.some((noun) => name === `${noun}${suffix}` || name === `${noun}id`);
  if (isNamed) return isReference(member, answer, sought) ? undefined : 4;
  const isGeneric =
    generic.test(name) && (name === suffix || wanted.endsWith(name) || (name === "id" && isCollection));
  if (!isGeneric) return undefined;
  if (
    nouns.includes(parent) &&
    (answer.response.code === "202" || isCollection || tellsStatus(member, answer, target))
  )
    return 3.5;
  const isTop = member.pointer.length === 1 || envelopes.has(parent);
  if (!isTop) return undefined;
  if (isAlike(member, answer, sought) || isDescribed(member, sought)) return 3;
  if (isCollection) return 2.5;
  return isNear && answer.response.code === "202" ? 2 : undefined;
}

/** An answer with an id of its own that mentions another thing's. */
function isReference(member: Member, { members, response }: Answer, { isCollection }: Sought): boolean {
  if (
    isCollection ||
    response.code === "202" ||
    /^(job|task|operation)/.test(plainName(member.pointer.at(-1) ?? ""))
  )
    return false;
  const holder = member.pointer.slice(0, -1);
  return members.some(
    ({ pointer }) =>
      pointer.length === holder.length + 1 &&
      pointer.slice(0, -1).join("/") === holder.join("/") &&
      /^(id|uuid|uid|guid|sid)$/.test(plainName(pointer.at(-1) ?? "")),
  );
}

/** "The id of the task that was created." */
function isDescribed({ schema }: Member, { target, document }: Sought): boolean {
  const noun = target.resource.words.at(-1) ?? "";
  if (!isWork([noun])) return false;
  return wordsAbout(schema, document).toLowerCase().split(/\W+/).includes(noun);
}

/** What is started looks like what is asked for. */
function isAlike(member: Member, answer: Answer, { target, document }: Sought): boolean {
  const holder = member.pointer.slice(0, -1);
  const inBody =
    answer.members.find(({ pointer }) => pointer.join("/") === holder.join("/"))?.schema ?? answer.body;
  const names = inBody ? [...membersOf(inBody, document).keys()] : [];
  const shared = names.filter((name) => target.siblings.has(name)).length;
  const isRelated = target.resource.words.some((word) => answer.words.includes(word));
  return (
    isRelated && names.includes(target.status) && shared >= 0.7 * Math.max(names.length, target.siblings.size)
  );
}

/** Beside the id there is the status, too. */
function tellsStatus({ pointer }: Member, { members }: Answer, { status }: Target): boolean {
  return members.some((each) => each.pointer.join("/") === [...pointer.slice(0, -1), status].join("/"));
}

/** How many parts two paths have in common from their beginning. */
function sharedParts(one: string, other: string): number {
  const parts = other.split("/");
  const end = one.split("/").findIndex((part, index) => part !== parts[index]);
  return end === -1 ? parts.length : end;
}

/** The first two parts of a path that are no parameters. */
function startOf(path: string): string {
  return path
    .split("/")
    .filter((segment) => segment !== "" && !segment.includes("{") && !/^v\d/.test(segment))
    .slice(0, 2)
    .join("/");
}

export const envelopes: ReadonlySet<string> = new Set([
  "data",
  "result",
  "response",
  "item",
  "payload",
  "body",
  "object",
  "content",
]);

interface Url {
  readonly expression: string;
  /** By its name, it can lead to nothing but a status. */
  readonly isOfStatus: boolean;
}

function urlIn({ response, members }: Answer): Url | undefined {
  const headers = [...(response.headers?.keys() ?? [])];
  const header = headers.find((name) => /^(operation-location|azure-asyncoperation|location)$/i.test(name));
  if (header) return { expression: `$response.header.${header}`, isOfStatus: /operation/i.test(header) };
  const member = members.find(({ pointer }) =>
    /^(status|poll|polling|progress|job|operation)(url|uri|href|link)$/.test(plainName(pointer.at(-1) ?? "")),
  );
  return (
    member && {
      expression: expressionOf(member),
      isOfStatus: plainName(member.pointer.at(-1) ?? "").startsWith("status"),
    }
  );
}

function sharesStem({ path }: Operation, { resource }: Target): boolean {
  const own = resourceOf({ path, parameters: [] });
  return resource.collection !== "" && own.collection === resource.collection;
}

function expressionOf({ pointer }: Member): string {
  return printExpression({ kind: "response.body", pointer });
}

/** It can stand in a path or a query. */
function isScalar({ schema }: Member, document: Document): boolean {
  const types = typesOf(domainOf(shapeOf(schema, document)));
  return types.includes("string") || types.includes("number");
}

/** Where the request or its answer has another parameter of the status. */
function valueFor(
  parameter: Parameter,
  { parameters, path, requestBody, fields }: Operation,
  answer: Answer,
  { operation }: Target,
  document: Document,
): string | undefined {
  const wanted = plainName(parameter.name);
  const places = ["path", "query", "header"];
  const same = parameters.find((one) => plainName(one.name) === wanted && places.includes(one.in));
  if (same) return `$request.${same.in}.${same.name}`;
  const at = parameter.in === "path" ? atSamePlace(parameter.name, operation.path, path) : undefined;
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
