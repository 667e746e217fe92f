import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import { bodyOf } from "../document/body.ts";
import { isSamePlace } from "../document/same-place.ts";
import { templateOf } from "../see/resource.ts";
import type { Target } from "./target.ts";

/**
 * `POST /storages/{id}/sync` does work on the thing itself, if it is answered with the thing, as the question is, or with nothing:
 * then the thing tells how far that is, and not a run with an id of its own.
 */
export function isWorkOnIt(operation: Operation, target: Target, document: Document): boolean {
  const { resource, body, isCourse } = target;
  const template = templateOf(operation.path);
  const isItem = isCourse && resource.keyIn === "path" && resource.rest.length === 0;
  if (!isItem || operation.method !== "POST" || !template.startsWith(`${resource.item}/`)) return false;
  if (!isDeed(template.slice(resource.item.length + 1))) return false;
  const told = operation.responses.filter(({ isSuccess }) => isSuccess).map((one) => bodyOf(one, document));
  return told.length > 0 && told.every((one) => one === undefined || isSamePlace(one, body, document));
}

/** `sync`, or `start-scan` */
function isDeed(last: string): boolean {
  const words = last.includes("/") ? [] : tokensOf(last);
  return words.length < 3 && words.some((word) => deeds.has(word));
}

const deeds: ReadonlySet<string> = new Set(
  `sync synchronize resync refresh run rerun scan rescan process reprocess train retrain build rebuild index reindex import
  reimport export analyze analyse generate regenerate crawl recrawl transcode encode transcribe render execute compute
  recompute calculate recalculate evaluate extract parse convert translate synthesize`.split(/\s+/),
);
