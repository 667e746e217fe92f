import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { operationsOf } from "../../plugin/operations.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { requestSchemaOf } from "../document/body.ts";
import { membersOf } from "../document/schema-members.ts";
import { isNamedAfterWork, isWork, isWorkAlone } from "../words/nouns.ts";
import { saysToPoll, textOf } from "../words/texts.ts";
import type { Resource } from "./resource.ts";
import { resourceOf } from "./resource.ts";

/** What an operation asks about, one thing or a list that leaves one; `undefined` when it asks nothing of the kind. */
export function askedAbout(operation: Operation, document: Document): Resource | undefined {
  const resource = resourceOf(operation);
  if (isDoing(operation)) return undefined;
  if (operation.method === "GET")
    return isAboutOne(operation, resource) ||
      isSetGoing(operation, document) ||
      isOfWhatHasIt(operation, document)
      ? resource
      : undefined;
  if (operation.method === "POST" && resource.key === undefined && lists.test(operation.id ?? "")) {
    const filter = filterOf(operation, resource.words, document);
    if (filter) return { ...resource, ...filter, keyIn: "body" };
  }
  if (!isQuestion(operation, document)) return undefined;
  const key = resource.key ?? bodyKeyOf(operation, resource.words, document);
  const whole: Resource = resource.key === undefined ? { ...resource, key, keyIn: "body" } : resource;
  // `POST /jobs/describe` of a picture describes that
  const isOfNone = key === undefined && /\/describe$/i.test(operation.path);
  return !isOfNone && isAboutOne(operation, whole) ? whole : undefined;
}

/** `GET /webhooks/{key}` that is called `triggerByWebhook`, or a POST to `/templates/{name}:instantiate`, does something. */
function isDoing({ method, path, id = "" }: Operation): boolean {
  const [verb = "", ...others] = tokensOf(id.split(".").at(-1) ?? "");
  const isTelling = others.some((word) => /^(status|state|progress|results?)$/.test(word));
  if (method === "GET" && /^(trigger|launch|invoke|execute)$/.test(verb) && others.length > 0 && !isTelling)
    return true;
  const custom = /[\w}]:([a-z]\w*)$/.exec(path)?.[1];
  return doing.test(path) || (method === "POST" && custom !== undefined && !asking.test(custom));
}

/** Verbs after a colon that ask. */
const asking = /^(get|fetch|query|check|poll|wait|lookup|describe|show|status|retrieve|read)/;

/** The path says by its end that it does something, or asks for many. */
const doing =
  /\/(create|new|start|run|trigger|cancel|stop|retry)\/?$|\}:(restore|start|stop|cancel|delete|undelete|create|run|export|import|copy|move|update|enable|disable|pause|resume|reset)\w*$|:(list|search|batch|aggregated)\w*$/i;

/** It changes nothing, so that it may be put again. */
export function isQuestion(operation: Operation, document: Document): boolean {
  return operation.method === "GET" || (operation.method === "POST" && asksOnly(operation, document));
}

/** It asks for a list of which a filter, or a list of ids, leaves the one that is meant. */
export function isListOfOne(operation: Operation, { key, keyIn, keyWithin, words, rest }: Resource): boolean {
  if (keyWithin !== undefined) return true;
  if (keyIn === "body")
    return (
      (namesIds(key ?? "") && rest.length > 0) || isPluralOf(key ?? "", words) || isFiltered(operation, key)
    );
  if (keyIn === "query" && key !== undefined && isNamedAfterWork(key)) return true;
  if (keyIn !== "query" || key === undefined) return false;
  const isOwn = tokensOf(key)
    .slice(0, -1)
    .some((word) => words.includes(singular(word)));
  return isOwn || /^u?u?ids?$/i.test(key) || saysToPoll(textOf(operation));
}

/**
 * What is sent to its very path sets it going, and there is one at a time: none can be asked for below it, and nobody changes
 * it. A GET with a body is the same question as the POST.
 */
export function isSetGoing({ method, path, fields }: Operation, document: Document): boolean {
  const all = operationsOf(document);
  const sent = new Set(all.filter((one) => one.path === path).map((one) => one.method));
  const below = `${path.replace(/\/$/, "")}/{`;
  const isOne = !path.endsWith("}") && !all.some((one) => one.method === "GET" && one.path.startsWith(below));
  const isLeft = !sent.has("PUT") && !sent.has("PATCH");
  return method === "GET" && !fields.has("requestBody") && isOne && sent.has("POST") && isLeft;
}

/**
 * `/artifacts/{id}/size-analysis`: each artifact has one, which nobody changes. So may `/shipments/{id}/rates` be, of which it is
 * told together how far they are, but no list of work.
 */
function isOfWhatHasIt({ path }: Operation, document: Document): boolean {
  const isChange = (one: Operation): boolean => one.path === path && /^(PUT|PATCH)$/.test(one.method);
  const isOne = endsInSingular(path) || !isWorkAlone(lastWordOf(path));
  return isBelow(path) && isOne && !operationsOf(document).some(isChange);
}

/** By its path or its name, it asks about one thing. */
export function isAboutOne({ id = "", path, fields }: Operation, { key, rest }: Resource): boolean {
  const summary = fields.get("summary")?.value;
  const isSaid =
    typeof summary === "string" && /\b(status|progress)$|\b(status|progress) (of|for)\b/i.test(summary);
  const isNamed = isSaid || /status|progress/i.test(id) || /status|progress/i.test(path);
  const isAsked = /\/(is|has)[-_]?(running|done|finished|completed?|ready|in[-_]?progress|pending)\/?$/i.test(
    path,
  );
  return key !== undefined || rest.length > 0 || isNamed || isAsked || endsWithWork(path);
}

