import type { Document } from "../../plugin/document.ts";
import { addressOf } from "../document/bundle.ts";
import type { Candidate } from "../weigh/candidate.ts";

/** Two questions are answered with one schema that has a name, and have their status at the same place in it. */
export function isAnsweredAs(one: Candidate, other: Candidate, document: Document): boolean {
  const address = addressOfStatus(one, document);
  return address !== undefined && address === addressOfStatus(other, document);
}

function addressOfStatus({ answer, status }: Candidate, document: Document): string | undefined {
  const end = answer.body && document.follow(answer.body);
  const [first, ...others] = end ? addressOf(end) : [];
  return first === "components" ? [...others, ...status.member.pointer].join("/") : undefined;
}
