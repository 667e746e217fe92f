import type { Document } from "../../plugin/document.ts";
import { typesAt } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";
import type { Resource } from "../see/resource.ts";
import type { Status, StatusValue } from "../see/status.ts";
import { isWholeCourse } from "../see/status.ts";
import { readTold } from "../see/status-values.ts";
import { isOwn } from "../weigh/values.ts";
import { isOfPeople, isOfThings } from "../words/whose-status.ts";

/** With the values that the text of the question tells, where neither schema nor example has any. */
export function withValuesToldElsewhere(
  status: Status,
  { resource, answer }: { readonly resource: Resource; readonly answer: Answer },
  document: Document,
): Status {
  const { known, member } = status;
  const isText =
    known === "nothing" &&
    answer.body !== undefined &&
    isOwn(status, resource) &&
    typesAt(answer.body, member.pointer, document).includes("string");
  if (!isText && known !== "nowhere") return status;
  const told = toldInText(answer);
  if (told === undefined) return status;
  // what is told of more than this status makes no job of it, unless it leaves no doubt
  return { member, known: isText && isPlainlyOfWork(told.values) ? "text" : known, ...told };
}

type Told = Required<Pick<Status, "values" | "toldBy">>;

function toldInText({ text }: Answer): Told | undefined {
  const values = readTold(text);
  return values.length > 0 ? { values, toldBy: "the text of the question" } : undefined;
}

function isPlainlyOfWork(values: readonly StatusValue[]): boolean {
  const texts = values.map(({ value }) => String(value));
  return isWholeCourse(values) && !texts.some(isOfPeople) && !texts.some(isOfThings);
}
