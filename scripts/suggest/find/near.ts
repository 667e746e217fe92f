import type { Document } from "../../plugin/document.ts";
import type { Answer } from "../see/answers.ts";
import type { Status, StatusValue } from "../see/status.ts";
import { isTold } from "../see/status.ts";
import { statusesIn } from "../see/statuses.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { hasOwnPath } from "../weigh/names.ts";
import { isInListOfOne, isListName, isOnItsOwn, isOwnKey } from "../weigh/values.ts";
import { weigh } from "../weigh/weigh.ts";
import { isWork } from "../words/nouns.ts";
import type { Asked } from "./asked.ts";
import { withValuesToldElsewhere } from "./elsewhere.ts";
import { foreignNames } from "./foreign.ts";

/** The statuses of the thing itself. */
export function nearIn(
  { operation, resource, answers }: Asked,
  inLists: boolean,
  document: Document,
): readonly Candidate[] {
  const told = answers.map(
    (answer): ToldBy => ({
      answer,
      statuses: statusesIn(answer.response, document, inLists),
    }),
  );
  // what is said of a status is then said of that one
  const isOneTold = told.some(({ statuses }) => statuses.some(isTold));
  return told.flatMap(({ answer, statuses }) =>
    statuses
      .filter((status) => isAboutIt(status, resource, answer, document))
      .map((status) =>
        withValuesOf(
          told.filter((other) => other.answer !== answer),
          status,
        ),
      )
      .map((status) => (isOneTold ? status : withValuesToldElsewhere(status, { resource, answer }, document)))
      .map((status) => weigh({ operation, resource, answer, status }, document)),
  );
}

interface ToldBy {
  readonly answer: Answer;
  readonly statuses: readonly Status[];
}

/** A 202 may have `active` where the 200 has `complete`: what it alone has is a value of what still goes on. */
function withValuesOf(others: readonly ToldBy[], status: Status): Status {
  const pointer = status.member.pointer.join("/");
  const more = others.flatMap(({ answer, statuses }) =>
    statuses
      .filter(({ member, known }) => known === status.known && member.pointer.join("/") === pointer)
      .flatMap(({ values }) => values)
      .filter(({ value }) => !status.values.some((each) => each.value === value))
      .map(
        (each): StatusValue =>
          answer.response.code === "202" ? { ...each, list: "pending", isSure: true } : each,
      ),
  );
  return more.length === 0 ? status : { ...status, values: [...status.values, ...more] };
}

/** The status is that of the thing asked for, and not of something else that the answer mentions. */
function isAboutIt(...told: Parameters<typeof foreignNames>): boolean {
  return foreignNames(...told).length === 0;
}

/** One thing was asked for that does its work in several parts, or stands in a list though it is alone. */
export function mayHaveParts(asked: Asked): boolean {
  const { operation, resource } = asked;
  if (operation.method !== "GET" || !operation.path.includes("{")) return false;
  const isOfWork =
    resource.keyIn === "path" && resource.rest.length === 0 && isWork(resource.words.slice(-1));
  return isOfWork || mayBeListed(asked) || hasOwnPath({ operation, resource });
}

/** The answer is a list, or has something that is called after such things: without that, nobody looks through all its lists. */
function mayBeListed({ resource, answers }: Asked): boolean {
  const own = resource.words.at(-1);
  const isCalledSo = answers.some(
    ({ members }) =>
      members.length === 0 ||
      members.some(({ pointer }) => pointer.length < 3 && isListName(pointer.at(-1) ?? "", own)),
  );
  return resource.keyIn === "path" && isOnItsOwn(resource.rest) && isOwnKey(resource) && isCalledSo;
}

/** JSON:API puts other things that belong to the one beside it, as `included`. */
export function isOfOthers({ member }: Status): boolean {
  return member.pointer[0] === "included";
}

/** The status of each part, where the whole has none: `steps: [{ status }]`. */
export function partsIn(asked: Asked, document: Document): readonly Candidate[] {
  const { resource, operation } = asked;
  const own = resource.words.at(-1);
  return nearIn(asked, true, document).filter((candidate) => {
    const { status } = candidate;
    const at = status.member.pointer.indexOf("0");
    if (isOfOthers(status)) return false;
    const name = status.member.pointer[at - 1] ?? "";
    // a list of such things, not of the parts of one
    const isOfThem = isListName(name, own);
    const isOfOne = !isOfThem || hasOwnPath({ operation, resource });
    return (at > 0 && isOfOne) || isInListOfOne(candidate);
  });
}
