import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { wayTo } from "../document/bundle.ts";
import type { Resource } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import { isWholeCourse, tellsOf } from "../see/status.ts";
import { codeMeanwhile } from "../see/status-codes.ts";
import { isStatusName, statusNameOf } from "../see/statuses.ts";
import { isBusiness, isNamedAfterWork, isPlainWork, isWork } from "../words/nouns.ts";
import { isOfMachines, isOfPeople, isOfThings, saysNothing } from "../words/whose-status.ts";
import type { Told } from "./candidate.ts";
import type { Evidence } from "./evidence.ts";
import { weights } from "./weights.ts";

/** What the values of the status tell. */
export function aboutValues(told: Told): readonly Evidence[] {
  const { status } = told;
  const way = wayTo(status.member.schema);
  const name = status.member.pointer.join("/") || "the answer";
  if (status.known === "nothing") {
    const told =
      status.toldBy === undefined ? "its values are not told" : `${status.toldBy} tells its values`;
    return [{ text: `${name} is called a status; ${told}`, way, weight: 0 }];
  }
  if (status.known === "nowhere") return aboutNowhere(status).map((each) => ({ ...each, way }));
  if (status.known === "codes")
    return [
      {
        text: `it answers ${codeMeanwhile(status)} before it answers 200`,
        way,
        weight: weights.codes,
      },
    ];
  if (status.known === "time")
    return [{ text: `${name} alone tells that it has ended`, way, weight: weights.endTime }];
  if (status.known === "percentage")
    return [{ text: `${name} tells how much of it is done`, way, weight: weights.percentage }];
  const found = status.known === "flag" ? aboutFlag(status, name) : aboutWords(told, name);
  return found.map((each) => ({ ...each, way }));
}

/** A status of something else, or one of several. */
export function aboutName({ status, resource }: Told): readonly Evidence[] {
  const { member, known } = status;
  if (/^(codes|percentage|time|nowhere)$/.test(known) || isOwn(status, resource)) return [];
  if ((known === "enum" || known === "text") && !isStatusName(member)) {
    const name = member.pointer.join("/");
    const text = `${name} is not called a status, but its values are those of one`;
    return [{ text, way: wayTo(member.schema), weight: weights.byItsValues }];
  }
  const text = `${member.pointer.join("/")} is the status of something else, or one of several`;
  const weight = isOfFallibleWork(status) ? weights.statusOfElseAtWork : weights.statusOfElse;
  return [{ text, way: wayTo(member.schema), weight }];
}

/** A machine is at work, may fail, and no person decides anything. */
function isOfFallibleWork({ values }: Status): boolean {
  const texts = values.map(({ value }) => String(value));
  return tellsOf(values, "failed") && texts.some(isOfMachines) && !texts.some(isOfPeople);
}

/** One thing was asked for, and the status is that of the first of its parts. */
export function aboutParts(told: Told): readonly Evidence[] {
  const { member } = told.status;
  const isPart = isOfPart(told.resource) && !isInListOfOne(told);
  const at = isPart ? member.pointer.indexOf("0") : -1;
  const text = `${member.pointer.join("/")} is the status of the first of ${member.pointer[at - 1] ?? "a list"} alone`;
  return at === -1 ? [] : [{ text, way: wayTo(member.schema), weight: weights.firstOfParts }];
}

/** `items: [{ status }]` of `/runs/{run_id}`: one was asked for, and stands in a list all the same. */
export function isInListOfOne({ status, resource, answer }: Omit<Told, "siblings" | "around">): boolean {
  const { member } = status;
  const { words, keyIn, rest } = resource;
  const own = words.at(-1) ?? "";
  const at = member.pointer.indexOf("0");
  const isOfThem = isListName(member.pointer[at - 1] ?? "", own);
  const hasId = answer.members.some(({ plain }) => plain.length === 1 && /^(uu)?id$/.test(plain[0] ?? ""));
  return at >= 0 && isOfThem && keyIn === "path" && isOnItsOwn(rest) && isOwnKey(resource) && !hasId;
}

