import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { requestSchemaOf } from "../document/body.ts";
import { wayTo } from "../document/bundle.ts";
import { membersOf, schemaAt } from "../document/schema-members.ts";
import { isSetGoing } from "../see/questions.ts";
import type { Resource } from "../see/resource.ts";
import { templateOf } from "../see/resource.ts";
import type { Status, StatusValue } from "../see/status.ts";
import type { Starter } from "../start/starters.ts";
import { isNamedAfterWork, isPerhapsWork, isPlainWork, isWork } from "../words/nouns.ts";
import { saysToPoll, textOf } from "../words/texts.ts";
import { isStartOfWork } from "../words/verbs.ts";
import { isOfMachines } from "../words/whose-status.ts";
import type { Told } from "./candidate.ts";
import type { Evidence } from "./evidence.ts";
import { hasOwnPath, isCalledAfterStatus, isDescribedAsOfWork, isToldOfWork } from "./names.ts";
import { doerAmong, tellsOfCourse, tellsOfEnd } from "./siblings.ts";
import { isOwn } from "./values.ts";
import { weights } from "./weights.ts";

/** Which operations start one. */
export function aboutStarters(
  starters: readonly Starter[],
  { operation, resource, status }: Told,
): readonly Evidence[] {
  const [first] = starters;
  if (first === undefined) {
    const text = "no operation was found that starts one";
    const mayBeIts = isOwn(status, resource) || hasOwnPath({ operation, resource });
    const isElse = !mayBeIts && !isWork(resource.words) && !isPerhapsWork(resource.words);
    const weight = isElse ? weights.notStartedElse : weights.notStarted;
    return status.known === "codes" ? [] : [{ text, way: wayTo(operation.place), weight }];
  }
  const way = wayTo(first.operation.place);
  const isOfWork = isWork(resource.words) || isNamedAfterWork(resource.key ?? "");
  const isSure = starters.some((starter) => starter.isSure);
  const isElsewhere = isOfWork && starters.some((starter) => starter.isElsewhere);
  const accepting = starters.filter(({ answer }) => answer.response.code === "202");
  const isOfMany = new Set(accepting.map((starter) => starter.operation)).size >= 5;
  const isAccepted = accepting.length > 0;
  return [
    {
      text: `${first.operation.name} starts one: ${first.why}`,
      way,
      weight: isSure ? weights.isStarted : weights.perhapsStarted,
    },
    ...(!isOfWork && starters.some(({ operation: one }) => isStartOfWork(one))
      ? [{ text: "what starts it does work, by its name", way, weight: weights.startOfWork }]
      : []),
    ...(starters.some(({ isOnIt }) => isOnIt)
      ? [{ text: "what starts it does work on what is there already", way, weight: weights.workOnIt }]
      : []),
    ...(isElsewhere
      ? [
          {
            text: "what starts it is sent to another path, and answers with the id of this work",
            way,
            weight: weights.isElsewhere,
          },
        ]
      : []),
    ...(isOfMany
      ? [{ text: "many operations that are accepted with 202 start one", way, weight: weights.startedByMany }]
      : []),
    ...(isAccepted
      ? [{ text: "what starts it is answered with 202, accepted", way, weight: weights.isAccepted }]
      : []),
  ];
}

/** One call at its very path starts it, and there is one at a time. */
export function aboutSettingGoing(
  starters: readonly Starter[],
  { operation, status }: Told,
  document: Document,
): readonly Evidence[] {
  const starter = starters.find((one) => one.operation.path === operation.path);
  const isTold = /^(enum|text|time)$/.test(status.known);
  if (starter === undefined || !isTold || !isSetGoing(operation, document)) return [];
  const text = "there is one at a time, which is started at the same path";
  return [{ text, way: wayTo(starter.operation.place), weight: weights.isSetGoing }];
}

