import type { Document, Place } from "../../plugin/document.ts";
import { requiredNames } from "../../plugin/members.ts";
import type { Operation, Parameter } from "../../plugin/operations.ts";
import { shapeOf } from "../../plugin/shape.ts";
import { isCredential } from "../../vocabulary/credential.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { requestSchemaOf } from "../document/body.ts";
import type { Member } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";
import { namesIds } from "../see/questions.ts";
import { resourceOf, templateOf } from "../see/resource.ts";
import { isNamedAfterWork } from "../words/nouns.ts";
import { absence } from "./absence.ts";
import type { Id } from "./id.ts";
import { bestId } from "./id.ts";
import { isWorkOnIt } from "./on-it.ts";
import { expressionOf, generic, idBeside, required, valueFor } from "./parameters.ts";
import { speaksOf } from "./speaks-of.ts";
import type { Target } from "./target.ts";
import type { Url } from "./url.ts";
import { urlIn } from "./url.ts";

/** An answer from which the status can be asked for. */
export interface Starter {
  readonly operation: Operation;
  readonly answer: Answer;
  /** Parameters of the link. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The body that the question is put with. */
  readonly requestBody?: Readonly<Record<string, Given>>;
  /** `x-url` of the link: the header that has the parameters in it. */
  readonly url?: string;
  /** It hardly can be anything else. */
  readonly isSure: boolean;
  /** The id has the name of what is asked about, or stands in something that has. */
  readonly isNamed: boolean;
  /** The id has the name of what is asked about, and the operation is somewhere else. */
  readonly isElsewhere: boolean;
  /** It does work on what is there already. */
  readonly isOnIt: boolean;
  /** What made the match, for a person. */
  readonly why: string;
  readonly rank: number;
  readonly doubts: readonly string[];
  /** What the schema of the answer lacks, and has to have. */
  readonly lacks?: Lack;
}

/** An expression, or several in a list or a filter. */
type Given = string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

/** A member that an example has, and the schema that it has to be added to. */
export interface Lack {
  readonly member: Member;
  readonly schema: Place;
  readonly doubt: string;
}

/** How an operation's answers lead to the status, if they do. */
export function starterFor(
  target: Target,
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): readonly Starter[] {
  if (!isWorkOnIt(operation, target, document) && !mayStart(operation, target)) return [];
  return answers.flatMap((answer) => linkFrom(answer, operation, target, document) ?? []);
}

function mayStart(starter: Operation, target: Target): boolean {
  const { method, path, parameters } = starter;
  const { operation, resource } = target;
  if (["GET", "HEAD", "OPTIONS", "TRACE"].includes(method)) return false;
  if (method === operation.method && path === operation.path) return false;
  if (asksOrEnds(starter, target)) return false;
  if (isPutThere(starter, target)) return true;
  const key = plainName(resource.key ?? "");
  const hasKey = parameters.some((one) => one.in === "path" && plainName(one.name) === key);
  if (hasKey && !generic.test(key)) return false;
  const template = templateOf(path);
  // `POST /loads/{name}` makes what `GET /loads/{load_id}` asks for
  const isMade = template === resource.item && !parameters.some(({ name }) => plainName(name) === key);
  const isOnItem =
    resource.item !== resource.collection && `${template}/`.startsWith(`${resource.item}/`) && !isMade;
  return !isOnItem;
}

