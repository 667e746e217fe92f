import type { Document } from "../../plugin/document.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { envelopes, membersOf } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";
import type { Resource } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import { statusNameOf } from "../see/statuses.ts";
import { isOfPart } from "../weigh/values.ts";
import { isCalledAfter, isWork } from "../words/nouns.ts";

/** The names on the way to the status that are those of something else. */
export function foreignNames(
  { member }: Status,
  resource: Resource,
  { body }: Answer,
  document: Document,
): readonly string[] {
  const { words, key = "", keyIn } = resource;
  const last = words.at(-1) ?? "";
  const ofKey = /^(.{3,}?)(uuid|id)$/.exec(plainName(key))?.[1] ?? "";
  const nouns = [words.join(""), last, ofKey].flatMap((noun) => (noun === "" ? [] : [noun, `${noun}s`]));
  // `deliveryState` of `deliveryState: { state }` is what the status is called
  const holding = member.pointer.slice(0, statusNameOf(member) === member.pointer.at(-1) ? -1 : -2);
  return holding.filter((name, index) => {
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
    if (index > 0 || body === undefined || people.test(plain)) return true;
    // an object that holds nothing else but this one is an envelope by another name
    return membersOf(body, document).size > 2;
  });
}

const people = /^(user|author|owner|creator|createdby|updatedby|sender|member)$/;

const holders =
  /^((latest|last|current)?(status|state|stage|phase|run|execution)|attributes|properties|progress|job|task|operation|meta|metadata|info|details|summary)$/;
