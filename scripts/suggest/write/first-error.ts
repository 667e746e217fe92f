import type { Document, Place } from "../../plugin/document.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { membersOf, schemaAt, typesAt } from "../document/schema-members.ts";

/** Where the first of a list of errors says what it is, by pointer: a list of texts, or of objects with a message. */
export function firstError(
  holder: readonly string[],
  siblings: ReadonlySet<string>,
  body: Place,
  document: Document,
): readonly string[] | undefined {
  const typesOf = (pointer: readonly string[]): string =>
    typesAt(body, pointer, document)
      .filter((type) => type !== "null")
      .join();
  const list = [...siblings]
    .filter((name) => /^(errors|failures|errorlist|errormessages)$/.test(plainName(name)))
    .flatMap((name) => [[name], [name, "data"], [name, "items"]].map((way) => [...holder, ...way]))
    .find((pointer) => typesOf(pointer) === "array");
  if (list === undefined) return undefined;
  const first = [...list, "0"];
  if (typesOf(first) === "string") return first;
  const schema = schemaAt(body, first, document);
  const names = schema ? [...membersOf(schema, document).keys()] : [];
  return messages
    .flatMap((wanted) => names.filter((name) => plainName(name) === wanted))
    .map((name) => [...first, name])
    .find((pointer) => typesOf(pointer) === "string");
}

const messages = ["message", "errormessage", "detail", "description", "reason", "error", "title"];