/** A status that nobody explains, of work that begins and that no call changes: the service sets it while it works. */
export function aboutNobody(
  { operation, resource, status, siblings, around }: Told,
  starters: readonly Starter[],
  operations: readonly Operation[],
  document: Document,
): readonly Evidence[] {
  const isUntold =
    /^(nothing|nowhere)$/.test(status.known) ||
    (status.known === "text" && (!isEnding(status) || status.values.length === 1));
  const isCalled = isCalledAfterStatus(operation);
  const isOfWork =
    isWork(resource.words.slice(-1)) ||
    isNamedAfterWork(resource.key ?? "") ||
    isDescribedAsOfWork(status, document) ||
    isToldOfWork({ operation, resource }) ||
    (saysToPoll(textOf(operation)) && starters.some(({ isSure }) => isSure)) ||
    (isCalled && (isWork(resource.words) || starters.some(({ isSure }) => isSure))) ||
    (isPerhapsWork(resource.words.slice(-1)) && tellsOfEnd(siblings)) ||
    (hasOwnPath({ operation, resource }) && starters.some(({ operation: one }) => isStartOfWork(one)));
  const way = wayTo(operation.place);
  if (status.known === "nothing" && !isOfWork && !isWork(resource.words)) {
    const weight = isPerhapsWork(resource.words.slice(-1)) ? weights.perhapsUntold : weights.untold;
    return [{ text: "its values are not told, and nothing calls it work", way, weight }];
  }
  if (!isUntold || !isOwn(status, resource) || !isOfWork || doerAmong(around) !== undefined) return [];
  const changes = changesOf(resource, operations);
  const isLeft = !changes.some(
    (one) => one.method === "PUT" || !tellsOfEnd(siblings) || setsOf(one, document).has(statusOf(status)),
  );
  const text = "no call changes its status, so the service does";
  const isStarted = starters.some((starter) => starter.isSure);
  const isTold = tellsOfCourse(siblings) || (tellsOfEnd(siblings) && isPlainWork(resource.words));
  const isAsked = hasOwnPath({ operation, resource });
  // one of them is asked for, which nobody starts in this document and nobody changes
  const isAlone =
    resource.keyIn === "path" &&
    resource.rest.length === 0 &&
    changes.length === 0 &&
    status.known !== "nowhere" &&
    !status.member.pointer.includes("0") &&
    resource.words.at(-1) !== "task" &&
    !toldByCallers({ resource, status }, operations, document);
  return isLeft && (isStarted || isAsked || isAlone || (isTold && !isMadeByCallers(resource, operations)))
    ? [{ text, way, weight: weights.onlyService }]
    : [];
}

function isEnding({ values }: Status): boolean {
  return values.some(({ list }) => list === "succeeded");
}

/** What callers set or change afterwards is theirs, or stays: jobs are started and left alone. */
export function aboutChanges(
  { operation, resource, status }: Told,
  starters: readonly Starter[],
  operations: readonly Operation[],
  document: Document,
): readonly Evidence[] {
  if (resource.rest.length > 0 || resource.key === undefined) return [];
  const found = changesOf(resource, operations);
  const way = wayTo(operation.place);
  const name = statusOf(status);
  const teller = status.known === "time" && starters.find((one) => takes(one.operation, status, document));
  if (teller)
    return [{ text: `${teller.operation.name} is told its ${name}`, way, weight: weights.endIsTold }];
  const setter = found.find((one) => setsOf(one, document).has(name));
  // what work is done on has settings besides, and its status is told by the work
  const isOfWork =
    (isWork(resource.words) && !resource.words.includes("task")) || starters.some(({ isOnIt }) => isOnIt);
  // callers commit an upload, and then it is worked on
  const isOfBoth = isPerhapsWork(resource.words.slice(-1)) && status.values.some(isAtWork);
  const weight =
    (isOfWork || isOfBoth) && setter?.method === "PATCH" ? weights.statusOfWorkIsSet : weights.statusIsSet;
  if (setter) return [{ text: `${setter.name} sets its ${name}`, way, weight }];
  const change = found.find((one) => one.method === "PATCH" || !makes(one));
  if (change === undefined || isOfWork) return [];
  return [{ text: `${change.name} changes it afterwards`, way, weight: weights.isChanged }];
}

