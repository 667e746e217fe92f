import type { Document } from "../../plugin/document.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { wayTo } from "../document/bundle.ts";
import type { Status } from "../see/status.ts";
import { farStatusesIn } from "../see/statuses.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { hasOwnPath, isCalledAfterStatus } from "../weigh/names.ts";
import { weigh } from "../weigh/weigh.ts";
import { weights } from "../weigh/weights.ts";
import { isNamedAfterWork, isPerhapsWork, isWork } from "../words/nouns.ts";
import type { Asked } from "./asked.ts";
import { foreignNames } from "./foreign.ts";
import { isOfOthers } from "./near.ts";

/** What stands further down, if something says that this may be work. */
export function farIn(asked: Asked, document: Document): readonly Candidate[] {
  const { operation, resource, answers } = asked;
  if (!mayBeWork(asked)) return [];
  return answers.flatMap((answer) =>
    farStatusesIn(answer.response, document)
      .filter((status) => isOfOne(status, asked) && !isOfOthers(status))
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
