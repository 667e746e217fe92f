import { readAnswer } from "./answer.ts";
import type { OperationModel } from "./model.ts";
import { exportName } from "./names.ts";
import type { Operation, PathItem } from "./openapi.ts";
import { methods } from "./openapi.ts";
import { readParameters } from "./parameters.ts";
import { readRateLimits } from "./rate-limits.ts";
import type { Reader } from "./reader.ts";
import { readRequestBody } from "./request-body.ts";
import { isOpen } from "./security.ts";

/** An operation as the document has it, and as the client has it. */
export interface Found {
  readonly operation: Operation;
  readonly model: OperationModel;
  readonly pointer: readonly string[];
}

/** Every operation under `paths`, in the order of the paths and then of the methods as written. */
export function readOperations(reader: Reader): readonly Found[] {
  const places = Object.entries(reader.document.paths ?? {}).flatMap(([path, each]) => {
    const item = reader.resolve(each);
    return item ? operationsAt(path, item, reader) : [];
  });
  const all = places.map(({ operation }) => operation);
  return places.flatMap((place) => {
    const model = readOperation(place, all, reader);
    return model ? [{ operation: place.operation, model, pointer: place.pointer }] : [];
  });
}

interface Place {
  readonly path: string;
  readonly method: string;
  readonly item: PathItem;
  readonly operation: Operation;
  readonly pointer: readonly string[];
}

function operationsAt(path: string, item: PathItem, reader: Reader): readonly Place[] {
  const pointer = ["paths", path];
  for (const key of ["query", "additionalOperations"]) {
    if (!Object.hasOwn(item, key)) continue;
    reader.fault(
      [...pointer, key],
      "unsupported-method",
      `Operations in ${key} are not supported; the types have no place for them.`,
    );
  }
  return Object.keys(item).flatMap((key) => {
    const method = methods.find((each) => each === key);
    const operation = method && item[method];
    return operation
      ? [{ path, method: key.toUpperCase(), item, operation, pointer: [...pointer, key] }]
      : [];
  });
}

function readOperation(place: Place, all: readonly Operation[], reader: Reader): OperationModel | undefined {
  const { path, method, item, operation, pointer } = place;
  const { operationId: id, summary, description } = operation;
  if (id === undefined) {
    reader.fault(
      pointer,
      "bad-operation-id",
      `${method} ${path} has no operationId, so nothing can be named after it; write one.`,
    );
    return undefined;
  }
  const name = exportName(id);
  if (name === undefined) {
    reader.fault(
      [...pointer, "operationId"],
      "bad-operation-id",
      `${JSON.stringify(id)} has no letter to make a name of.`,
    );
    return undefined;
  }
  if (id.includes("%")) {
    reader.fault(
      [...pointer, "operationId"],
      "bad-operation-id",
      "The types cannot have an operationId with a percent sign in it.",
    );
  }
  const parameters = readParameters(item, operation, { itemPointer: ["paths", path], pointer }, reader);
  checkPath(path, parameters.parameters, pointer, reader);
  const body = readRequestBody(operation, pointer, reader);
  return {
    id,
    name,
    method,
    path,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    deprecated: operation.deprecated === true,
    ...parameters,
    ...(body ? { body } : {}),
    answer: readAnswer(operation, pointer, reader),
    limits: readRateLimits(operation),
    open: isOpen(operation, reader.document, all),
  };
}

/** The parameters in the path and those declared for it are the same. */
function checkPath(
  path: string,
  groups: OperationModel["parameters"],
  pointer: readonly string[],
  reader: Reader,
): void {
  const written = new Set(Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name));
  const declared = new Set(groups.filter(({ place }) => place === "path").flatMap(({ names }) => names));
  for (const name of written) {
    if (!declared.has(name))
      reader.fault(
        pointer,
        "undeclared-path-parameter",
        `The path parameter ${name} of ${path} is not declared.`,
      );
  }
  for (const name of declared) {
    if (!written.has(name))
      reader.fault(pointer, "unused-path-parameter", `The path parameter ${name} does not occur in ${path}.`);
  }
}