/** `/runbooks/{name}/testJob`: there is one at a time, so that it needs no id. */
function endsWithWork(path: string): boolean {
  return endsInSingular(path) && isWorkAlone(lastWordOf(path));
}

function endsInSingular(path: string): boolean {
  const last = lastWordOf(path);
  return isBelow(path) && last === singular(last);
}

/** It ends with a name, after the id of something. */
function isBelow(path: string): boolean {
  return /\}\/([\w-]+\/)*[\w-]+\/?$/.test(path);
}

function lastWordOf(path: string): string {
  return tokensOf(path.replace(/\/$/, "").split("/").at(-1) ?? "").at(-1) ?? "";
}

/** A question that is put with POST. */
function asksOnly(operation: Operation, document: Document): boolean {
  return !setsStatus(operation, document) && (asksByName(operation) || isPolledItself(operation));
}

function asksByName({ path, id = "" }: Operation): boolean {
  return (
    /(status|query|result|poll)s?$|[/_-]get[-_]?(state|progress|\w+[-_]state)$/i.test(path) ||
    /[/.:](info|get|show|describe|retrieve|wait)$/i.test(path) ||
    /^([gG]et|[qQ]uery|[cC]heck|[pP]oll|[dD]escribe|[sS]how)[A-Z_-]/.test(id) ||
    /[./:](get|fetch|describe|show|poll)[A-Z]/.test(id)
  );
}

/** Only a text says that it is put again, if not of what it starts: it may do both. */
export function isPolledItself(operation: Operation): boolean {
  const text = textOf(operation);
  if (operation.method === "GET" || asksByName(operation) || polledById.test(text)) return false;
  return /\bpoll(s|ed|ing)?\b|\breturns (just )?the (current )?status\b/i.test(text);
}

/** "Use the request_id to poll for the result": something else is polled, which takes it. */
const polledById = /\b(\w+[-_ ])?ids?\b[^.]{0,40}\bto poll\b/i;

/** `updateExportStatus`, but not `getChangeStatus`; and what is sent a status. */
function setsStatus(operation: Operation, document: Document): boolean {
  const words = tokensOf(operation.path.split(/[/.=]/).at(-1) ?? "");
  const isOfStatus = /^(status|state|progress)$/.test(words.at(-1) ?? "");
  if (isOfStatus && /^(change|set|update|mark|edit|modify)$/.test(words[0] ?? "")) return true;
  const sent = requestSchemaOf(operation, document);
  const isSent =
    sent !== undefined &&
    [...membersOf(sent, document).keys()].some((name) => /^(status|state)$/i.test(name));
  return words.length === 1 && isOfStatus && isSent;
}

/** `task_ids` */
export function namesIds(name: string): boolean {
  return /(^|[a-z]I|_i)ds$/.test(name);
}

/** `DescribeExportTasks` with a `taskId`: of all of them, that one. */
function isFiltered({ id = "" }: Operation, key = ""): boolean {
  const last = tokensOf(id).at(-1) ?? "";
  const noun = tokensOf(key).slice(0, -1).map(singular).at(-1);
  return last !== singular(last) && noun === singular(last);
}

/** `tasks` of `DescribeTasks`: their ids. */
function isPluralOf(name: string, words: readonly string[]): boolean {
  return name.endsWith("s") && singular(plainName(name)) === words.join("");
}

/** The member of a request that says which one is asked for: `id`, `job_id`, or `job_ids`. */
function bodyKeyOf(operation: Operation, words: readonly string[], document: Document): string | undefined {
  const schema = requestSchemaOf(operation, document);
  return schema && keyAmong([...membersOf(schema, document).keys()], words);
}

/** It lists things that a filter in its body leaves one of. */
const lists = /^(read|list|search|find|fetch|retrieve|lookup|get|describe|query)[A-Z_-]/i;

/** `filters: { task_ids }` */
function filterOf(
  operation: Operation,
  words: readonly string[],
  document: Document,
): Pick<Resource, "key" | "keyWithin"> | undefined {
  const schema = requestSchemaOf(operation, document);
  const members = schema ? [...membersOf(schema, document)] : [];
  const [found] = members.flatMap(([name, place]) => {
    const isFilter = /^(filters?|where|criteria|query|selector)$/i.test(name);
    const key = isFilter ? keyAmong([...membersOf(place, document).keys()], words) : undefined;
    return key === undefined ? [] : [{ key, keyWithin: name }];
  });
  return found;
}

function keyAmong(names: readonly string[], words: readonly string[]): string | undefined {
  const ids = names.filter((name) => /^(id|uuid|.*([a-z]I|_i)d|.*(uu|gu)id)$/.test(name));
  const isNamed = (name: string): boolean =>
    tokensOf(name).some((word) => words.map(singular).includes(singular(word))) || /^(uu)?id$/.test(name);
  const named = names.filter((name) => /(arn|identifier|token|name)$/i.test(name));
  const several = ids.length === 0 ? names.filter(namesIds) : [];
  const [only] = [ids, several].find((each) => each.length === 1) ?? [];
  const last = singular(words.at(-1) ?? "");
  // `GetCrawler` of a `Name`, or whatever takes nothing but that
  const isOnly = isWork(words.slice(-1)) || names.length === 1;
  const plain = isOnly ? names.find((name) => /^name$/i.test(name)) : undefined;
  const ofLast = several.find((name) => tokensOf(name).map(singular).includes(last));
  const those = names.find((name) => isPluralOf(name, words));
  return (
    ids.find(isNamed) ?? those ?? only ?? ofLast ?? several.find(isNamed) ?? named.find(isNamed) ?? plain
  );
}
