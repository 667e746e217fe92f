import type { Operation } from "../../plugin/operations.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";

/** The operation does work, by the last word of its path or the first of its name: `POST /presentations/generate`. */
export function isStartOfWork({ path, id = "" }: Pick<Operation, "path" | "id">): boolean {
  const last = path.split("/").findLast((segment) => segment !== "" && !segment.includes("{")) ?? "";
  const verbs = [...tokensOf(last), ...tokensOf(id).slice(0, 1)];
  return verbs.some((verb) => working.has(verb));
}

const working: ReadonlySet<string> = new Set(
  `generate render transcribe transcode encode convert export import scan crawl scrape train translate synthesize compute
  calculate analyze analyse summarize extract parse build rebuild deploy migrate clone restore index reindex
  execute process simulate evaluate upscale animate`.split(/\s+/),
);
