import type { Document } from "../../plugin/document.ts";
import { requiredNames, resolvePointer } from "../../plugin/members.ts";
import type { Operation, Parameter } from "../../plugin/operations.ts";
import { shapeOf } from "../../plugin/shape.ts";
import { plainName, singular } from "../../vocabulary/tokens.ts";
import type { ShownMember } from "../document/only-shown.ts";
import { isSamePlace } from "../document/same-place.ts";
import type { Member } from "../document/schema-members.ts";
import { envelopes, isScalar, membersOf, schemaAt } from "../document/schema-members.ts";
import type { Answer, AnswerMember } from "../see/answers.ts";
import { isIdLike } from "../words/ids.ts";
import { isCalledAfter, isWork } from "../words/nouns.ts";
import { isDescribed } from "./described.ts";
import { isMention, isReference } from "./mention.ts";
import { isByOtherId, isOfCall, isOfOtherKind } from "./other-ids.ts";
import { expressionOf, generic } from "./parameters.ts";
import type { Target } from "./target.ts";

/** A member of an answer that may be the id by which the status is asked for. */
export interface Id {
  readonly member: Member;
  readonly quality: number;
  /** What a person has to look at. */
  readonly doubt?: string;
  /** Only an example has it; the schema that it has to be added to, if any has to be. */
  readonly shown?: Pick<ShownMember, "addTo">;
}

export interface Sought {
  readonly key: Parameter;
  /** The operation whose answers are looked through. */
  readonly starter: Operation;
  readonly target: Target;
  readonly isCollection: boolean;
  readonly document: Document;
}

export function bestId(answer: Answer, sought: Sought): Id | undefined {
  const ids = idsAmong(answer.members, answer, sought);
  const [best] = ids;
  if (best === undefined) {
    const [shown] = idsAmong(answer.shown, answer, sought);
    if (shown) return { ...shown, shown: shown.member };
    return onlyOne(answer, sought) ?? whole(answer, sought);
  }
  const above = ids.find(({ member }) => member.pointer.length < best.member.pointer.length);
  return above ? ofTwo(best, above, answer, sought) : best;
}

/** What of these may be the id, the likeliest first. */
function idsAmong<T extends AnswerMember>(
  members: readonly T[],
  answer: Answer,
  sought: Sought,
): readonly (Id & { readonly member: T })[] {
  return members
    .flatMap((member) => {
      const quality = qualityOf(member, answer, sought);
      return quality === undefined ||
        !isScalar(member, sought.document) ||
        isOfOtherKind(shapeOf(member.schema, sought.document), sought.key.shape)
        ? []
        : [{ member, quality }];
    })
    .toSorted((a, b) => b.quality - a.quality);
}

/** `{ id, result: { job: { id } } }`: what is always there, at the top, is meant before what may be missing, further down. */
function ofTwo(below: Id, above: Id, answer: Answer, sought: Sought): Id {
  const isSurer =
    isAlways(above.member, answer, sought.document) && !isAlways(below.member, answer, sought.document);
  const isTold = isDescribed(above.member, answer, sought);
  const isFar = below.member.pointer.slice(0, -2).some((name) => !envelopes.has(plainName(name)));
  if (isSurer && isTold) return { ...above, quality: below.quality };
  if (below.quality >= 4) return below;
  const [meant, other] = isSurer || isFar ? [above, below] : [below, above];
  const doubt = `that this id is meant, and not ${expressionOf(other.member)}`;
  return { ...meant, quality: below.quality, ...(meant === above || isTold ? { doubt } : {}) };
}

/** Each object on the way there is required to have what comes next. */
function isAlways({ pointer }: Member, { body }: Answer, document: Document): boolean {
  return pointer.every((name, index) => {
    const holder = body && resolvePointer(shapeOf(body, document), pointer.slice(0, index));
    return holder && "shape" in holder && requiredNames(holder.shape).includes(name);
  });
}

/** Where an answer at the collection says one thing only, that is the id, whatever its name. */
function onlyOne({ members, response }: Answer, { isCollection, document }: Sought): Id | undefined {
  const [only, ...others] = members;
  const isMade = isCollection && ["201", "202"].includes(response.code);
  return isMade && only && others.length === 0 && isScalar(only, document)
    ? { member: only, quality: 2.4 }
    : undefined;
}

/** Where the answer is a text at the collection, that is the id. */
function whole({ body, response }: Answer, { isCollection, document }: Sought): Id | undefined {
  const isMade = isCollection && /^20[012]$/.test(response.code);
  const isText = body && document.fields(body).get("type")?.value === "string";
  return isMade && isText ? { member: { pointer: [], schema: body }, quality: 2.4 } : undefined;
}

