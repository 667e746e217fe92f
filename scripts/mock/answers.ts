import { locate, members } from "../../src/sandbox/contract/pointer.ts";
import { isAnything, isJson, isRange } from "../vocabulary/media-type.ts";
import type { Documented } from "./documented.ts";
import { isRecord, keywords, sample } from "./sample.ts";

/** An answer that the document allows, or that comes from elsewhere. */
export interface Answered {
  readonly status: number;
  readonly mediaType?: string;
  /** JSON where the media type says so, text otherwise; without one, nothing. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nobody has promised it. */
  readonly isForeign?: true;
}

/** One answer for each that an operation documents, those that accept it first, and the page of a gateway. */
export function answersOf(operation: Documented, document: unknown): readonly Answered[] {
  const responses = members(locate(document, [...operation.way, "responses"])?.value).map(([key]) => key);
  const answers = responses.flatMap((key) => {
    const status = statusOf(key, responses);
    return status === undefined ? [] : [answer(operation, key, status, document)];
  });
  const gateway: Answered = {
    status: 502,
    mediaType: "text/html",
    body: "<h1>Bad gateway</h1>",
    isForeign: true,
  };
  return [
    ...answers.filter(({ status }) => status < 300),
    ...answers.filter(({ status }) => status >= 300),
    ...(operation.call.method === "HEAD" ? [] : [gateway]),
  ];
}

export function responseOf({ status, mediaType, body, headers }: Answered): Response {
  if (mediaType === undefined) return new Response(null, { status, ...(headers && { headers }) });
  const text = isJson(mediaType) ? JSON.stringify(body) : String(body);
  return new Response(text, { status, headers: { ...headers, "content-type": mediaType } });
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

function answer(operation: Documented, key: string, status: number, document: unknown): Answered {
  const way = [...operation.way, "responses", key];
  const types = members(locate(document, [...way, "content"])?.value).map(([type]) => type);
  const begin = { status, headers: headersOf(way, document) };
  // these have no body, whatever is declared
  const isBare = operation.call.method === "HEAD" || [204, 205, 304].includes(status);
  if (types.length === 0 || isBare) return begin;
  const accepted = operation.call.constants?.Accept;
  const chosen = types.find((type) => type === accepted) ?? types.find(isJson) ?? types[0] ?? "";
  const schema = [...way, "content", chosen, "schema"];
  const mediaType = isRange(chosen) ? concrete(chosen, schema, document) : chosen;
  if (!isJson(mediaType)) return { ...begin, mediaType, body: "Text, ü." };
  const body = locate(document, schema) ? sample(document, schema, { all: true }) : { any: "thing" };
  if (body === undefined) return { status: 502, mediaType: "text/html", body: "", isForeign: true };
  return { ...begin, mediaType, body: status < 300 ? accepting(body, document) : body };
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

function headersOf(way: readonly string[], document: unknown): Readonly<Record<string, string>> {
  const declared = members(locate(document, [...way, "headers"])?.value).map(([name]) => name);
  const found = declared
    .filter((name) => !/^content-/i.test(name))
    .map((name) => [name, sample(document, [...way, "headers", name, "schema"], { all: true })] as const);
  return Object.fromEntries(found.map(([name, value]) => [name, String(value ?? "text")]));
}
