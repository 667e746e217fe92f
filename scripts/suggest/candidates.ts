import type { Document } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { operationsOf } from "../plugin/operations.ts";
import { plainName } from "../vocabulary/tokens.ts";
import type { Answer } from "./answers.ts";
import type { Candidate, Told } from "./candidate.ts";
import { aboutAnswerName, aboutDescription, aboutNoun, aboutOwnPath } from "./evidence/names.ts";
import { aboutSiblings } from "./evidence/siblings.ts";
import { aboutAccepted, aboutText } from "./evidence/texts.ts";
import { aboutName, aboutValues } from "./evidence/values.ts";
import { isCalledAfter, isWork } from "./nouns.ts";
import { askedAbout, isListOfOne } from "./questions.ts";
import type { Resource } from "./resource.ts";
import { resourceOf } from "./resource.ts";
import { envelopes, membersOf, schemaAt } from "./schema-members.ts";
import type { Status } from "./status.ts";
import { isHabit, statusesIn, statusOfCodes } from "./status.ts";

/** The best status of an operation that asks about one thing; `undefined` when it tells none. */
export function candidateOf(
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): Candidate | undefined {
  const resource = askedAbout(operation, document);
  const [first] = answers;
  const isTold = first && operation.method === "GET" && !isHabit(operationsOf(document));
  const codes = isTold ? statusOfCodes(operation, document) : undefined;
  if (first && codes)
    return weigh(
      { operation, resource: resource ?? resourceOf(operation), answer: first, status: codes },
      document,
    );
  if (resource === undefined) return undefined;
  const isList = isListOfOne(operation, resource);
  const found = answers.flatMap((answer) =>
    statusesIn(answer.response, document, isList)
      .filter((status) => isAboutIt(status, resource, answer, document))
      .map((status) => weigh({ operation, resource, answer, status }, document)),
  );
  return found.sort((a, b) => total(b) - total(a))[0];
}

export function total({ evidence }: Candidate): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** The status is that of the thing asked for, and not of something else that the answer mentions. */
function isAboutIt(
  { member }: Status,
  { words, key = "", keyIn }: Resource,
  { body }: Answer,
  document: Document,
): boolean {
  const last = words.at(-1) ?? "";
  const ofKey = /^(.{3,}?)(uuid|id)$/.exec(plainName(key))?.[1] ?? "";
  const nouns = [words.join(""), last, ofKey].flatMap((noun) => (noun === "" ? [] : [noun, `${noun}s`]));
  return member.pointer.slice(0, -1).every((name, index) => {
    const plain = plainName(name);
    const isOfIt =
      nouns.some((noun) => isCalledAfter(plain, noun)) || (isWork([last]) && plain.endsWith(last));
    if (envelopes.has(plain) || isOfIt || holders.test(plain)) return true;
    // `collectionDetails` of an assessment
    if (isWork([last]) && /(details|info|progress)$/.test(plain)) return true;
    // the first of a list that a filter leaves one of
    if (name === "0" || (keyIn === "query" && /^(items|results|records|list|entries|values)$/.test(plain)))
      return true;
    if (index > 0 || body === undefined) return false;
    // an object that holds nothing else but this one is an envelope by another name
    return membersOf(body, document).size <= 2;
  });
}

const holders =
  /^((latest|last|current)?(status|state)|attributes|properties|progress|job|task|operation|meta|metadata|info|details|summary)$/;

function weigh(told: Omit<Told, "siblings" | "around">, document: Document): Candidate {
  const levels = told.status.member.pointer.map((_, index) => membersAt(told, index, document));
  const whole = {
    ...told,
    siblings: levels.at(-1) ?? new Set(),
    around: new Set(levels.flatMap((each) => [...each])),
  };
  const evidence = [
    ...aboutValues(whole),
    ...aboutName(whole),
    ...aboutNoun(whole, document),
    ...aboutText(whole),
    ...aboutSiblings(whole),
    ...aboutDescription(whole, document),
    ...aboutAnswerName(whole, document),
    ...aboutOwnPath(whole),
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
