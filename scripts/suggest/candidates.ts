import type { Document } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { plainName } from "../vocabulary/tokens.ts";
import type { Answer } from "./answers.ts";
import type { Candidate, Told } from "./candidate.ts";
import { aboutAnswerName, aboutDescription, aboutNoun, aboutOwnPath } from "./evidence/names.ts";
import { aboutSiblings } from "./evidence/siblings.ts";
import { aboutAccepted, aboutText } from "./evidence/texts.ts";
import { aboutName, aboutValues } from "./evidence/values.ts";
import type { Resource } from "./resource.ts";
import { resourceOf } from "./resource.ts";
import { envelopes, membersOf } from "./schema-members.ts";
import type { Status } from "./status.ts";
import { statusesIn, statusOfCodes } from "./status.ts";

/** The best status of an operation that asks about one thing; `undefined` when it tells none. */
export function candidateOf(
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): Candidate | undefined {
  if (operation.method !== "GET" && !(operation.method === "POST" && asksOnly(operation))) return undefined;
  const resource = resourceOf(operation);
  const [first] = answers;
  const codes = first && operation.method === "GET" ? statusOfCodes(operation, document) : undefined;
  if (first && codes) return weigh({ operation, resource, answer: first, status: codes }, document);
  if (resource.key === undefined && resource.rest.length === 0 && !saysStatus(operation)) return undefined;
  const found = answers.flatMap((answer) =>
    statusesIn(answer.response, document)
      .filter((status) => isAboutIt(status, resource, answer, document))
      .map((status) => weigh({ operation, resource, answer, status }, document)),
  );
  return found.sort((a, b) => total(b) - total(a))[0];
}

export function total({ evidence }: Candidate): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** A question that is put with POST. */
function asksOnly({ path, id }: Operation): boolean {
  return (
    /(status|query|result|poll)s?$/i.test(path) ||
    /^(get|query|check|poll|describe|show)[A-Z_-]/.test(id ?? "")
  );
}

function saysStatus({ id = "", path }: Operation): boolean {
  return /status|progress/i.test(id) || /status|progress/i.test(path);
}

/** The status is that of the thing asked for, and not of something else that the answer mentions. */
function isAboutIt({ member }: Status, { words }: Resource, { body }: Answer, document: Document): boolean {
  const parents = member.pointer.slice(0, -1);
  const nouns = [words.join(""), words.at(-1) ?? ""];
  return parents.every((name, index) => {
    const plain = plainName(name);
    if (envelopes.has(plain) || nouns.includes(plain) || holders.test(plain)) return true;
    if (index > 0 || body === undefined) return false;
    // an object that holds nothing else but this one is an envelope by another name
    return membersOf(body, document).size <= 2;
  });
}

const holders = /^((latest|last|current)?(status|state)|attributes|progress|job|task|operation)$/;

function weigh(told: Omit<Told, "siblings">, document: Document): Candidate {
  const whole = { ...told, siblings: siblingsOf(told, document) };
  const evidence = [
    ...aboutValues(whole),
    ...aboutName(whole),
    ...aboutNoun(whole),
    ...aboutText(whole),
    ...aboutSiblings(whole),
    ...aboutDescription(whole, document),
    ...aboutAnswerName(whole, document),
    ...aboutOwnPath(whole),
    ...aboutAccepted(whole),
  ];
  return { ...whole, evidence };
}

function siblingsOf({ answer, status }: Omit<Told, "siblings">, document: Document): ReadonlySet<string> {
  const parents = status.member.pointer.slice(0, -1);
  const holder = parents.reduce((at, name) => at && membersOf(at, document).get(name), answer.body);
  return new Set(holder ? membersOf(holder, document).keys() : []);
}
