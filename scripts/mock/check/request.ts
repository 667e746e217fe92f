import { isDeepStrictEqual } from "node:util";
import { asciiJson } from "../../../src/runtime/call/json-parameters.ts";
import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isForm, isJson, isMultipart } from "../../vocabulary/media-type.ts";
import { decoded } from "../document/operations.ts";
import { keywords } from "../document/schema.ts";
import type { Documented, Parameter } from "./documented.ts";
import type { Given } from "./given.ts";

type Pair = readonly [name: string, value: string];

/** In what a request is not what the document asks for, in sentences; `base` is the path that all others stand below. */
export async function differences(
  request: Request,
  operation: Documented,
  given: Given,
  { document, base }: { readonly document: unknown; readonly base: string },
): Promise<readonly string[]> {
  const { pathname, search } = new URL(request.url);
  const wanted = `${base}${operation.template}`.split("/").map((part) => filled(part, given, document));
  const got = pathname.split("/").map(decoded);
  return [
    ...(request.method === operation.call.method ? [] : [`The method is ${request.method}.`]),
    ...(isDeepStrictEqual(got, wanted) ? [] : [`The path is ${pathname}, not ${wanted.join("/")}.`]),
    ...queryDifferences(search, operation, given, document),
    ...headerDifferences(request.headers, operation, given, document),
    ...(await bodyDifferences(request, given)),
  ];
}

function filled(part: string, { parameters }: Given, document: unknown): string {
  return part.replace(/\{([^{}]*)\}|[^{}]+/g, (text, name: string | undefined) => {
    if (name === undefined) return decoded(text);
    const found = parameters.find(([parameter]) => parameter.in === "path" && parameter.name === name);
    return found ? simple(...found, document) : "";
  });
}

