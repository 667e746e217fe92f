import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isAnything, isJson, isRange, jsonTypes } from "../../vocabulary/media-type.ts";
import type { Operation } from "../document/operations.ts";
import { isRecord, keywords, schemaIn } from "../document/schema.ts";
import { allows } from "../judge/fault.ts";
import { canBe, possible } from "../request/headers.ts";
import type { Pin } from "../sample/making.ts";
import { obstacle, sample } from "../sample/sample.ts";

/** An answer that a document allows. */
export interface Answered {
  readonly status: number;
  /** What the document has it as: `200`, `4XX`, `default`. */
  readonly key: string;
  readonly mediaType?: string;
  /** JSON where the media type says so, text otherwise; without one, nothing. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerOptions {
  /** The media type that is wanted, if there is a choice. */
  readonly accept?: string | undefined;
  /** What has to stand in a body of JSON. */
  readonly pins?: readonly Pin[];
}

/** One answer for each that an operation documents, those that accept it first. */
export function answersOf(
  operation: Operation,
  document: unknown,
  options: AnswerOptions = {},
): readonly Answered[] {
  const keys = members(locate(document, [...operation.way, "responses"])?.value).map(([key]) => key);
  const answers = keys.flatMap((key) => {
    const status = statusOf(key, keys);
    return (status === undefined ? undefined : answer(operation, { key, status }, document, options)) ?? [];
  });
  return [...answers.filter(({ status }) => status < 300), ...answers.filter(({ status }) => status >= 300)];
}

