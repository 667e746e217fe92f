import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isForm, isJson, isMultipart, isRange, isText } from "../../vocabulary/media-type.ts";
import { isRecord, keywords } from "../document/schema.ts";
import { sample } from "../sample/sample.ts";
import type { Documented, Parameter } from "./documented.ts";

/** What an operation is called with, and what of it has to arrive where. */
export interface Given {
  /** As a caller gives them, a body among them. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly parameters: readonly (readonly [Parameter, unknown])[];
  readonly mediaType?: string;
  readonly body?: unknown;
}

/** What is not easy to send, and allowed everywhere but in headers. */
const nasty = 'a b&c=d/e?f#g%25"ü';

/**
 * What there is to call an operation with: what it requires, and all that it knows, with each media type of its body.
 * None, if there is a parameter of which OpenAPI does not say how it is written.
 */
export function givensTo(operation: Documented, document: unknown): readonly Given[] {
  const types = mediaTypesOf(operation, document);
  const least = givenTo(operation, document, false, types.required ? types.all[0] : undefined);
  const most = types.all.length === 0 ? [undefined] : types.all;
  return [least, ...most.map((type) => givenTo(operation, document, true, type))].filter(
    (each) => each !== undefined,
  );
}

function givenTo(
  operation: Documented,
  document: unknown,
  all: boolean,
  mediaType: string | undefined,
): Given | undefined {
  const parameters: (readonly [Parameter, unknown])[] = [];
  for (const parameter of operation.parameters) {
    if (!all && !parameter.required) continue;
    const value = argumentFor(parameter, document, all);
    if (value !== undefined) parameters.push([parameter, value]);
    else if (parameter.required) return undefined;
  }
  const params = Object.fromEntries(parameters.map(([{ given }, value]) => [given, value]));
  if (mediaType === undefined) return { params, parameters };
  const body = bodyOf(operation, document, all, mediaType);
  if (body === undefined) return undefined;
  const isChosen = Object.hasOwn(operation.call.bodies ?? {}, mediaType);
  return {
    params: { ...params, body, ...(isChosen && { contentType: mediaType }) },
    parameters,
    mediaType,
    body,
  };
}

/** `undefined` for an empty list or object too, for there is nothing to see of it. */
function argumentFor(parameter: Parameter, document: unknown, all: boolean): unknown {
  const content = members(locate(document, [...parameter.way, "content"])?.value)[0]?.[0];
  const way = content === undefined ? ["schema"] : ["content", content, "schema"];
  const text = parameter.in === "header" ? "text" : nasty;
  const value = sample(document, [...parameter.way, ...way], {
    all: all || parameter.in === "path",
    direction: "request",
    text,
  });
  if ((content !== undefined && isJson(content)) || typeof value !== "object" || value === null)
    return value === "" ? undefined : value;
  if (content !== undefined) return undefined;
  const isDeep = locate(document, [...parameter.way, "style"])?.value === "deepObject";
  const parts = Object.values(value);
  const isDefined = isDeep ? isRecord(value) : parts.every((each) => typeof each !== "object");
  return isDefined && parts.length > 0 ? value : undefined;
}

/** The media types that the client can send, the one that it sends unless told otherwise first. */
function mediaTypesOf(
  { call, way }: Documented,
  document: unknown,
): { readonly all: readonly string[]; readonly required: boolean } {
  const place = locate(document, [...way, "requestBody"]);
  const declared = members(locate(document, [...way, "requestBody", "content"])?.value).map(([type]) => type);
  const others = Object.keys(call.bodies ?? {});
  const usual = declared.filter((type) => !others.includes(type));
  const first = usual.find(isJson) ?? usual.find((type) => call.body !== undefined || isRange(type));
  return {
    all: [...(first === undefined ? [] : [first]), ...others],
    required: keywords(place?.value).required === true,
  };
}

function bodyOf({ way }: Documented, document: unknown, all: boolean, mediaType: string): unknown {
  const schema = [...way, "requestBody", "content", mediaType, "schema"];
  const body = sample(document, schema, { all, direction: "request" });
  if (isJson(mediaType) || isRange(mediaType)) return body;
  if (isForm(mediaType)) return isRecord(body) ? body : undefined;
  if (!isMultipart(mediaType)) return isText(mediaType) ? "Text, ü." : new Blob(["bytes\u0000\u00ff"]);
  if (!isRecord(body)) return undefined;
  const isFile = (name: string): boolean =>
    locate(document, [...schema, "properties", name, "format"])?.value === "binary";
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, isFile(name) ? new Blob(["bytes"]) : value]),
  );
}
