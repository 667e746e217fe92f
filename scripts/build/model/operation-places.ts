import type { MaybeRef, Operation, PathItem } from "./openapi.ts";
import { methods } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** An operation as the document has it, and where. */
export interface OperationPlace {
  /** The key under `paths`. */
  readonly path: string;
  /** In capitals, unless the specification writes it otherwise under `additionalOperations`. */
  readonly method: string;
  readonly item: PathItem;
  readonly operation: Operation;
  readonly pointer: readonly string[];
}

/** Every operation under `paths`, in the order of the paths and then of the methods as written. */
export function operationPlaces(reader: Reader): readonly OperationPlace[] {
  return Object.entries(reader.document.paths ?? {}).flatMap(([path, each]) => {
    const item = reader.resolve<PathItem>(each);
    return item === undefined ? [] : placesIn(path, item, reader);
  });
}

function placesIn(path: string, item: PathItem, reader: Reader): readonly OperationPlace[] {
  const place = (method: string, each: MaybeRef<Operation> | undefined, ...way: readonly string[]) => {
    const operation = reader.resolve<Operation>(each);
    return operation ? [{ path, method, item, operation, pointer: ["paths", path, ...way] }] : [];
  };
  return Object.keys(item).flatMap((key): readonly OperationPlace[] => {
    if (key === "additionalOperations") {
      const others = Object.entries(item.additionalOperations ?? {});
      return others.flatMap(([method, operation]) => place(method, operation, key, method));
    }
    const method = [...methods, "query" as const].find((each) => each === key);
    return method ? place(method.toUpperCase(), item[method], method) : [];
  });
}
