import { isJson } from "../../vocabulary/media-type.ts";
import type { OperationModel } from "./model.ts";
import type { Operation, Schema } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** The body that an operation takes: as `application/json` if it may be, else as other JSON, else as a form. */
export function readRequestBody(
  operation: Operation,
  pointer: readonly string[],
  reader: Reader,
): OperationModel["body"] {
  const body = reader.resolve(operation.requestBody);
  if (body === undefined) return undefined;
  const mediaType = chosenType(operation, reader);
  if (mediaType === undefined) {
    const types = Object.keys(body.content ?? {}).join(", ") || "a body of no media type";
    reader.fault(
      [...pointer, "requestBody"],
      "unsupported-body",
      `A request body of ${types} is not supported; JSON and application/x-www-form-urlencoded are.`,
    );
    return undefined;
  }
  return { mediaType, required: body.required === true };
}

/** The schema of the body; `true` when it has none, `undefined` when there is no body. */
export function requestSchema(operation: Operation, reader: Reader): Schema | undefined {
  const mediaType = chosenType(operation, reader);
  if (mediaType === undefined) return undefined;
  return reader.resolve(operation.requestBody)?.content?.[mediaType]?.schema ?? true;
}

function chosenType(operation: Operation, reader: Reader): string | undefined {
  const types = Object.keys(reader.resolve(operation.requestBody)?.content ?? {});
  return (
    types.find((type) => type === "application/json") ??
    types.find(isJson) ??
    types.find((type) => type === "application/x-www-form-urlencoded")
  );
}
