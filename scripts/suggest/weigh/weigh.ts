import type { Document } from "../../plugin/document.ts";
import { membersOf, schemaAt } from "../document/schema-members.ts";
import { statusNameOf } from "../see/statuses.ts";
import type { Candidate, Told } from "./candidate.ts";
import { aboutAnswerName, aboutCalling, aboutDescription, aboutNoun, aboutOwnPath } from "./names.ts";
import { aboutSiblings } from "./siblings.ts";
import { aboutAccepted, aboutText } from "./texts.ts";
import { aboutName, aboutParts, aboutValues } from "./values.ts";

/** What all speaks for and against a status being that of a job. */
export function weigh(told: Omit<Told, "siblings" | "around">, document: Document): Candidate {
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

export function total({ evidence }: Candidate): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}
