import type { LocationObject } from "@redocly/openapi-core";
import { child, parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import { methods } from "../model/openapi.ts";
import { asWritten } from "./as-written.ts";

/** What to say of links that stand where OpenAPI has none; `undefined` for whatever else is only called so. */
export function describeMisplacedLinks({ source, pointer }: LocationObject): string | undefined {
  const way = parseFragment(pointer ?? "");
  const end = way.lastIndexOf("links");
  // what has names of media types for keys takes `links` for one, and is surprised by what is below
  if (end < 0 || end < way.length - 2 || way[end - 1] === "properties") return undefined;
  const document = asWritten(source);
  if (!areLinks(valueAt(document, way.slice(0, end + 1)))) return undefined;
  const answer = answerAt(document, way);
  const where = answer === undefined ? "" : `: \`responses\` › \`${answer}\` › \`links\``;
  return `Links belong to an answer, beside its \`description\` and \`content\`${where}.`;
}

function areLinks(value: unknown): boolean {
  const links = typeof value === "object" && value !== null ? Object.values(value) : [];
  return links.some((link) => ["operationId", "operationRef"].some((key) => child(link, key) !== undefined));
}

/** The answer that they stand in already, or else the only one that they can be meant for. */
function answerAt(document: unknown, way: readonly string[]): string | undefined {
  const [first, path = "", method = "", responses, code] = way;
  if (first !== "paths" || !methods.some((each) => each === method)) return undefined;
  if (responses === "responses" && code !== undefined && code !== "links") return code;
  const answers = Object.keys(valueAt(document, [first, path, method, "responses"]) ?? {});
  const [only, ...others] = answers.filter((each) => each.startsWith("2"));
  return others.length === 0 ? only : undefined;
}