/** `snapshots`, `RestoredSnapshots` or `items`, of a snapshot. */
export function isListName(name: string, own: string | undefined): boolean {
  const plain = singular(plainName(name));
  const isGeneral = /^(item|result|record|list|entry|value|data)?$/.test(plain);
  return (
    isGeneral ||
    plain === own ||
    tokensOf(name)
      .map(singular)
      .includes(own ?? "")
  );
}

/** `/snapshots/{snapshot}`, or what such a path ends with that counts its work: `/_stats`. */
export function isOnItsOwn(rest: Resource["rest"]): boolean {
  return rest.every((part) => /^_?stats$/i.test(part));
}

/** `{id}`, `{snapshot_id}` or `{snapshot}` of snapshots. */
export function isOwnKey({ key = "", words }: Resource): boolean {
  const named = tokensOf(key).slice(-2).map(singular);
  return /^(uu)?id$/i.test(key) || isNamedAfterWork(key) || named.includes(singular(words.at(-1) ?? ""));
}

/** Not the first of a list that a filter leaves one of. */
export function isOfPart({ key, keyIn }: Resource): boolean {
  return keyIn === "path" || key === undefined;
}

/** It is called nothing but a status, or after the thing. */
export function isOwn({ member, known }: Status, resource: Resource): boolean {
  const { words, key = "" } = resource;
  const name = statusNameOf(member);
  if (known === "flag") return isOwnFlag(name, words);
  // `/clusters/{name}/status` tells but one
  if (/status$|progress/i.test(resource.rest.at(-1) ?? "") && member.pointer.length === 1) return true;
  const ofWhat = tokensOf(name).filter(
    (word) =>
      !/^(status|state|phase|stage|as|code|name|type|text|string|current|overall|last|latest)$/.test(word),
  );
  const own = [...words, ...kindOf(resource), ...tokensOf(key)].map(singular);
  // a `statusCode` of numbers that nothing explains is that of HTTP
  const isBare = ofWhat.length === 0 && (known === "enum" || !/code$/i.test(name));
  return (
    isBare ||
    isPlainName(name) ||
    (ofWhat.length > 0 &&
      (ofWhat.every((word) => own.includes(singular(word))) || words.join("").endsWith(ofWhat.join(""))))
  );
}

/** `query` of `/query/jobs` */
function kindOf({ words, collection }: Resource): readonly string[] {
  return isPlainWork(words) ? tokensOf(collection.split("/").at(-2)?.replace("{}", "") ?? "") : [];
}

/** `is_profile_running` says of a process whether it is looked into, and not whether it runs. */
function isOwnFlag(name: string, words: readonly string[]): boolean {
  const ofWhat = tokensOf(name)
    .slice(0, -1)
    .filter((word) => !/^(is|has|in)$/.test(word));
  return ofWhat.every((word) => isWork([word]) || words.includes(singular(word)));
}

/** `status`, or that of a job whatever the job is called. */
function isPlainName(name: string): boolean {
  return plain.test(plainName(name));
}

const plain =
  /^((async|job|task|process|processing|workflow|run|execution|latestexecution|current|operation|request|lifecycle|overall)?(status|state)|phase)$/;

type Sign = Omit<Evidence, "way">;

function aboutNowhere({ values, toldBy }: Status): readonly Sign[] {
  const texts = values.map(({ value }) => String(value));
  const isTold = isWholeCourse(values) && !texts.some(isOfPeople);
  return [
    { text: "its answer has no status in the document", weight: weights.nowhere },
    ...(isTold ? [{ text: `${toldBy} has ${listed(texts)}`, weight: weights.courseInText }] : []),
  ];
}

function aboutFlag({ values }: Status, name: string): readonly Sign[] {
  const isRunning = values.some(({ value, list }) => value === true && list === "pending");
  return [
    { text: `${name} says whether it is done`, weight: weights.flag },
    ...(isRunning ? [{ text: `${name} tells of a machine at work`, weight: weights.flagOfMachines }] : []),
  ];
}

/** `addRequestId`: what was sent is worked on. */
export function isKeyOfRequest({ key = "", words }: Resource): boolean {
  const all = [...words, ...tokensOf(key)];
  return /requests?_?(uu|gu)?id$/i.test(key) && !isBusiness(all) && !all.some((word) => asked.test(word));
}

