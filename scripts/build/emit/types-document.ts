import { valueAt } from "../../vocabulary/pointer.ts";
import type { OperationModel } from "../model/model.ts";
import type { Document, Operation, PathItem } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";
import { splitDirections } from "./directions.ts";

/**
 * Gives each operation of a mended document the id that the types call it by, and those that are left out none.
 * openapi-typescript knows the methods of OpenAPI 3.1 only; operations of other methods get paths of their own.
 */
export function placeOperations(document: Document, operations: readonly OperationModel[]): Document {
  const ids = new Map(operations.map(({ pointer, typesId }) => [JSON.stringify(pointer), typesId]));
  // a mended document is a copy
  const paths = (document.paths ?? {}) as Record<string, Mutable<PathItem>>;
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation: Mutable<Operation> | undefined = item[method];
      const typesId = ids.get(JSON.stringify(["paths", path, method]));
      if (operation && typesId !== undefined) operation.operationId = typesId;
      else if (operation) delete operation.operationId;
    }
  }
  for (const { pointer, method, typesId } of operations) {
    const [, path = "", ...way] = pointer;
    if (methods.some((each) => each === way.join("/"))) continue;
    const operation = valueAt(document, pointer) as Operation; // the model was read from there
    const { parameters = [] } = paths[path] ?? {};
    paths[`${method} ${path}`] = { parameters, post: { ...operation, operationId: typesId } };
  }
  return splitDirections(document);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
