import type { Document } from "../../plugin/document.ts";
import { plainName, singular } from "../../vocabulary/tokens.ts";
import { statusesIn } from "../see/statuses.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { hasOwnPath } from "../weigh/names.ts";
import { isInListOfOne, isOnItsOwn, isOwnKey } from "../weigh/values.ts";
import { weigh } from "../weigh/weigh.ts";
import { isWork } from "../words/nouns.ts";
import type { Asked } from "./asked.ts";
import { foreignNames } from "./foreign.ts";

/** The statuses of the thing itself. */
export function nearIn(
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

/** The status is that of the thing asked for, and not of something else that the answer mentions. */
function isAboutIt(...told: Parameters<typeof foreignNames>): boolean {
  return foreignNames(...told).length === 0;
}

/** One thing was asked for that does its work in several parts, or stands in a list though it is alone. */
export function mayHaveParts({ operation, resource }: Asked): boolean {
  if (operation.method !== "GET" || !operation.path.includes("{")) return false;
  const isOfWork =
    resource.keyIn === "path" && resource.rest.length === 0 && isWork(resource.words.slice(-1));
  const isByItsId = resource.keyIn === "path" && isOnItsOwn(resource.rest) && isOwnKey(resource);
  return isOfWork || isByItsId || hasOwnPath({ operation, resource });
}

/** The status of each part, where the whole has none: `steps: [{ status }]`. */
export function partsIn(asked: Asked, document: Document): readonly Candidate[] {
  const { resource, operation } = asked;
  const own = resource.words.at(-1);
  return nearIn(asked, true, document).filter((candidate) => {
    const { status } = candidate;
    const at = status.member.pointer.indexOf("0");
    const name = singular(plainName(status.member.pointer[at - 1] ?? ""));
    // a list of such things, not of the parts of one
    const isOfThem = name === own || /^(item|result|record|list|entry|value|data)?$/.test(name);
    const isOfOne = !isOfThem || hasOwnPath({ operation, resource });
    return (at > 0 && isOfOne) || isInListOfOne(candidate);
  });
}
