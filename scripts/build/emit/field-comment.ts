import { prose } from "./comment.ts";
import { isOfPage, readable } from "./readable.ts";

/** What openapi-typescript says of a field, between `/*` and its end, with a description that an editor can show. */
export function fieldComment(text: string): string {
  const opening = isOfPage(text) || /\n \* {5,}@/.test(text) ? /(?:^|\n )\* @description /.exec(text) : null;
  if (opening === null) return text;
  const start = opening.index + opening[0].length;
  const tag = text.indexOf("\n * @", start);
  const end = tag < 0 ? text.trimEnd().length : tag;
  const words = text.slice(start, end).replaceAll(margin, "\n");
  const shown = (prose(readable(words)).trim() || words).replaceAll("\n", margin);
  const told = text.slice(0, start) + shown + text.slice(end);
  const isLine = !text.includes("\n");
  return isLine && shown.includes("\n") ? `*\n * ${told.slice(1).trim()}\n ` : told;
}

/** What each further line of a description begins with: a tag stands further to the left. */
const margin = "\n *     ";
