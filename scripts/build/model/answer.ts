import {
  isAnything,
  isEventStream,
  isJson,
  isRange,
  isSameType,
  isText,
  jsonTypes,
} from "../../vocabulary/media-type.ts";
import type { AnswerModel } from "./model.ts";
import type { MediaType, Operation, Response, Schema, SchemaObject } from "./openapi.ts";
import type { OperationPlace } from "./operation-places.ts";
import type { Reader } from "./reader.ts";

/** What an accepted answer holds: the JSON of every 2xx response, a file, text or nothing. */
export function readAnswer(
  { operation, pointer }: OperationPlace,
  reader: Reader,
): AnswerModel & { readonly accept?: string } {
  const accepted = acceptedResponses(operation, reader);
  if (accepted.length === 0) {
    reader.warn(
      [...pointer, "responses"],
      "no-answer",
      "There is no 2xx response, so every answer is a refusal; call `.answer(…)` to look at it, or write one.",
    );
  }
  const read = accepted.map(({ status, response }) => ({ status, ...readResponse(response, reader) }));
  const bodies = read.flatMap(({ status, json }) =>
    json === undefined ? [] : [{ status, mediaType: json }],
  );
  const others = read.flatMap(({ other }) => other ?? []);
  const nothing = accepted.length === 0 || read.some(({ json, other }) => json === undefined && !other);
  const other = others.includes("file") ? "file" : others.includes("text") ? "text" : undefined;
  const choice = read.find((each) => each.accept !== undefined);
  return {
    kind: bodies.length > 0 ? "json" : (other ?? "nothing"),
    ...(bodies.length > 0 && other ? { or: other } : {}),
    bodies,
    nothing,
    ...(choice?.passed?.length ? { passed: choice.passed } : {}),
    ...(choice?.accept === undefined ? {} : { accept: choice.accept }),
  };
}

/** The schemas of all JSON bodies that a 2xx answer can have; `true` for a body without one. */
export function answerSchemas(operation: Operation, reader: Reader): readonly Schema[] {
  return acceptedResponses(operation, reader).flatMap(({ response }) => {
    const mediaType = jsonType(response, reader);
    return mediaType === undefined ? [] : [response.content?.[mediaType]?.schema ?? true];
  });
}

/** The 2xx responses in the order written; where there is none, the one for whatever else there may be. */
export function acceptedResponses(
  { responses }: Operation,
  reader: Reader,
): readonly { readonly status: string; readonly response: Response }[] {
  const all = Object.entries(responses ?? {});
  const good = all.filter(([status]) => /^2(\d\d|XX)$/i.test(status));
  const isSilent = all.every(([status]) => !/^[23]/.test(status));
  const chosen = good.length === 0 && isSilent ? all.filter(([status]) => status === "default") : good;
  return chosen.flatMap(([status, each]) => {
    const response = reader.resolve<Response>(each);
    return response ? [{ status, response }] : [];
  });
}

interface ResponseRead {
  /** The media type of its JSON. */
  readonly json?: string;
  readonly other?: "file" | "text";
  /** What to ask for, where the service has something else as well. */
  readonly accept?: string;
  /** What else that is, other kinds of JSON aside. */
  readonly passed?: readonly string[];
}

function readResponse(response: Response, reader: Reader): ResponseRead {
  const contents = Object.entries(response.content ?? {});
  if (contents.length === 0) return {};
  const json = jsonType(response, reader);
  const others = contents.filter(([mediaType]) => mediaType !== json && !isJson(mediaType));
  if (json === undefined) {
    const isAllText = others.every(
      ([type, each]) => (isText(type) || (isRange(type) && isString(each, reader))) && !isBytes(each, reader),
    );
    return { other: isAllText ? "text" : "file" };
  }
  // which of the two comes is decided by the request, and not by what it accepts
  if (others.some(([mediaType]) => isEventStream(mediaType))) return { json, other: "file" };
  if (contents.every(([mediaType]) => isSameType(mediaType, json)) || isRange(json)) return { json };
  return { json, accept: json, passed: others.map(([mediaType]) => mediaType) };
}

function jsonType({ content = {} }: Response, reader: Reader): string | undefined {
  const json = jsonTypes(Object.entries(content).map(([type, { schema }]) => [type, schema]));
  return (
    json.find((type) => type === "application/json") ??
    json[0] ??
    Object.keys(content).find((type) => isAnything(type) && !isString(content[type], reader))
  );
}

/** Declared as the bytes of a file, whatever its media type says. */
function isBytes(content: MediaType | undefined, reader: Reader): boolean {
  const found = schemaOf(content, reader);
  return found?.format === "binary" || found?.format === "byte";
}

function isString(content: MediaType | undefined, reader: Reader): boolean {
  return schemaOf(content, reader)?.type === "string";
}

function schemaOf(content: MediaType | undefined, reader: Reader): SchemaObject | undefined {
  const schema = content?.schema;
  return typeof schema === "object" ? reader.resolve<SchemaObject>(schema) : undefined;
}
