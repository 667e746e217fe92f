import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { addressOf, wayTo } from "../document/bundle.ts";
import { wordsAbout } from "../document/schema-members.ts";
import { isAboutOne } from "../see/questions.ts";
import type { Status } from "../see/status.ts";
import { course, tellsOf } from "../see/status.ts";
import { isIdLike } from "../words/ids.ts";
import {
  isBusiness,
  isDeed,
  isNamedAfterWork,
  isPerhapsWork,
  isPlainWork,
  isRecord,
  isStanding,
  isWork,
  isWorkAlone,
  wordsOf,
} from "../words/nouns.ts";
import { saysToPoll, textOf } from "../words/texts.ts";
import { isOfMachines } from "../words/whose-status.ts";
import type { Told } from "./candidate.ts";
import type { Evidence } from "./evidence.ts";
import { tellsOfCourse, tellsOfFault, tellsOfProgress } from "./siblings.ts";
import { isKeyOfRequest, isOwn } from "./values.ts";
import { weights } from "./weights.ts";

/** What the thing that is asked about is called. */
export function aboutNoun(
  { operation, resource, status, siblings }: Told,
  document: Document,
): readonly Evidence[] {
  const { words, key = "" } = resource;
  const way = wayTo(operation.place);
  const noun = words.join(" ");
  const last = words.slice(-1);
  const isAmongWork =
    isNamedAfterWork(key) ||
    operation.path.split("/").some((segment) => /^(jobs|tasks|operations|runs|executions)$/i.test(segment));
  // a question that is answered with 202 says of itself that it is work, unless it is about a person
  const isDone = last.some((word) => isDeed(word) || /^(check|precheck|test|upload|update)$/.test(word));
  const isPartly = status.known !== "codes" && isBusiness(words) && !isWork(words) && !isDone;
  const isToPoll = !words.includes("poll") && saysToPoll(textOf(operation));
  const isAtWork = isToPoll || isOfMachine(status, siblings) || isDescribedAsOfWork(status, document);
  const isOfBusiness = !isAmongWork && (isBusiness(last) || isPartly);
  return [
    ...(isOfBusiness
      ? [
          {
            text: `${noun} is business or the work of people`,
            way,
            weight: isAtWork ? weights.businessOfMachines : weights.business,
          },
        ]
      : []),
    ...(isRecord(last)
      ? [{ text: `${noun} is a record of something else, and no work itself`, way, weight: weights.record }]
      : []),
    ...(isStanding(words)
      ? [{ text: `${noun} does work again and again, and has no end itself`, way, weight: weights.standing }]
      : []),
    ...aboutWork({ operation, resource }),
  ];
}

/** A machine is at work, fails or succeeds, and tells how far it is or when it began and ended. */
function isOfMachine(status: Status, siblings: ReadonlySet<string>): boolean {
  const { known, values } = status;
  if (known === "flag") return tellsOfProgress(siblings) && tellsOfFault(siblings);
  const isDoing = values.some(({ value }) => isOfMachines(String(value)));
  const isTold = tellsOfProgress(siblings) || (tellsOfCourse(siblings) && tellsOfFault(siblings));
  return (
    known === "enum" &&
    isDoing &&
    tellsOf(status.values, "succeeded") &&
    tellsOf(status.values, "failed") &&
    isTold
  );
}

function aboutWork({ operation, resource }: Pick<Told, "operation" | "resource">): readonly Evidence[] {
  const { words, key = "" } = resource;
  const way = wayTo(operation.place);
  const request = isKeyOfRequest(resource)
    ? [
        {
          text: `its id, ${key}, is that of a request that was sent to be worked on`,
          way,
          weight: weights.keyOfRequest,
        },
      ]
    : [];
  if (isWork(words)) {
    const last = words.at(-1) ?? "";
    const weight = isPlainWork(words)
      ? weights.plainWork
      : isWork([last])
        ? weights.work
        : weights.workAmongWords;
    const isAlso = isNamedAfterWork(key) && !isPlainWork(words);
    return [
      { text: `${words.join(" ")} is work that ends`, way, weight },
      ...(isAlso
        ? [{ text: `its id, ${key}, is called after work`, way, weight: weights.keyBesideWork }]
        : []),
      ...request,
    ];
  }
  if (isNamedAfterWork(key))
    return [{ text: `its id, ${key}, is called after work`, way, weight: weights.keyOfWork }];
  if (isPerhapsWork(words.slice(-1)))
    return [
      { text: `${words.join(" ")} may be work that ends`, way, weight: weights.perhapsWork },
      ...request,
    ];
  return isWork(wordsOf(operation.id, key, ...operation.path.split("/")))
    ? [{ text: "its name tells of work that ends", way, weight: weights.workAround }, ...request]
    : request;
}