/** The first schema that keeps an operation from being answered, as a pointer into the document, if one does. */
export function obstacleTo({ way }: Operation, document: unknown): string | undefined {
  const accepting = members(locate(document, [...way, "responses"])?.value).filter(
    ([key]) => !/^[45]/.test(key),
  );
  for (const [key] of accepting) {
    const response = [...way, "responses", key];
    const schemas = ["content", "headers"].flatMap((kind) =>
      members(locate(document, [...response, kind])?.value).map(([name]) => [
        ...response,
        kind,
        name,
        "schema",
      ]),
    );
    for (const schema of schemas) {
      const found = obstacle(document, schema);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export function responseOf({ status, mediaType, body, headers }: Answered): Response {
  if (mediaType === undefined) return new Response(null, { status, headers: possible({ ...headers }) });
  const text = isJson(mediaType) ? JSON.stringify(body) : String(body);
  return new Response(text, { status, headers: possible({ ...headers, "content-type": mediaType }) });
}

/** `4XX` and `default` stand for many; `x-…` is none. */
function statusOf(key: string, all: readonly string[]): number | undefined {
  if (key === "default") {
    if (!all.some((other) => /^[23]/.test(other))) return 200;
    return [418, 599].find((each) => !all.some((other) => other.toUpperCase() === `${String(each)[0]}XX`));
  }
  const found = /^([2-5])(\d\d|XX)$/i.exec(key);
  return found ? Number(found[1]) * 100 + (Number(found[2]) || 0) : undefined;
}

/** `undefined` where none can be made. */
function answer(
  operation: Operation,
  { key, status }: Pick<Answered, "key" | "status">,
  document: unknown,
  { accept, pins = [] }: AnswerOptions,
): Answered | undefined {
  const way = [...operation.way, "responses", key];
  const types = typesToAnswer([...way, "content"], document);
  const headers = headersOf(way, document);
  if (headers === undefined) return undefined;
  const begin = { status, key, headers };
  // these have no body, whatever is declared
  const isBare = operation.method === "HEAD" || [204, 205, 304].includes(status);
  if (types.length === 0 || isBare) return begin;
  const chosen = types.find((type) => type === accept) ?? types.find(isJson) ?? types[0] ?? "";
  const content = [...way, "content", chosen];
  const mediaType = isRange(chosen) ? concrete(chosen, [...content, "schema"], document) : chosen;
  if (!isJson(mediaType)) return { ...begin, mediaType, body: textFor(content, document) };
  const body = jsonFor(content, document, { pins, isAccepting: status < 300 });
  if (body === undefined) return undefined;
  return { ...begin, mediaType, body: status < 300 ? accepting(body, document) : body };
}

/** Of JSON, only what has a schema, if any has one. */
function typesToAnswer(content: readonly string[], document: unknown): readonly string[] {
  const all = members(locate(document, content)?.value).map(([type]) => type);
  const json = jsonTypes(all.map((type) => [type, locate(document, [...content, type, "schema"])?.value]));
  return all.filter((type) => !isJson(type) || json.includes(type));
}

function jsonFor(
  content: readonly string[],
  document: unknown,
  saying: { readonly pins: readonly Pin[]; readonly isAccepting: boolean },
): unknown {
  const schema = schemaIn(document, [...content, "schema"]);
  if (schema === undefined) return { any: "thing" };
  const made = sample(document, [...content, "schema"], { all: true, ...saying });
  if (made !== undefined) return made;
  const { example, examples } = keywords(locate(document, content)?.value);
  const named = members(examples).map(
    ([name]) => locate(document, [...content, "examples", name, "value"])?.value,
  );
  return [example, ...named].find((each) => each !== undefined && allows(schema, each, document));
}

/** What a schema says of a text counts; of a file, it says nothing. */
function textFor(content: readonly string[], document: unknown): unknown {
  const usual = "Text, ü.";
  const schema = schemaIn(document, [...content, "schema"]);
  if (schema === undefined || allows(schema, usual, document)) return usual;
  const made = sample(document, [...content, "schema"], { all: true });
  return typeof made === "string" ? made : usual;
}

function concrete(range: string, schema: readonly string[], document: unknown): string {
  const isText = keywords(locate(document, schema)?.value).type === "string";
  return isAnything(range) && !isText
    ? "application/json"
    : range.replace(/^\*/, "text").replace("*", "plain");
}

/** With a code that means that all is well, or with none, where `x-errors` knows such codes. */
function accepting(body: unknown, document: unknown): unknown {
  const ok = locate(document, ["x-errors", "ok"])?.value;
  if (!Array.isArray(ok) || !isRecord(body)) return body;
  const codes = [locate(document, ["x-errors", "code"])?.value].flat();
  const names = codes.map((each) => String(each).replace("$response.body#/", ""));
  return Object.fromEntries(
    members(body).flatMap(([name, value]) => {
      if (!names.includes(name)) return [[name, value]];
      return ok.length > 0 ? [[name, ok[0]]] : [];
    }),
  );
}

/**
 * Those that say when to come back only if they have to be there: nobody wants to wait for a mock. None at all, if one that is
 * required cannot be had.
 */
function headersOf(way: readonly string[], document: unknown): Readonly<Record<string, string>> | undefined {
  const found: [name: string, value: string][] = [];
  for (const [name] of members(locate(document, [...way, "headers"])?.value)) {
    if (/^content-/i.test(name)) continue;
    const header = [...way, "headers", name];
    const isRequired = locate(document, [...header, "required"])?.value === true;
    const isHint = /retry-after|ratelimit/i.test(name);
    if (isHint && !isRequired) continue;
    const pins = isHint ? [{ at: [], values: [0, "0", 1, "1"] }] : [];
    const schema = [...header, "schema"];
    const value = schemaIn(document, schema) ? sample(document, schema, { all: true, pins }) : "text";
    if (value !== undefined && canBe(name, inHeader(value))) found.push([name, inHeader(value)]);
    else if (isRequired) return undefined;
  }
  return Object.fromEntries(found);
}

/** `a,b`, `key,value` */
function inHeader(value: unknown): string {
  return typeof value === "object" && value !== null
    ? (Array.isArray(value) ? value : Object.entries(value)).flat().join(",")
    : String(value);
}
