import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { singular, tokensOf } from "../../vocabulary/tokens.ts";

/** What a thing that is called a job and no more is about: the words of its tag, or of the document's title. */
export function subjectOf({ fields }: Operation, document: Document): readonly string[] {
  const tags = fields.get("tags")?.value;
  const title = document.fields(document.fields(document.root).get("info")).get("title")?.value;
  const [tag, name] = [Array.isArray(tags) ? tags[0] : undefined, title].map(telling);
  // a title may be somebody's name: no `speechmatic` of Speechmatics
  const subjects = [tag?.map(singular), name];
  return subjects.find((words) => words && words.length > 0 && words.length <= 3) ?? [];
}

function telling(text: unknown): readonly string[] {
  if (typeof text !== "string") return [];
  return tokensOf(text.replaceAll("APIs", "API")).filter((word) => !silent.test(singular(word)));
}

/** Words of titles that tell nothing of the work. */
const silent =
  /^(\d+|v|the|of|for|and|a|job|api|rest|restful|http|web|open|openapi|public|private|internal|default|general|beta|service|server|client|management|manager|platform|reference|specification|spec|documentation|doc|version|endpoint|swagger|introduction|overview)$/;