/** `ExportJobResponse`, when the path does not speak of work. */
export function aboutAnswerName({ resource, answer, status }: Told, document: Document): readonly Evidence[] {
  const end = answer.body && document.follow(answer.body);
  const [components, schemas, name = ""] = end ? addressOf(end) : [];
  if (components !== "components" || schemas !== "schemas" || isWork(resource.words)) return [];
  if (status.known === "codes" || status.known === "flag") return [];
  const words = tokensOf(name).filter((word) => !wrapping.test(word));
  return isWorkAlone(words.at(-1) ?? "")
    ? [{ text: `its answer is called ${name}`, way: wayTo(answer.place), weight: weights.answerOfWork }]
    : [];
}

const wrapping =
  /^(response|dto|output|result|info|detail|details|read|model|schema|out|status|state|v?\d+)$/;

/** "The status of the evaluation run." */
export function aboutDescription(
  { operation, status, resource }: Told,
  document: Document,
): readonly Evidence[] {
  const { schema } = status.member;
  const text = wordsAbout(schema, document).toLowerCase();
  const noun = resource.words.at(-1) ?? "";
  const isOfWork = /\b(status|state)\b/.test(text) && isWork(resource.words) && text.includes(noun);
  const weight = weights.describedAsOfWork;
  if (isOfWork || isDescribedAsOfWork(status, document))
    return [{ text: "its description says that it is the status of the work", way: wayTo(schema), weight }];
  // what has a flag says so of itself
  const besides = status.known === "flag" ? /^operation$/ : /^(process|operation)$/;
  const isSaid = isStatusOfWork(textOf(operation), besides) || isToldOfWork({ operation, resource });
  return status.known !== "codes" && isSaid
    ? [{ text: "the operation says that it tells the status of work", way: wayTo(operation.place), weight }]
    : [];
}

/** "Get the results of a preview job": the text calls it work, and the path does not. */
export function isToldOfWork({ operation, resource }: Pick<Told, "operation" | "resource">): boolean {
  const noun = resource.words.at(-1) ?? "";
  if (noun.length < 3 || isWork([noun])) return false;
  return new RegExp(`\\b${noun}(s|ing|ion|e?d)? (job|task|run|request)s?\\b`, "i").test(textOf(operation));
}

/** "The status of the export", whatever the thing itself is called. */
export function isDescribedAsOfWork({ member }: Status, document: Document): boolean {
  return isStatusOfWork(wordsAbout(member.schema, document));
}

/** "The status of the export", "the task has finished" */
export function isStatusOfWork(text: string, besides: RegExp = /^(process|operation)$/): boolean {
  const of = statusOf.exec(text.toLowerCase())?.[1]?.split(" ") ?? [];
  const ended = endOf.exec(text.toLowerCase())?.[1] ?? "";
  const before = beforeStatus.exec(text.toLowerCase())?.[1] ?? "";
  const isWhat = (word: string): boolean => isWorkAlone(word) && !besides.test(word);
  return [...of, before, ended].some(isWhat) || ended === "query";
}

const statusOf =
  /\b(?:status|state|progress|stage|phase) (?:of|for) (?:(?:the|this|an?|your|one|each|given|specific|single|existing) )+((?:[\w-]+ ){0,4}[\w-]+)/;
/** "Get violation report status" */
const beforeStatus =
  /\b(?:get|gets|check|checks|fetch|retrieve|retrieves|query)\b(?: [\w-]+){0,4}? ([\w-]+) (?:status|progress)\b/;
