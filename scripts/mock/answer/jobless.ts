import process from "node:process";
import { locate } from "../../../src/sandbox/contract/pointer.ts";
import type { Operation } from "../document/operations.ts";
import { operationsIn } from "../document/operations.ts";
import { storyOf } from "./story.ts";

/** Why no job can be played, and what to do about it; `undefined` for a document that has jobs. */
export function joblessness(operations: readonly Operation[], document: unknown): string | undefined {
  if (operations.some((each) => storyOf(each, document) !== undefined)) return undefined;
  const advice = isGenerated(document)
    ? "Declare them, for instance in the overlay that openapi-jobs suggest writes, and generate the client anew."
    : "Where an overlay declares them, play generated/<api>/openapi.json: openapi-jobs generate writes it, overlays included.";
  return `This document has no jobs: none of its operations has \`x-polling\`. ${advice}`;
}

/**
 * Says once of a document that is not what a client was generated from, and has no jobs, that they may be missing: else all
 * there would be to see of it is a wait that never ends.
 */
export function warnIfUnprepared(document: unknown): void {
  const why = isGenerated(document) ? undefined : joblessness(operationsIn(document), document);
  const title = String(locate(document, ["info", "title"])?.value ?? "");
  if (why === undefined || warned.has(title)) return;
  warned.add(title);
  process.emitWarning(`${title && `${title}: `}${why}`, { type: "MockWarning", code: "JOBLESS_MOCK" });
}

const warned = new Set<string>();

/** As the file in the folder of a client is. */
function isGenerated(document: unknown): boolean {
  return locate(document, ["x-generated"]) !== undefined;
}
