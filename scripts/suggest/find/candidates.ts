import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { operationsOf } from "../../plugin/operations.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { wayTo } from "../document/bundle.ts";
import { envelopes, membersOf, schemaAt } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";
import { askedAbout, isListOfOne, isQuestion } from "../see/questions.ts";
import type { Resource } from "../see/resource.ts";
import { resourceOf } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import {
  farStatusesIn,
  isHabit,
  statusesIn,
  statusNameOf,
  statusNowhere,
  statusOfCodes,
} from "../see/statuses.ts";
import type { Candidate, Told } from "../weigh/candidate.ts";
import {
  aboutAnswerName,
  aboutCalling,
  aboutDescription,
  aboutNoun,
  aboutOwnPath,
  hasOwnPath,
  isCalledAfterStatus,
  isStatusOfWork,
} from "../weigh/names.ts";
import { aboutSiblings } from "../weigh/siblings.ts";
import { aboutAccepted, aboutText } from "../weigh/texts.ts";
import { aboutName, aboutParts, aboutValues, isInListOfOne, isOfPart } from "../weigh/values.ts";
import { weights } from "../weigh/weights.ts";
import { isCalledAfter, isNamedAfterWork, isPerhapsWork, isWork } from "../words/nouns.ts";
import { saysToPoll, saysToRepeat, textOf } from "../words/texts.ts";

/** The best status of an operation that asks about one thing; `undefined` when it tells none. */
export function candidateOf(
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): Candidate | undefined {
  const resource = askedAbout(operation, document);
  const [first] = answers;
  const codes = first && isQuestion(operation) ? statusOfCodes(operation, document) : undefined;
  if (first && codes && isMeant(operation, codes, document))
    return weigh(
      { operation, resource: resource ?? resourceOf(operation), answer: first, status: codes },
      document,
    );
  if (resource === undefined) return undefined;
  const asked: Asked = { operation, resource, answers };
  const found = candidatesIn(asked, isListOfOne(operation, resource), document);
  const parts = found.length === 0 && mayHaveParts(asked) ? partsIn(asked, document) : [];
  const near = [...found, ...parts];
  // what stands far away counts only where nothing near tells more than that there is a status
  const all = near.some(tellsEnough) ? near : [...near, ...farIn(asked, document)];
  if (all.length === 0 && first && isToldOfWork(asked))
    return weigh({ operation, resource, answer: first, status: statusNowhere(first.place) }, document);
  return all.toSorted((a, b) => total(b) - total(a) || rankOf(b) - rankOf(a))[0];
}

/** The 202 is more than the habit of a framework; of a POST, it says itself to put that again. */
function isMeant(operation: Operation, { member }: Status, document: Document): boolean {
  if (operation.method !== "GET") return saysToRepeat(textOf({ fields: document.fields(member.schema) }));
  return saysToPoll(textOf(operation)) || !isHabit(operationsOf(document));
}

interface Asked {
  readonly operation: Operation;
  readonly resource: Resource;
  readonly answers: readonly Answer[];
}

function candidatesIn(
  { operation, resource, answers }: Asked,
  inLists: boolean,
  document: Document,
): readonly Candidate[] {
  return answers.flatMap((answer) =>
    statusesIn(answer.response, document, inLists)
      .filter((status) => isAboutIt(status, resource, answer, document))
      .map((status) => weigh({ operation, resource, answer, status }, document)),
  );
}

/** Its values are told, or it is a flag or the like. */
function tellsEnough({ status }: Candidate): boolean {
  return status.known !== "nothing" && status.known !== "text";
}

function farIn(asked: Asked, document: Document): readonly Candidate[] {
  const { operation, resource, answers } = asked;
  if (!mayBeWork(asked)) return [];
  return answers.flatMap((answer) =>
    farStatusesIn(answer.response, document)
      .filter((status) => isOfOne(status, asked))
      .map((status) => withFar(weigh({ operation, resource, answer, status }, document), document)),
  );
}

/** Something says that it may be work; without that, nobody looks through all that an answer holds. */
function mayBeWork({ operation, resource }: Asked): boolean {
  const { words, key = "" } = resource;
  return (
    isWork(words) ||
    isPerhapsWork(words.slice(-1)) ||
    isNamedAfterWork(key) ||
    isCalledAfterStatus(operation) ||
    hasOwnPath({ operation, resource })
  );
}

/** It stands in no list, or in that of one that the path asks for. */
function isOfOne({ member }: Status, { operation, resource, answers }: Asked): boolean {
  if (!member.pointer.includes("0")) return true;
  const { key = "", keyIn, rest, words } = resource;
  const last = operation.path.split("/").findLast((part) => part !== "") ?? "";
  const isOwnKey =
    /^(uu)?id$/i.test(key) ||
    tokensOf(key)
      .slice(-2)
      .map(singular)
      .includes(words.at(-1) ?? "");
  const list = singular(plainName(member.pointer[member.pointer.indexOf("0") - 1] ?? ""));
  // what has an id of its own beside a list of its like has them as children
  const hasId = answers.some(({ members }) => members.some(({ plain }) => /^(uu)?id$/.test(plain.join("/"))));
  if (hasId && list === words.at(-1)) return false;
  const isSingular = !last.includes("{") && singular(last) === last;
  const isAsked = keyIn === "path" ? rest.length > 0 || isOwnKey : key === "" && operation.path.includes("{");
  return operation.method === "GET" && isAsked && (isSingular || (keyIn === "path" && rest.length === 0));
}

