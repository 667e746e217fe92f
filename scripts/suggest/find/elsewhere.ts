import type { Document } from "../../plugin/document.ts";
import { itemsOf } from "../../plugin/document.ts";
import { operationsOf } from "../../plugin/operations.ts";
import { plainName, singular } from "../../vocabulary/tokens.ts";
import { typesAt } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";
import type { Resource } from "../see/resource.ts";
import { templateOf } from "../see/resource.ts";
import type { Status, StatusValue } from "../see/status.ts";
import { isWholeCourse } from "../see/status.ts";
import { readFilter, readTold } from "../see/status-values.ts";
import { isOwn } from "../weigh/values.ts";
import { isOfPeople, isOfThings } from "../words/whose-status.ts";

/**
 * With the values that the document tells elsewhere, where neither schema nor example has any: in the text of the question, or
 * at the filter of the list of such things.
 */
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
  const told = toldInText(answer) ?? toldByFilter(status, resource, document);
  if (told === undefined) return status;
  // what is told of more than this status makes no job of it, unless it leaves no doubt
  return { member, known: isText && isPlainlyOfWork(told.values) ? "text" : known, ...told };
}

type Told = Required<Pick<Status, "values" | "toldBy">>;

function toldInText({ text }: Answer): Told | undefined {
  const values = readTold(text);
  return values.length > 0 ? { values, toldBy: "the text of the operation" } : undefined;
}

/** `GET /exports?status=` takes what `status` is in `GET /exports/{id}`. */
function toldByFilter({ member }: Status, resource: Resource, document: Document): Told | undefined {
  const name = plainName(member.pointer.at(-1) ?? "");
  const list = operationsOf(document).find(
    ({ method, path }) => method === "GET" && templateOf(path) === resource.collection,
  );
  const parameters = list?.fields.get("parameters");
  if (list === undefined || parameters === undefined) return undefined;
  const filter = itemsOf(parameters).find((one) => {
    const fields = document.fields(one);
    const its = fields.get("name")?.value;
    const isOfQuery = fields.get("in")?.value === "query";
    return isOfQuery && typeof its === "string" && singular(plainName(its)) === name;
  });
  const values = filter ? readFilter(filter, document) : [];
  return values.length > 1 ? { values, toldBy: `the filter of ${list.name} by it` } : undefined;
}

/** They begin, succeed and fail, and none of them is of people or of what stays. */
export function isPlainlyOfWork(values: readonly StatusValue[]): boolean {
  const texts = values.map(({ value }) => String(value));
  return isWholeCourse(values) && !texts.some(isOfPeople) && !texts.some(isOfThings);
}
