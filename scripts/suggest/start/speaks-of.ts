import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import type { Answer } from "../see/answers.ts";
import { templateOf } from "../see/resource.ts";
import { textOf } from "../words/texts.ts";

/** A text of the one names the other: "call `GET /async-jobs/{jobId}`", or a link to the documentation of that operation. */
export function speaksOf(
  { text, place }: Answer,
  starter: Operation,
  question: Operation,
  document: Document,
): boolean {
  const headers = [...document.fields(document.fields(place).get("headers")).values()];
  const said = [text, ...headers.map((header) => textOf({ fields: document.fields(header) }))].join("\n");
  const isSamePath = templateOf(question.path) === templateOf(starter.path);
  return (
    (!isSamePath && namesPath(said, question.path)) ||
    namesId(said, question) ||
    namesId(textOf(question), starter)
  );
}

/** By the end of it, with whatever stands there for the id; not as the beginning of another one. */
function namesPath(text: string, path: string): boolean {
  const end = templateOf(path).split("/").slice(-2).join("/");
  const plain = text.replace(/\{[^{}]*\}|<\w+>|(?<=\/):\w+/g, "{}");
  const pieces = plain.split(`/${end}`).slice(1);
  return /\w/.test(end) && pieces.some((after) => !/^[/\w]/.test(after));
}

function namesId(text: string, { id = "" }: Operation): boolean {
  const at = id.length < 6 ? -1 : text.indexOf(id);
  return at >= 0 && !/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + id.length));
}
