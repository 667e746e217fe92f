import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import type { Action, Doubt } from "./actions.ts";
import { errorsOf } from "./errors.ts";

/** What adds `x-errors`, where the answers show what an error looks like. */
export function errorsAction(operations: readonly Operation[], document: Document): Action | undefined {
  const found = errorsOf(operations, document);
  if (found === undefined) return undefined;
  const doubts = Object.entries(found.doubts).map(([key, text]): Doubt => ({ way: ["x-errors", key], text }));
  return { target: "$", update: { "x-errors": found.errors }, doubts };
}
