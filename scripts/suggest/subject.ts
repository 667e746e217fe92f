import type { Document } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { singular, tokensOf } from "../vocabulary/tokens.ts";

/** What a thing that is called a job and no more is about: the words of its tag, or of the document's title. */
export function subjectOf({ fields }: Operation, document: Document): readonly string[] {
  const tags = fields.get("tags")?.value;
  const title = document.fields(document.fields(document.root).get("info")).get("title")?.value;
  const texts = [Array.isArray(tags) ? tags[0] : undefined, title];
  const subjects = texts.map((text) => (typeof text === "string" ? telling(text) : []));
  return subjects.find((words) => words.length > 0 && words.length <= 3) ?? [];
}

function telling(text: string): readonly string[] {
  return tokensOf(text)
    .map(singular)
    .filter((word) => !silent.test(word));
}

/** Words of titles that tell nothing of the work. */
const silent =
  /^(\d+|v|the|of|for|and|a|job|api|apis|rest|restful|http|web|open|openapi|public|private|internal|default|general|beta|service|server|client|management|manager|platform|reference|specification|spec|documentation|doc|version|endpoint|swagger)$/;