function qualityOf(member: AnswerMember, answer: Answer, sought: Sought): number | undefined {
  const { key, target, isCollection } = sought;
  const names = member.plain;
  const [name = "", parent = ""] = [names.at(-1), names.at(-2)];
  // of `task_ids`, the one that is asked for
  const wanted = plainName(key.name).replace(/ids$/, "id");
  if (isOfCall(member, sought.starter, sought.document)) return undefined;
  const whole = target.resource.words.join("");
  const isNear = isCollection || target.start === answer.start;
  // of two words, the second alone is enough among neighbours: `model_id` beside `/custom_models`
  const nouns = [whole, ...(isNear ? target.resource.words.slice(-1) : [])].filter(Boolean);
  const suffix = /(uuid|uid|guid|sid|gid|id|key|name|token|number)$/.exec(wanted)?.[0] ?? wanted;
  const isNamed =
    (name === wanted && !generic.test(wanted)) ||
    nouns.some((noun) => name === `${noun}${suffix}` || name === `${noun}id`);
  // what a thing is called is told by others that have nothing to do with the work on it: `index` of `/reindex/{index}`
  if (isNamed && !isIdLike(wanted) && !isNear && !isAkin(answer, target)) return undefined;
  if (isInPath(name, sought.starter)) return undefined;
  const isByOther = isByOtherId(target, key);
  if (isByOther && name !== wanted) return undefined;
  if (isNamed && (isReference(member, answer, { isCollection, isNear }) || isMention(member, answer, sought)))
    return undefined;
  if (isNamed) return isByOther ? 2 : 4;
  const isGeneric =
    generic.test(name) &&
    (name === suffix || wanted.endsWith(name) || (/^(id|uuid|uid|guid|gid)$/.test(name) && isCollection));
  if (!isGeneric) return undefined;
  if (
    nouns.some((noun) => isCalledAfter(parent, noun)) &&
    (answer.response.code === "202" || isCollection || tellsStatus(member, answer, target))
  )
    return 3.5;
  const isEnveloped = isInSame(member, answer, sought);
  const isTop =
    member.pointer.length === 1 ||
    envelopes.has(parent) ||
    (isCollection && isInOnly(member, answer)) ||
    isEnveloped;
  if (!isTop) return undefined;
  if (isOfOwn(answer, sought)) return isDescribed(member, answer, sought) ? 3 : undefined;
  if (isEnveloped || isSame(answer, sought)) return answer.response.code === "202" ? 3.2 : 3;
  if (isAlike(member, answer, sought) || isDescribed(member, answer, sought)) return 3;
  if (isCollection) return 2.5;
  return isNear && answer.response.code === "202" && isKin(answer, target) ? 2 : undefined;
}

/** The id is that of something else, which can be asked for itself. */
function isOfOwn({ ownItem }: Answer, { isCollection, target }: Sought): boolean {
  return ownItem !== undefined && ownItem !== target.resource.item && !isCollection;
}

/** Whoever sent the request has it already. */
function isInPath(name: string, { parameters }: Operation): boolean {
  return (
    !generic.test(name) && parameters.some((each) => each.in === "path" && plainName(each.name) === name)
  );
}

/** What was accepted may be work, or has a word of the thing in its path. */
function isKin(answer: Answer, target: Target): boolean {
  return isWork(target.resource.words) || isAkin(answer, target);
}

function isAkin({ words }: Answer, { resource }: Target): boolean {
  return resource.words.some((word) => words.includes(singular(word)));
}

/** The answer has one object and nothing beside it. */
function isInOnly({ pointer }: Member, { members }: Answer): boolean {
  return pointer.length === 2 && members.filter((each) => each.pointer.length === 1).length === 1;
}

/** What is started is told with the very schema that tells the status. */
function isSame({ body }: Answer, { target, document }: Sought): boolean {
  return isSamePlace(body, target.body, document);
}

/** So it is, but both answers have it in an envelope of the same name: `{ job }`. */
function isInSame({ pointer }: Member, { body }: Answer, { target, document }: Sought): boolean {
  const { envelope } = target;
  if (envelope === undefined || pointer.length !== 2 || pointer[0] !== envelope) return false;
  return isSamePlace(
    schemaAt(body, [envelope], document),
    schemaAt(target.body, [envelope], document),
    document,
  );
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
