import type { Document } from "../../plugin/document.ts";
import { statusLists } from "../../vocabulary/keys.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import { enumNames } from "../document/enum-names.ts";
import { membersOf, schemaAt, wordsAbout } from "../document/schema-members.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { textOf } from "../words/texts.ts";
import { confirms, mayHaveSucceeded, valueTexts } from "../words/value-texts.ts";

/** What somebody has to look at in each list of values, unless the document says what they mean. */
export function doubtsOfValues(candidate: Candidate, document: Document): Readonly<Record<string, string>> {
  const { status } = candidate;
  const names = status.values.map(({ value }) => String(value));
  const own = wordsAbout(status.member.schema, document);
  const texts = valueTexts(names, status.toldBy === undefined ? own : `${own}\n\n${candidate.answer.text}`);
  const titles =
    status.known === "enum" ? enumNames(status.member.schema, document) : new Map<string, string>();
  const said = (name: string): string | undefined => texts.get(name) ?? titles.get(name);
  const doubts = statusLists.flatMap((list): readonly (readonly [string, string])[] => {
    const members = status.values
      .filter((each) => each.list === list)
      .map(({ value, isSure }) => ({ name: String(value), isSure }));
    const unsure = members.filter(({ name, isSure }) => !isSure && !confirms(list, said(name) ?? ""));
    const expired = members.filter(
      ({ name }) =>
        list === "failed" &&
        tokensOf(name).includes("expired") &&
        mayHaveSucceeded(said(name), textsAround(candidate, document)),
    );
    const questions = [
      ...(unsure.length > 0
        ? [`what ${unsure.map(({ name }) => name).join(", ")} ${unsure.length === 1 ? "means" : "mean"}`]
        : []),
      ...expired.map(({ name }) => `whether ${name} can be a success whose results are gone`),
    ];
    return questions.length > 0 ? [[list, questions.join("; ")]] : [];
  });
  return Object.fromEntries(doubts);
}

/** What the question says of itself, of its answer and of what stands beside the status. */
function textsAround({ operation, answer, status }: Candidate, document: Document): readonly string[] {
  const holder = schemaAt(answer.body, status.member.pointer.slice(0, -1), document);
  const beside = holder ? [...membersOf(holder, document).values()] : [];
  return [textOf(operation), answer.text, ...beside.map((each) => wordsAbout(each, document))];
}
