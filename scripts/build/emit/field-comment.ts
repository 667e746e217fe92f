import { prose } from "./comment.ts";
import { readable } from "./readable.ts";

/** What openapi-typescript says of a field, between `/*` and its end, with a description that an editor can show. */
export function fieldComment(text: string): string {
  if (!/[<&]|\n \* {5,}@/.test(text)) return text;
  const told = text.replace(description, (written) => {
    const words = written.replaceAll(margin, "\n").trim();
    return (prose(readable(words)).trim() || words).replaceAll("\n", margin);
  });
  const isLine = !text.includes("\n");
  return isLine && told.includes("\n") ? `*\n * ${told.slice(1).trim()}\n ` : told;
}

/** It goes on until a tag that does not stand further to the right. */
const description = /(?<=^\* @description |\n \* @description )[\s\S]*?(?=\n \* @|\s*$)/;
const margin = "\n *     ";
