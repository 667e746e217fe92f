import type { Document, Operation, PathItem } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";

/** The paths of a mended document with each of their operations changed. */
export function eachOperation(
  paths: NonNullable<Document["paths"]>,
  change: (operation: Operation) => Operation,
): NonNullable<Document["paths"]> {
  const changed = Object.entries(paths).map(([path, item]) => [
    path,
    "$ref" in item ? item : withOperations(item, change),
  ]);
  return Object.fromEntries(changed);
}

function withOperations(item: PathItem, change: (operation: Operation) => Operation): PathItem {
  const changed = methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, change(operation)]] : [];
  });
  return { ...item, ...Object.fromEntries(changed) };
}