function queryDifferences(
  search: string,
  { call, way }: Documented,
  given: Given,
  document: unknown,
): readonly string[] {
  const got = [...new URLSearchParams(search.replaceAll("+", "%2B"))];
  const wanted = [
    ...given.parameters
      .filter(([each]) => each.in === "query")
      .flatMap(([each, value]) => pairs(each, value, document)),
    ...constants(call, "query"),
  ];
  // what stands in the path itself is sent as it is there
  const fixed = [...new URLSearchParams(/\?([^#]*)/.exec(way[1] ?? "")?.[1] ?? "")].filter(
    ([, value]) => !value.includes("{"),
  );
  const rest = [...got];
  const missing = wanted.filter((pair) => !took(rest, pair));
  const more = rest
    .filter(([, value]) => value !== token)
    .filter((pair) => !fixed.some((each) => isDeepStrictEqual(each, pair)));
  return [
    ...missing.map(([name, value]) => `The query has no ${name}=${value}: ${search}`),
    ...more.map(([name]) => `Nobody gave ${name}, which is in the query: ${search}`),
  ];
}

const token = "mock-token";

/** What the mock's clients prove themselves with: where a document declares no token, they take only what signs. */
export const proof = { token: (): string => token, sign: (request: Request): Request => request };

function took(rest: Pair[], wanted: Pair): boolean {
  const index = rest.findIndex((pair) => isDeepStrictEqual(pair, wanted));
  if (index >= 0) rest.splice(index, 1);
  return index >= 0;
}

/** What a parameter is in a query, decoded. */
function pairs(parameter: Parameter, value: unknown, document: unknown): readonly Pair[] {
  const {
    style = "form",
    explode = style === "form",
    content,
  } = keywords(locate(document, parameter.way)?.value);
  const { name } = parameter;
  if (content !== undefined) return [[name, written(value, content)]];
  if (typeof value !== "object" || value === null) return [[name, String(value)]];
  if (style === "deepObject") return deep(name, value);
  if (explode !== true) return [[name, [...flat(value, ",")].join(delimiters[String(style)] ?? ",")]];
  return Array.isArray(value) ? value.map((each) => [name, String(each)]) : entries(value);
}

const delimiters: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

function deep(name: string, value: unknown): readonly Pair[] {
  if (typeof value !== "object" || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) => deep(`${name}[${key}]`, each));
}

function entries(value: object): readonly Pair[] {
  return Object.entries(value).map(([key, each]) => [key, String(each)]);
}

/** In a path and in a header, a list is `a,b` and an object `key,value` or `key=value`. */
function simple(parameter: Parameter, value: unknown, document: unknown): string {
  const { explode, content } = keywords(locate(document, parameter.way)?.value);
  if (content !== undefined) return written(value, content, asciiJson);
  return typeof value === "object" && value !== null
    ? flat(value, explode === true ? "=" : ",").join(",")
    : String(value);
}

/** In the media type that a parameter is declared with. */
function written(
  value: unknown,
  content: unknown,
  json: (value: unknown) => string = JSON.stringify,
): string {
  return members(content).some(([mediaType]) => isJson(mediaType)) ? json(value) : String(value);
}

function flat(value: object, between: string): readonly string[] {
  return Array.isArray(value) ? value.map(String) : entries(value).map((pair) => pair.join(between));
}

function headerDifferences(
  headers: Headers,
  { call }: Documented,
  given: Given,
  document: unknown,
): readonly string[] {
  const wanted: readonly Pair[] = [
    ...given.parameters
      .filter(([each]) => each.in === "header")
      .map(([each, value]): Pair => [each.name, simple(each, value, document)]),
    ...constants(call, "header").filter(
      ([name]) => given.mediaType === undefined || !/^content-type$/i.test(name),
    ),
  ];
  return wanted
    .filter(
      ([name, value]) => headers.get(name)?.replace(/,\s+/g, ",") !== value.trim().replace(/,\s+/g, ","),
    )
    .map(([name, value]) => `The header ${name} is ${headers.get(name)}, not ${value}.`);
}

function constants(call: Documented["call"], place: string): readonly Pair[] {
  return Object.entries(call.constants ?? {})
    .filter(([key]) => call.places.get(key) === place)
    .map(([key, value]) => [call.names?.[key] ?? key, String(value)]);
}

async function bodyDifferences(request: Request, { mediaType, body }: Given): Promise<readonly string[]> {
  if (mediaType === undefined)
    return (await request.text()) === "" ? [] : ["There is a body, which nobody gave."];
  const type = request.headers.get("content-type") ?? "";
  if (!isSameType(type, mediaType)) return [`The body is ${type}, not ${mediaType}.`];
  const [got, wanted] = await bodies(request, type, body);
  return isDeepStrictEqual(got, wanted)
    ? []
    : [`The body is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}.`];
}

function isSameType(got: string, wanted: string): boolean {
  const [one = "", other = ""] = [got, wanted].map((each) => each.replace(/;.*/s, "").trim().toLowerCase());
  const [range] = other.split("*");
  return one === other || (other.includes("*") && one.startsWith(range ?? ""));
}

/** What arrived, and what should have, in a form in which they can be compared. */
async function bodies(request: Request, type: string, given: unknown): Promise<readonly [unknown, unknown]> {
  if (isJson(type)) return [await request.json(), JSON.parse(JSON.stringify(given))];
  if (isMultipart(type)) return [await texts([...(await request.formData())]), await texts(parts(given))];
  if (isForm(type)) {
    // of what is deeper, OpenAPI does not say how it is written
    const isPlain = ([, value]: readonly [string, unknown]): boolean => typeof value !== "object";
    const plain = members(given)
      .filter(isPlain)
      .map(([name, value]) => [name, String(value)]);
    const names = plain.map(([name]) => name);
    return [[...new URLSearchParams(await request.text())].filter(([name]) => names.includes(name)), plain];
  }
  const bytes = async (each: Blob): Promise<string> => Buffer.from(await each.arrayBuffer()).toString("hex");
  return [
    await bytes(await request.blob()),
    await bytes(given instanceof Blob ? given : new Blob([String(given)])),
  ];
}

function parts(given: unknown): readonly (readonly [string, unknown])[] {
  return members(given).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const));
}

async function texts(found: readonly (readonly [string, unknown])[]): Promise<unknown> {
  const text = (value: unknown): unknown =>
    value instanceof Blob ? value.text() : typeof value === "object" ? JSON.stringify(value) : String(value);
  return Promise.all(found.map(async ([name, value]) => [name, await text(value)]));
}