/** What people ask of each other. */
const asked = /^(sign|access|pull|merge|join|friend|leave|off|quote|feature|support|connect|connection)$/;

function aboutWords(
  { status, resource, siblings }: Pick<Told, "status" | "resource" | "siblings">,
  name: string,
): readonly Sign[] {
  const texts = status.values.map(({ value }) => String(value));
  if (siblings.has("data") && texts.every((each) => ofRequests.test(each)))
    return [{ text: `${name} says only how the request went`, weight: weights.howTheRequestWent }];
  const has = (list: string, sure = true): boolean =>
    status.values.some((each) => each.list === list && (each.isSure || !sure));
  if (status.known === "enum" && !has("pending", false) && texts.length <= 3)
    return has("succeeded") && has("failed")
      ? [
          {
            text: `${name} says how it ended, and no value of it says not yet`,
            weight: weights.endsWithoutBeginning,
          },
        ]
      : [{ text: `${name} says only how the request went`, weight: weights.howTheRequestWent }];
  const isAllKnown =
    status.values.every(({ value, isSure }) => isSure || saysNothing(String(value))) &&
    has("pending") &&
    has("succeeded") &&
    texts.some((text) => /fail|error/i.test(text));
  const machines = texts.filter(isOfMachines).slice(0, 3);
  const people = isPair(texts) ? [] : texts.filter(isOfPeople).slice(0, 3);
  const things = texts.filter(isOfThings);
  const isThing = things.length > (has("succeeded") ? 1 : 0);
  const signs: readonly (Sign | false)[] = [
    { text: `${name} is one of ${listed(texts)}`, weight: weightOfLists(status, has) },
    isAllKnown && {
      text: "each of these values says that work waits, goes on or has ended",
      weight: weights.allKnown,
    },
    machines.length > 0 && {
      text: `${tell(machines)} of a machine at work`,
      weight: weights.machines,
    },
    people.length > 0 && {
      text: `${tell(people)} of people or business`,
      weight:
        ((isWork(resource.words.slice(-1)) || isKeyOfRequest(resource)) && has("failed")
          ? weights.peopleOfWork
          : weights.people) * people.length,
    },
    isSwitch(texts) &&
      machines.length === 0 && { text: `${name} says whether it is switched on`, weight: weights.switch },
    isThing && {
      text: `${tell(things)} of a thing that stays until it is taken away`,
      weight: has("succeeded") ? weights.thingsThatSucceed : weights.things,
    },
  ];
  return signs.filter((sign) => sign !== false);
}

/** `enabled` and `disabled`, whatever there is besides. */
function isSwitch(texts: readonly string[]): boolean {
  const plain = texts.map(plainName);
  return plain.includes("enabled") && plain.includes("disabled");
}

/** An envelope says so of the request that it answers. */
const ofRequests = /^(success|successful|ok|error|fail|failed|failure)$/i;

/** `published` and `notPublished`: done, or not yet, whatever the word. */
function isPair(texts: readonly string[]): boolean {
  const plain = texts.map(plainName);
  return plain.length === 2 && plain.some((one) => plain.includes(`not${one}`));
}

function weightOfLists({ known }: Status, has: (list: string, sure?: boolean) => boolean): number {
  const success = has("succeeded")
    ? weights.success
    : has("succeeded", false)
      ? weights.perhapsSuccess
      : // an example does not show every value
        known === "text"
        ? 0
        : weights.noSuccess;
  const failure = has("failed")
    ? weights.failure
    : has("failed", false)
      ? weights.perhapsFailure
      : has("canceled")
        ? weights.cancellation
        : 0;
  // nor does an example show where it began
  const isBegun = known === "text" || has("pending", false);
  const beginning = isBegun ? 0 : weights.noBeginning;
  return success + failure + beginning + (known === "text" ? weights.onlyInText : 0);
}

/** `queued, running tell` */
function tell(texts: readonly string[]): string {
  return `${listed(texts)} ${texts.length === 1 ? "tells" : "tell"}`;
}

/** So many values are listed one by one. */
const most = 30;

function listed(texts: readonly string[]): string {
  const left = texts.length - most;
  return left > 0 ? `${texts.slice(0, most).join(", ")} and ${left} more` : texts.join(", ");
}