/** Each name on the way there that is not that of the thing weighs against it. */
function withFar(candidate: Candidate, document: Document): Candidate {
  const { status, resource, answer } = candidate;
  const foreign = foreignNames(status, resource, answer, document).length;
  if (foreign === 0) return candidate;
  const { member } = status;
  const text = `${member.pointer.join("/")} stands in something that is not called after it`;
  const far = { text, way: wayTo(member.schema), weight: weights.farAway * Math.min(foreign, 2) };
  return { ...candidate, evidence: [...candidate.evidence, far] };
}

/** One thing was asked for that does its work in several parts. */
function mayHaveParts({ operation, resource }: Asked): boolean {
  if (operation.method !== "GET" || !operation.path.includes("{")) return false;
  const isOfWork =
    resource.keyIn === "path" && resource.rest.length === 0 && isWork(resource.words.slice(-1));
  return isOfWork || hasOwnPath({ operation, resource });
}

/** The status of each part, where the whole has none: `steps: [{ status }]`. */
function partsIn(asked: Asked, document: Document): readonly Candidate[] {
  const { resource, operation } = asked;
  const own = resource.words.at(-1);
  return candidatesIn(asked, true, document).filter((candidate) => {
    const { status } = candidate;
    const at = status.member.pointer.indexOf("0");
    const name = singular(plainName(status.member.pointer[at - 1] ?? ""));
    // a list of such things, not of the parts of one
    const isOfThem = name === own || /^(item|result|record|list|entry|value|data)?$/.test(name);
    const isOfOne = !isOfThem || hasOwnPath({ operation, resource });
    return (at > 0 && isOfOne) || isInListOfOne(candidate);
  });
}

/** What the document says of it leaves no doubt that it asks for work, though its answer has no status there. */
function isToldOfWork({ operation, resource }: Asked): boolean {
  const text = textOf(operation);
  const isSaid = saysToPoll(text) || isStatusOfWork(text) || hasOwnPath({ operation, resource });
  const isResult = /^results?$/i.test(resource.rest.at(-1) ?? "");
  const isOfWork =
    isWork(resource.words.slice(-1)) ||
    isNamedAfterWork(resource.key ?? "") ||
    (hasOwnPath({ operation, resource }) && isStatusOfWork(text));
  return resource.keyIn === "path" && isOfWork && isSaid && !isResult;
}

/** Of two that tell as much, the one that is called a status. */
function rankOf({ status }: Candidate): number {
  return /status|state/i.test(statusNameOf(status.member)) ? 1 : 0;
}

export function total({ evidence }: Candidate): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** The status is that of the thing asked for, and not of something else that the answer mentions. */
function isAboutIt(...told: Parameters<typeof foreignNames>): boolean {
  return foreignNames(...told).length === 0;
}

/** The names on the way to the status that are those of something else. */
function foreignNames(
  { member }: Status,
  resource: Resource,
  { body }: Answer,
  document: Document,
): readonly string[] {
  const { words, key = "", keyIn } = resource;
  const last = words.at(-1) ?? "";
  const ofKey = /^(.{3,}?)(uuid|id)$/.exec(plainName(key))?.[1] ?? "";
  const nouns = [words.join(""), last, ofKey].flatMap((noun) => (noun === "" ? [] : [noun, `${noun}s`]));
  return member.pointer.slice(0, -1).filter((name, index) => {
    const plain = plainName(name);
    const isOfIt =
      nouns.some((noun) => isCalledAfter(plain, noun)) || (isWork([last]) && plain.endsWith(last));
    if (envelopes.has(plain) || isOfIt || holders.test(plain)) return false;
    // `collectionDetails` of an assessment
    if (index === 0 && isWork([last]) && /(details|info|progress)$/.test(plain)) return false;
    // the first of a list that a filter leaves one of
    const isOfList = isOfPart(resource) && member.pointer[index + 1] === "0";
    if (
      name === "0" ||
      isOfList ||
      (keyIn === "query" && /^(items|results|records|list|entries|values)$/.test(plain))
    )
      return false;
    if (index > 0 || body === undefined) return true;
    // an object that holds nothing else but this one is an envelope by another name
    return membersOf(body, document).size > 2;
  });
}

const holders =
  /^((latest|last|current)?(status|state)|attributes|properties|progress|job|task|operation|meta|metadata|info|details|summary)$/;

function weigh(told: Omit<Told, "siblings" | "around">, document: Document): Candidate {
  const levels = told.status.member.pointer.map((_, index) => membersAt(told, index, document));
  const isInside = statusNameOf(told.status.member) !== told.status.member.pointer.at(-1);
  const whole = {
    ...told,
    siblings: new Set(levels.slice(isInside ? -2 : -1).flatMap((each) => [...each])),
    around: new Set(levels.flatMap((each) => [...each])),
  };
  const evidence = [
    ...aboutValues(whole),
    ...aboutName(whole),
    ...aboutParts(whole),
    ...aboutNoun(whole, document),
    ...aboutText(whole),
    ...aboutSiblings(whole),
    ...aboutDescription(whole, document),
    ...aboutAnswerName(whole, document),
    ...aboutOwnPath(whole),
    ...aboutCalling(whole),
    ...aboutAccepted(whole, document),
  ];
  return { ...whole, evidence };
}

/** The members of the object that is so many steps down the way to the status. */
function membersAt(
  { answer, status }: Pick<Told, "answer" | "status">,
  steps: number,
  document: Document,
): ReadonlySet<string> {
  const holder = schemaAt(answer.body, status.member.pointer.slice(0, steps), document);
  return new Set(holder ? membersOf(holder, document).keys() : []);
}
