import type { Operation } from "../../plugin/operations.ts";
import { operationName, takenBy } from "../../vocabulary/job-name.ts";

/** The names of operations, as links mean them; one that has none, or shares it, gets one, once for all jobs. */
export interface OperationNames {
  readonly taken: Set<string>;
  /** Several operations have its id, so that no link can mean one of them. */
  isShared(operation: Operation): boolean;
  /** Its name, and whether it has been given just now. */
  nameOf(operation: Operation): { readonly name: string; readonly isNew: boolean };
}

export function operationNames(operations: readonly Operation[]): OperationNames {
  const taken = takenBy(operations);
  const given = new Map<Operation, string>();
  const isShared = ({ id }: Operation): boolean => operations.filter((one) => one.id === id).length > 1;
  return {
    taken,
    isShared,
    nameOf(operation) {
      if (operation.id !== undefined && !isShared(operation)) return { name: operation.id, isNew: false };
      const known = given.get(operation);
      const name = known ?? operationName(operation, taken);
      given.set(operation, name);
      return { name, isNew: known === undefined };
    },
  };
}