/** By its name, `cancelExport` calls an export off; where every operation is a POST, `describeExport` asks as well. */
function asksOrEnds({ id = "" }: Operation, { resource }: Target): boolean {
  const [verb = "", ...noun] = tokensOf(id);
  if (
    /^(cancel|stop|abort|terminate|kill)$/.test(verb) &&
    singular(noun.join("")) === resource.words.join("")
  )
    return true;
  return (
    resource.keyIn === "body" && /^(get|list|describe|search|update|modify|delete|tag|untag)$/.test(verb)
  );
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
  const isCollection = templateOf(operation.path) === target.resource.collection;
  const way = wayFrom(answer, operation, { target, isCollection }, document);
  const given = way && parametersOf(way, answer, operation, { target, isCollection }, document);
  if (way === undefined || given === undefined) return undefined;
  const requestBody = isInBody(way) ? bodyOf(way, answer, operation, target, document) : {};
  if (requestBody === undefined) return undefined;
  const near = 0.01 * sharedParts(operation.path, target.operation.path);
  // of two that are as near, the one that asks for less
  const more = 0.001 * target.operation.path.split("{").length;
  const quality = way.by === "id" ? way.id.quality : way.by === "work" ? 5 : 2;
  const addTo = way.by === "id" ? way.id.shown?.addTo : undefined;
  return {
    operation,
    answer,
    parameters: given.parameters,
    ...(isInBody(way) ? { requestBody } : {}),
    ...(way.by === "url" ? { url: way.url.expression } : {}),
    isSure: way.by !== "id" || quality >= 2.4,
    isNamed: way.by === "id" && quality >= 3.5,
    isElsewhere: !isCollection && quality >= 4 && !isNeighbour(operation.path, target.operation.path),
    isOnIt: way.by === "work",
    why: reasonOf(way, target.operation),
    rank:
      quality +
      (isCollection ? 2 : 0) +
      (answer.response.code === "202" ? 1 : 0) +
      (speaksOf(answer, operation, target.operation, document) ? 1.5 : 0) +
      near -
      more,
    doubts: [
      ...(way.by === "id"
        ? [...doubtsOf(way.id, operation, target), ...absence(way.id, answer, document)]
        : []),
      ...given.doubts,
    ],
    ...(way.by === "id" && addTo
      ? { lacks: { member: way.id.member, schema: addTo, doubt: onlyInExample } }
      : {}),
  };
}

const onlyInExample = "that the answer has it: an example does, its schema does not";

function doubtsOf(
  { quality, doubt, shown }: Id,
  { method, path }: Operation,
  { operation: question }: Target,
): readonly string[] {
  const whether = `whether ${method} ${path} starts what ${question.method} ${question.path} asks about`;
  return [
    ...(quality < 2.5 ? [whether] : []),
    ...(isBelowDeleted({ method, path }, question)
      ? ["that it can be asked about below what was deleted"]
      : []),
    ...(doubt === undefined ? [] : [doubt]),
    ...(shown && !shown.addTo ? [onlyInExample] : []),
  ];
}

/** What leads from an answer to the status. */
type Way =
  | { readonly by: "id"; readonly id: Id; readonly key: Parameter }
  | { readonly by: "url"; readonly url: Url }
  | { readonly by: "put" | "path" | "work" };

interface Aim {
  readonly target: Target;
  /** The operation is sent to where such things are made. */
  readonly isCollection: boolean;
}

function wayFrom(
  answer: Answer,
  operation: Operation,
  { target, isCollection }: Aim,
  document: Document,
): Way | undefined {
  const { code } = answer.response;
  if (isPutThere(operation, target)) return ["201", "202"].includes(code) ? { by: "put" } : undefined;
  if (isWorkOnIt(operation, target, document)) return { by: "work" };
  const key = keyOf(target);
  const id = key && bestId(answer, { key, target, isCollection, starter: operation, document });
  const isOfElse = callsOff.test(operation.path) || givesBack(operation, answer, target);
  if (key && id) return isOfElse && id.quality < 4 ? undefined : { by: "id", id, key };
  const url = urlIn(answer);
  if (key) return url && (isCollection || url.isOfStatus) ? { by: "url", url } : undefined;
  if (!isCollection && !sharesStem(operation, target) && !startsBelow(operation, target)) return undefined;
  if (code !== "202" && !["POST", "PUT"].includes(operation.method)) return undefined;
  return url ? { by: "url", url } : { by: "path" };
}

/** What deletes a thing answers with that, unless it is accepted, or what is asked about is work of any kind. */
function givesBack(
  { method }: Operation,
  { response }: Answer,
  { resource: { words, key = "" } }: Target,
): boolean {
  const isOfAll = /^(job|task|operation|run|action|deletion)$/.test(words.at(-1) ?? "");
  return method === "DELETE" && response.code !== "202" && !isOfAll && !isNamedAfterWork(key);
}

type InBody = Extract<Way, { by: "id" }>;

function isInBody(way: Way): way is InBody {
  return way.by === "id" && way.key.in === "body";
}

