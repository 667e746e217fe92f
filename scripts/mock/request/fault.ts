import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isForm, isJson } from "../../vocabulary/media-type.ts";
import type { Keywords } from "../document/schema.ts";
import { allParts, keywords, schemaIn } from "../document/schema.ts";
import { faultIn } from "../judge/fault.ts";
import type { Asked } from "./asked.ts";
import { headerOf } from "./headers.ts";

/** In what a request is not as the document asks, in a sentence; `undefined` for one that is. */
export function requestFault(asked: Asked, document: unknown): string | undefined {
  return parametersFault(asked, document) ?? bodyFault(asked, document);
}

function parametersFault(asked: Asked, document: unknown): string | undefined {
  const { way } = asked.operation;
  const own = members(locate(document, [...way, "parameters"])?.value).map(([index]) => [
    ...way,
    "parameters",
    index,
  ]);
  const item = way.slice(0, 2);
  const shared = members(locate(document, [...item, "parameters"])?.value).map(([index]) => [
    ...item,
    "parameters",
    index,
  ]);
  const idOf = (each: readonly string[]): string => {
    const { name, in: where } = keywords(locate(document, each)?.value);
    return `${where} ${name}`;
  };
  // an operation may say otherwise than its path
  const inherited = shared.filter((each) => !own.some((other) => idOf(other) === idOf(each)));
  for (const each of [...inherited, ...own]) {
    const fault = parameterFault(
      asked,
      keywords(locate(document, each)?.value),
      schemaIn(document, [...each, "schema"]),
      document,
    );
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function parameterFault(
  { query, headers, parameters }: Asked,
  parameter: Keywords,
  schema: Place | undefined,
  document: unknown,
): string | undefined {
  const { name, in: where, required } = parameter;
  if (typeof name !== "string") return undefined;
  if (where === "query") {
    if (!isInQuery(name, parameter, query))
      return required === true ? `The query parameter \`${name}\` is missing.` : undefined;
    const fault = textsFault(query.getAll(name), parameter, schema, document);
    return fault && `The query parameter \`${name}\` ${fault}.`;
  }
  // OpenAPI ignores these, whatever is declared
  if (where === "header" && !/^(accept|content-type|authorization)$/i.test(name)) {
    const value = headerOf(headers, name);
    if (value === null) return required === true ? `The header \`${name}\` is missing.` : undefined;
    const fault = textsFault([value], parameter, schema, document);
    return fault && `The header \`${name}\` ${fault}.`;
  }
  const value = where === "path" ? parameters.get(name) : undefined;
  const fault = value === undefined ? undefined : textsFault([value], parameter, schema, document);
  return fault && `The path's \`${name}\` ${fault}.`;
}

/** Of what is written in a way of its own, nothing is said. */
function textsFault(
  texts: readonly string[],
  { in: where, style = "form", explode = true, allowEmptyValue }: Keywords,
  schema: Place | undefined,
  document: unknown,
): string | undefined {
  const [text] = texts;
  if (schema === undefined || text === undefined || (text === "" && allowEmptyValue === true))
    return undefined;
  const parts = allParts(schema, document).map(({ value }) => keywords(value));
  const isDeep = (type: string, keyword: string): boolean =>
    parts.some((part) => [part.type].flat().includes(type) || part[keyword] !== undefined);
  if (isDeep("object", "properties")) return undefined;
  const isList = isDeep("array", "items");
  if (isList && !(where === "query" && style === "form" && explode === true)) return undefined;
  const values = isList ? [texts, texts.map((each) => meaningOf(each))] : [text, meaningOf(text)];
  const faults = values.map((value) => faultIn(schema, value, document, "request", "trusting")?.what);
  return faults.every((fault) => fault !== undefined) ? faults[1] : undefined;
}

/** As what a text may be meant: `7`, `true`. */
function meaningOf(text: string): unknown {
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return text === "true" || text === "false" ? text === "true" : text;
}

/** An object may be in the query by the names of its properties, and as `filter[name]`. */
function isInQuery(
  name: string,
  { schema, content }: Readonly<Record<string, unknown>>,
  query: URLSearchParams,
): boolean {
  const { type, $ref } = keywords(schema);
  const isText = content === undefined && $ref === undefined && typeof type === "string" && type !== "object";
  return query.has(name) || (!isText && query.size > 0);
}

function bodyFault({ operation, headers, text, body }: Asked, document: unknown): string | undefined {
  const place = locate(document, [...operation.way, "requestBody"]);
  const { required, content } = keywords(place?.value);
  if (place === undefined) return undefined;
  const type = headers.get("content-type") ?? "";
  // a form without fields is one nevertheless
  if (text === "" && !isForm(type)) return required === true ? "The body is missing." : undefined;
  const types = members(content).map(([each]) => each);
  const found = types.find((each) => isOf(type, each));
  if (found === undefined) {
    return types.length === 0 ? undefined : `The body is \`${type}\`, where ${types.join(", ")} is taken.`;
  }
  if (!isJson(type)) return undefined;
  if (body === undefined) return "The body is not JSON.";
  const schema = schemaIn(document, [...place.path, "content", found, "schema"]);
  const fault = schema && faultIn(schema, body, document, "request", "trusting");
  if (!fault) return undefined;
  return `${fault.at.length === 0 ? "The body" : `The body's \`/${fault.at.join("/")}\``} ${fault.what}.`;
}

function isOf(given: string, declared: string): boolean {
  const [one = "", other = ""] = [given, declared].map((each) =>
    each.replace(/;.*/s, "").trim().toLowerCase(),
  );
  return one === other || (other.includes("*") && one.startsWith(other.slice(0, other.indexOf("*"))));
}