const endOf =
  /\b([\w-]+) (?:has|have|is|was|are) (?:been |still )?(?:finished|completed?|done|ended|running|in progress)\b/;

/** `/…/{id}/status` is there for nothing else. */
export function aboutOwnPath(told: Told): readonly Evidence[] {
  const { operation, status } = told;
  // the status of something else is not what it is there for
  const isForIt = ["flag", "percentage", "time"].includes(status.known) || isOwn(status, told.resource);
  return hasOwnPath(told) && isForIt && status.known !== "codes"
    ? [
        {
          text: "the operation is there for the status alone",
          way: wayTo(operation.place),
          weight: weights.ownPath,
        },
      ]
    : [];
}

/** "Get the resign status": what it is there for, among other things. */
export function aboutCalling(told: Told): readonly Evidence[] {
  const { operation, status, resource } = told;
  if (hasOwnPath(told) || status.known === "codes" || !isOwn(status, resource) || isStanding(resource.words))
    return [];
  const text = "its name or summary says that it tells how far something is";
  return isCalledAfterStatus(operation)
    ? [{ text, way: wayTo(operation.place), weight: weights.calledAfterStatus }]
    : [];
}

export function isCalledAfterStatus({ id = "", fields }: Operation): boolean {
  const summary = fields.get("summary")?.value;
  const isSaid = typeof summary === "string" && tellingStatus.test(summary);
  return isSaid || /^(status|progress)$/.test(tokensOf(id).at(-1) ?? "");
}

const tellingStatus = /\b(status|progress|state)\b(?! (pages?|codes?|lists?|types?|history|checks?))/i;

/** `/{id}/status`, and `/status/{id}` */
export function hasOwnPath({ operation, resource }: Pick<Told, "operation" | "resource">): boolean {
  const last = operation.path.split("/").findLast((segment) => segment !== "" && !segment.includes("{"));
  return (
    /status$|progress/i.test(resource.rest.at(-1) ?? "") ||
    /(status|progress|operation-?results?|async-?operations?)$/i.test(last ?? "")
  );
}

/** `/convert/{from}/{to}` is answered at once: nothing starts one, and what it takes is no id. */
export function aboutKey({ operation, resource, status }: Told, isStarted: boolean): readonly Evidence[] {
  // what is polled need not have an id of its own
  if (status.known === "codes" && saysToPoll(textOf(operation))) return [];
  const { key, keyIn, rest, words } = resource;
  if (!isStarted && key === undefined && rest.length === 0 && status.known !== "codes") {
    const text = "it takes no id, and nothing at its path makes one";
    const way = wayTo(operation.place);
    const isOwnFlag = status.known === "flag" && operation.path.includes("{");
    const isCourse =
      isOwnFlag || (status.known === "enum" && course.every((list) => tellsOf(status.values, list)));
    if (isWorkAlone(words.at(-1) ?? ""))
      return [{ text, way, weight: isCourse ? weights.noKeyOfCourse : weights.noKey }];
    if (!isAboutOne(operation, resource)) return [{ text, way, weight: weights.noKeyOfCourse }];
  }
  if (isStarted && !kindLike.test(key ?? "")) return [];
  // `/queues/{queue}`
  const noun = tokensOf(resource.collection.split("/").at(-1) ?? "").map(singular);
  const isCalledAfterIt = [words.join(""), noun.join("")].includes(plainName(key ?? ""));
  // `/sleep?user_id=` is of a user
  const isOfElse = keyIn === "query" && isBusiness(tokensOf(key ?? ""));
  const isId =
    key === undefined ||
    isCalledAfterIt ||
    (isNamedAfterWork(key) && !kindLike.test(key)) ||
    (!isOfElse && isIdLike(key.replace(/ids$/i, "id")) && !/^(key|path)$/i.test(key) && !kindLike.test(key));
  return isId
    ? []
    : [
        {
          text: `${key} does not look like the id of one`,
          way: wayTo(operation.place),
          weight: weights.strangeKey,
        },
      ];
}

const kindLike = /(type|kind|format|language|country|currency|unit)$/i;
