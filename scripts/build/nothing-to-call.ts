import { noOperations } from "../vocabulary/no-operations.ts";
import { child } from "../vocabulary/pointer.ts";
import type { Fault } from "./model/reader.ts";

/**
 * What is to be said of a document in which paths begin and nothing follows, or which has none. `paths: {}` is what somebody
 * writes who has nothing to say yet. Whoever has schemas to share, or is only called, may mean it.
 */
export function nothingToCall(document: unknown): readonly Fault[] {
  const paths = child(document, "paths");
  const items = isObject(paths) ? Object.values(paths) : [null];
  if (items.length === 0 || items.some((item) => isObject(item) && Object.keys(item).length > 0)) return [];
  const schemas = child(child(document, "components"), "schemas");
  const isMeant = isObject(schemas) || isObject(child(document, "webhooks"));
  const severity = isMeant ? "warning" : "error";
  return [{ severity, pointer: ["paths"], code: "no-operations", message: noOperations }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
