import { valueAt } from "../../vocabulary/pointer.ts";
import type { OperationModel } from "../model/model.ts";
import type { Document, Operation, PathItem } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";
import { nameAnswers } from "./answer-schemas.ts";
import { splitDirections } from "./directions.ts";
import { tellingAnswers } from "./telling-answers.ts";

/**
 * A mended document in which each operation has the id that the types call it by, and those that are left out have none.
 * openapi-typescript knows the methods of OpenAPI 3.1 only; operations of other methods get paths of their own.
 */
export function placeOperations(document: Document, operations: readonly Placed[]): Document {
  const ids = new Map(operations.map(({ pointer, typesId }) => [JSON.stringify(pointer), typesId]));
  // mended items are no references
  const items = (document.paths ?? {}) as Readonly<Record<string, PathItem>>;
  const paths = Object.entries(items).map(([path, item]) => {
    const known = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, withId(operation, ids.get(JSON.stringify(["paths", path, method])))]] : [];
    });
    return [path, { ...item, ...Object.fromEntries(known) }] as const;
  });
  const others = operations.flatMap(({ pointer, method, typesId }) => {
    const [, path = "", ...way] = pointer;
    if (methods.some((each) => each === way.join("/"))) return [];
    const operation = valueAt(document, pointer) as Operation; // it was found there
    const { parameters = [] } = items[path] ?? {};
    return [[`${method} ${path}`, { parameters, post: withId(operation, typesId) }] as const];
  });
  const placed = { ...document, paths: Object.fromEntries([...paths, ...others]) };
  return nameAnswers(splitDirections(tellingAnswers(placed)));
}

type Placed = Pick<OperationModel, "pointer" | "method" | "typesId">;

function withId({ operationId: _, ...operation }: Operation, typesId: string | undefined): Operation {
  return typesId === undefined ? operation : { ...operation, operationId: typesId };
}