/** Callers say when it ended: what it writes down is over. */
function takes(operation: Operation, { member }: Status, document: Document): boolean {
  const schema = requestSchemaOf(operation, document);
  const place = schema && schemaAt(schema, member.pointer, document);
  return place !== undefined && document.fields(place).get("readOnly")?.value !== true;
}

/** Callers make or change such things, wherever. */
function isMadeByCallers({ item }: Resource, operations: readonly Operation[]): boolean {
  const noun = nounOf(item);
  return operations.some(({ method, path }) => method !== "GET" && nounOf(templateOf(path)) === noun);
}

/** Callers write such things down, wherever, and how they went: a run that they tell of is their own. */
function toldByCallers(
  { resource: { item }, status }: Pick<Told, "resource" | "status">,
  operations: readonly Operation[],
  document: Document,
): boolean {
  const noun = nounOf(item);
  const isOfIt = ({ method, path }: Operation): boolean =>
    method !== "GET" && nounOf(templateOf(path)) === noun;
  return operations.some((one) => {
    const sets = isOfIt(one) ? setsOf(one, document) : new Set<string>();
    return sets.has(statusOf(status)) || tellsOfCourse(sets);
  });
}

function nounOf(template: string): string | undefined {
  return template.split("/").findLast((part) => part !== "" && part !== "{}");
}

/** A PUT that may make what it is sent to. */
function makes({ responses }: Operation): boolean {
  return responses.some(({ code }) => code === "201" || code === "202");
}

function changesOf({ item }: Resource, operations: readonly Operation[]): readonly Operation[] {
  return operations.filter(
    ({ method, path }) => (method === "PATCH" || method === "PUT") && templateOf(path) === item,
  );
}

function isAtWork({ value }: StatusValue): boolean {
  return isOfMachines(String(value));
}

function statusOf({ member }: Status): string {
  return member.pointer.at(-1) ?? "";
}

/** The members that callers set; what is only read stands in the schema for the answers. */
function setsOf(operation: Operation, document: Document): ReadonlySet<string> {
  const schema = requestSchemaOf(operation, document);
  const members = schema ? [...membersOf(schema, document)] : [];
  const set = members.filter(([, place]) => document.fields(place).get("readOnly")?.value !== true);
  return new Set(set.map(([name]) => name));
}

/** `/exports/{id}/result` gives what came of it. */
export function aboutResults({ resource }: Told, operations: readonly Operation[]): readonly Evidence[] {
  const found = operations.find(
    ({ method, path }) =>
      method === "GET" && /^(results?|outputs?)$/i.test(below(templateOf(path), resource.item)),
  );
  return found && resource.key !== undefined
    ? [{ text: `${found.name} gives what came of it`, way: wayTo(found.place), weight: weights.resultBelow }]
    : [];
}

function below(path: string, item: string): string {
  return path.startsWith(`${item}/`) ? path.slice(item.length + 1) : "";
}

/** What can be switched on and off, or made larger, stays. */
export function aboutUpkeep({ resource }: Told, operations: readonly Operation[]): readonly Evidence[] {
  const found = operations.find(({ method, path }) => {
    const template = templateOf(path);
    return method !== "GET" && template.startsWith(`${resource.item}/`) && upkeep.test(template);
  });
  return found
    ? [
        {
          text: `${found.name} keeps it going, so it is a thing that stays`,
          way: wayTo(found.place),
          weight: weights.upkeep,
        },
      ]
    : [];
}

const upkeep =
  /\{\}\/(actions\/)?(activate|deactivate|enable|disable|reboot|power-?(on|off)|resize|scale|suspend|attach|detach)$/i;
