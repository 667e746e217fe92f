import { isForm, isJson, isMultipart, isRange, isText, jsonTypes } from "../../vocabulary/media-type.ts";
import type { BodyChoice, BodyModel } from "./model.ts";
import type { Encoding, MediaType, Operation, Schema, SchemaObject } from "./openapi.ts";
import type { OperationPlace } from "./operation-places.ts";
import { encodingStyle } from "./parameter-style.ts";
import type { Reader } from "./reader.ts";

/** The body that an operation takes, or `"unsupported"`; the first of its media types is the one to send. */
export function readRequestBody(operation: Operation, reader: Reader): BodyModel | "unsupported" | undefined {
  const body = reader.resolve(operation.requestBody);
  const content = Object.entries(body?.content ?? {});
  if (body === undefined || content.length === 0) return undefined;
  const choices = content.flatMap(([mediaType, each]) => choiceOf(mediaType, each, reader) ?? []);
  const telling = jsonTypes(content.map(([mediaType, { schema }]) => [mediaType, schema]));
  const [first, ...others] = choices.toSorted((a, b) => rank(a, telling) - rank(b, telling));
  if (first === undefined) return "unsupported";
  return { required: body.required === true, choices: [first, ...others] };
}

/** Says which headers of parts are declared and not sent: a `FormData` writes its own, name and media type. */
export function checkPartHeaders({ operation, pointer }: OperationPlace, reader: Reader): void {
  for (const [mediaType, { encoding = {} }] of Object.entries(
    reader.resolve(operation.requestBody)?.content ?? {},
  )) {
    if (!isMultipart(mediaType)) continue;
    for (const [part, { headers = {} }] of Object.entries(encoding)) {
      const names = Object.keys(headers).filter((name) => !/^content-(type|disposition)$/i.test(name));
      if (names.length === 0) continue;
      reader.warn(
        [...pointer, "requestBody", "content", mediaType, "encoding", part, "headers"],
        "part-headers",
        `The part ${part} is sent without the header${names.length > 1 ? "s" : ""} ${names.join(", ")}: \`fetch\` writes the headers of parts itself, and only their names and media types.`,
      );
    }
  }
}

/** Says which media types of a body cannot be chosen. */
export function checkMediaTypes({ method, path, operation, pointer }: OperationPlace, reader: Reader): void {
  for (const [mediaType, content] of Object.entries(reader.resolve(operation.requestBody)?.content ?? {})) {
    if (choiceOf(mediaType, content, reader) !== undefined) continue;
    reader.warn(
      [...pointer, "requestBody", "content", mediaType],
      "unsupported-body",
      `The request body of ${method} ${path} is not sent as ${mediaType}, which is not supported, but as another of its media types.`,
    );
  }
}

/** The schema of the body that is sent; `true` when it has none, `undefined` when there is no body. */
export function requestSchema(operation: Operation, reader: Reader): Schema | undefined {
  const body = readRequestBody(operation, reader);
  if (body === undefined || body === "unsupported") return undefined;
  const [{ mediaType }] = body.choices;
  return reader.resolve(operation.requestBody)?.content?.[mediaType]?.schema ?? true;
}

function choiceOf(mediaType: string, content: MediaType, reader: Reader): BodyChoice | undefined {
  if (isJson(mediaType)) return { kind: "json", mediaType };
  const encodings = Object.entries(content.encoding ?? {});
  if (isForm(mediaType)) return { kind: "form", mediaType, styles: record(encodings, encodingStyle) };
  if (isMultipart(mediaType)) return { kind: "multipart", mediaType, types: record(encodings, partType) };
  // the boundary between such parts stands in their header, and nobody here could know it
  if (/^multipart\//i.test(mediaType)) return undefined;
  if (isRange(mediaType) && !isBytes(content.schema, reader)) return { kind: "json", mediaType };
  return { kind: isText(mediaType) ? "text" : "binary", mediaType };
}

/** JSON that has a schema before JSON, JSON before forms, and both before what a caller has to write. */
function rank({ kind, mediaType }: BodyChoice, telling: readonly string[]): number {
  if (telling.includes(mediaType)) return mediaType === "application/json" ? 0 : 1;
  return ["json", "multipart", "form", "binary", "text"].indexOf(kind) + 2;
}

function record<T>(
  encodings: readonly (readonly [string, Encoding])[],
  read: (encoding: Encoding) => T | undefined,
): Readonly<Record<string, T>> {
  const found = encodings.flatMap(([name, encoding]) => {
    const value = read(encoding);
    return value === undefined || name === "__proto__" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** The media type of a part; text is what a part without one is anyway. */
function partType({ contentType }: Encoding): string | undefined {
  const isOne = typeof contentType === "string" && /^[\w.+-]+\/[\w.+-]+$/.test(contentType.trim());
  return isOne && contentType.trim() !== "text/plain" ? contentType.trim() : undefined;
}

function isBytes(schema: Schema | undefined, reader: Reader): boolean {
  const found = typeof schema === "object" ? reader.resolve<SchemaObject>(schema) : undefined;
  return found?.type === "string";
}
