import type { Document, Place } from "../../plugin/document.ts";
import type { Response } from "../../plugin/operations.ts";
import type { Meaning } from "../../vocabulary/status-words.ts";
import { meaningsOf } from "../../vocabulary/status-words.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import { bodyOf } from "../document/body.ts";
import type { Member } from "../document/schema-members.ts";
import { membersWithin, wordsAbout } from "../document/schema-members.ts";
import { isWork } from "../words/nouns.ts";
import type { Status } from "./status.ts";
import { course, isTold, tellsOf } from "./status.ts";
import { readFlag, readPercentage, readTime, readWords } from "./status-values.ts";

/** Everything in a body that may tell how far something is, the least deep first. */
export function statusesIn(response: Response, document: Document, inLists = false): readonly Status[] {
  const known = inLists ? readInLists : read;
  const found = known.get(response) ?? readStatuses(response, document, inLists);
  known.set(response, found);
  return found;
}

/** Read once for a response, although several look at it: a large one takes long. */
const [read, readInLists] = [
  new WeakMap<Response, readonly Status[]>(),
  new WeakMap<Response, readonly Status[]>(),
];

function readStatuses(response: Response, document: Document, inLists: boolean): readonly Status[] {
  const body = bodyOf(response, document);
  if (body === undefined) return [];
  const context = { body, response, document };
  const whole = readWords({ pointer: [], schema: body }, context);
  if (whole && isCourse(whole.values, false)) return [whole];
  const found = membersWithin(body, inLists ? 4 : 3, document, inLists).flatMap((member) => {
    const read = readerOf(member);
    return read?.(member, context) ?? [];
  });
  const hasMore = found.some(({ known }) => known !== "percentage" && known !== "time");
  return hasMore ? found.filter(({ known }) => known !== "percentage" && known !== "time") : found;
}

function readerOf(member: Member): typeof readWords | undefined {
  const name = member.pointer.at(-1) ?? "";
  if (isStatusName(member)) return readWords;
  if (name === ".tag" && member.pointer.length === 1) return readTag;
  if (isFlagName(name)) return readFlagOrTime;
  if (percentageName.test(name)) return readPercentage;
  if (timeName.test(name)) return readTime;
  return /^end_?(time|date)$/i.test(name) ? readEnd : readByValues;
}

/**
 * Where nothing near tells it: words further down, in whatever stands there and in the first of lists, that are stages of
 * work and its end.
 */
export function farStatusesIn(response: Response, document: Document): readonly Status[] {
  const body = bodyOf(response, document);
  if (body === undefined) return [];
  const context = { body, response, document };
  return membersWithin(body, 6, document, true, 600).flatMap((member): readonly Status[] => {
    if (member.pointer.length < 2) return [];
    const status = isStatusName(member) ? readWords(member, context) : readByValues(member, context);
    return status && isTold(status) && isCourse(status.values, false) ? [status] : [];
  });
}

/** `migrationStep`, or whatever it is called: by its values it can be nothing but how far work is. */
function readByValues(...[member, context]: Parameters<typeof readWords>): Status | undefined {
  const { schema, pointer } = member;
  // of events, `task.started` and `task.failed` are kinds
  if (/(type|kind|category|topic|event)$/i.test(pointer.at(-1) ?? "")) return undefined;
  const listed = context.document.fields(schema).get("enum")?.value;
  if (!Array.isArray(listed) || !listed.every((value) => typeof value === "string")) return undefined;
  const mayFail = !softName.test(pointer.at(-1) ?? "");
  return isCourse(meaningsOf(listed), mayFail) ? readWords(member, context) : undefined;
}

/** It begins and ends, and, where that is wanted, may fail. */
function isCourse(values: readonly Meaning[], mayFail: boolean): boolean {
  const [begins = false, succeeds = false, fails = false] = course.map((list) => tellsOf(values, list));
  return begins && (mayFail ? succeeds && fails : succeeds || fails);
}

const softName = /(step|outcome|result|lifecycle|condition|progress|situation)$/i;

/** It is called a status, whatever its values are. */
export function isStatusName({ pointer }: Member): boolean {
  const [name = "", parent = ""] = pointer.toReversed();
  return statusName.test(name) || isInside(parent, name);
}

/** `.tag` says which of several shapes the answer has: `in_progress` until there is something else. */
function readTag(...told: Parameters<typeof readWords>): Status | undefined {
  const status = readWords(...told);
  return status && isTold(status) ? status : undefined;
}

/** An `endTime` of which the document says that it is there once there is one. */
function readEnd(...[member, context]: Parameters<typeof readTime>): Status | undefined {
  const isToldSo = /\b(only|once|after|until|not)\b/i.test(wordsAbout(member.schema, context.document));
  return isToldSo ? readTime(member, context) : undefined;
}

/** `finished` is yes or no, or the time. */
function readFlagOrTime(...[member, context]: Parameters<typeof readFlag>): Status | undefined {
  const isEnd = /^(finished|completed)$/i.test(member.pointer.at(-1) ?? "");
  return readFlag(member, context) ?? (isEnd ? readTime(member, context) : undefined);
}

/** The name that says whose status it is: `exportStatus` of `exportStatus: { value: "Running" }`. */
export function statusNameOf({ pointer }: Member): string {
  const [name = "", parent = ""] = pointer.toReversed();
  return isInside(parent, name) ? parent : name;
}

/** `state: { current: "RUNNING" }`, or `deliveryState: { state: "PROCESSING" }` */
function isInside(parent: string, name: string): boolean {
  return /(status|state)$/i.test(parent) && inside.test(name);
}

const inside = /^(current|value|type|name|code|key|id|execution|status|state)$/i;

const statusName = /^(.*[a-z_-])?(status|state|phase|stage)(_?(as_?)?(code|name|type|text|string))?$/i;
/** `done`, `is_running`, `jobComplete`, `isReportReady` */
function isFlagName(name: string): boolean {
  const words = tokensOf(name);
  const isAsked = /^(is|has)$/.test(words[0] ?? "");
  const said = words
    .slice(isAsked ? 1 : 0)
    .join(" ")
    .replace("in progress", "running");
  const [last = "", before, ...others] = said.split(" ").toReversed();
  if (!/^(done|finished|completed?|ready|running|inprogress|processing|pending|partial)$/.test(last))
    return false;
  // `is_not_ready` says yes while it is not
  if (before === "not") return false;
  return others.length === 0 && (before === undefined || isAsked || isWork([before]));
}

const percentageName =
  /^(progress|(progress_?)?percent(age)?(_?(completed?|done))?|completion_?percent(age)?)$/i;
const timeName = /^((completed|finished|ended)_?(at|on|time|date)|(completion|finish)_?(time|date))$/i;

/** Work that has no status in the document: somebody has to know where the answer tells it. */
export function statusNowhere(answer: Place): Status {
  return { member: { pointer: ["status"], schema: answer }, known: "nowhere", values: [] };
}