/** The parameters that the link gives; `undefined` when it cannot give them all. */
function parametersOf(
  way: Way,
  answer: Answer,
  operation: Operation,
  { target, isCollection }: Aim,
  document: Document,
): GivenParameters | undefined {
  const parameters: Record<string, string> = {};
  const doubts: string[] = [];
  const keys = way.by === "id" && way.key.in === "query" && !way.key.required ? [way.key] : [];
  for (const parameter of [...required(target.operation), ...keys]) {
    if (way.by === "url" && parameter.in !== "header") continue;
    const isKey = way.by === "id" && parameter === way.key;
    const sent = isKey ? undefined : valueFor(parameter, operation, answer, target.operation, document);
    const isOther = way.by === "id" && !isKey && !isCollection;
    const own = isOther ? idBeside(parameter, way.id.member, answer, document) : undefined;
    const value = isKey ? expressionOf(way.id.member) : (own ?? sent);
    // a credential is the client's to send, unless it is one that the answer gives for this job alone
    if (isCredential(parameter.name, parameter.in) && !value?.startsWith("$response.")) continue;
    if (value === undefined) return undefined;
    parameters[parameter.name] = value;
    // `POST /services/{serviceId}/preview` makes another service, and answers with that
    if (own && sent) doubts.push(`that ${parameter.name} is not the one that was sent, ${sent}`);
  }
  return { parameters, doubts };
}

interface GivenParameters {
  readonly parameters: Readonly<Record<string, string>>;
  readonly doubts: readonly string[];
}

/** The body that the question is put with; `undefined` when something that it needs is nowhere to be had. */
function bodyOf(
  { id, key }: InBody,
  answer: Answer,
  operation: Operation,
  target: Target,
  document: Document,
): Starter["requestBody"] {
  const schema = requestSchemaOf(target.operation, document);
  const own = expressionOf(id.member);
  const one = { [key.name]: namesIds(key.name) ? [own] : own };
  const { keyWithin } = target.resource;
  const body: Record<string, Given> = keyWithin === undefined ? one : { [keyWithin]: one };
  for (const name of schema ? requiredNames(shapeOf(schema, document)) : []) {
    if (name === key.name || name === keyWithin) continue;
    const value = valueFor({ ...key, name }, operation, answer, target.operation, document);
    if (value === undefined) return undefined;
    body[name] = value;
  }
  return body;
}

function reasonOf(way: Way, { name }: Operation): string {
  if (way.by === "id")
    return `${way.id.shown ? "an example of its answer" : "its answer"} has ${way.id.member.pointer.join("/") || "nothing but a text"}, which ${name} takes as ${way.key.name}`;
  if (way.by === "url") return `its answer has a URL in ${way.url.expression}`;
  if (way.by === "work") return "it does work on the one thing, and is answered with that or with nothing";
  return way.by === "put"
    ? "it makes one at the same path"
    : `it is sent to the path that ${name} asks about`;
}

/** The parameter that says which of them is asked for, or the member of the request as if it were one. */
function keyOf({ operation, resource }: Target): Parameter | undefined {
  if (resource.key !== undefined && resource.keyIn === "body")
    return { name: resource.key, in: "body", required: true, shape: "open" };
  const named = operation.parameters.find((one) => one.name === resource.key && one.in === "path");
  return named ?? operation.parameters.find((one) => one.name === resource.key);
}

function sharesStem({ path }: Operation, { resource }: Target): boolean {
  const own = resourceOf({ path, id: undefined, parameters: [] });
  return resource.collection !== "" && own.collection === resource.collection;
}

/** `POST …/violation-report/run` starts what `GET …/violation-report` tells of. */
function startsBelow({ path }: Operation, { resource }: Target): boolean {
  const template = templateOf(path);
  const last = resource.item.split("/").at(-1) ?? "";
  const isBelow = template.startsWith(`${resource.item}/`) && last === singular(last);
  return (
    isBelow &&
    /^(run|start|create|trigger|generate|initiate|execute|launch|async)$/i.test(
      template.slice(resource.item.length + 1),
    )
  );
}

/** `DELETE /servers/{id}`, and `GET /servers/{id}/actions/{action}` */
function isBelowDeleted({ method, path }: Pick<Operation, "method" | "path">, question: Operation): boolean {
  return method === "DELETE" && question.path.startsWith(`${path}/`);
}

/** `/job/create` and `/job/get` */
function isNeighbour(one: string, other: string): boolean {
  return one.replace(/[^/]*$/, "") === other.replace(/[^/]*$/, "");
}

/** How many parts two paths have in common from their beginning. */
function sharedParts(one: string, other: string): number {
  const parts = other.split("/");
  const end = one.split("/").findIndex((part, index) => part !== parts[index]);
  return end === -1 ? parts.length : end;
}
