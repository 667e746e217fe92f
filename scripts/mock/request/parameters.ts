import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isJson } from "../../vocabulary/media-type.ts";
import type { Keywords, Way } from "../document/schema.ts";
import { allParts, keywords, schemaIn } from "../document/schema.ts";
import { faultIn } from "../judge/fault.ts";
import type { Asked } from "./asked.ts";
import { parsed } from "./asked.ts";
import { headerOf } from "./headers.ts";

/** In what the parameters of a request are not as the document asks, in a sentence. */
export function parametersFault(asked: Asked, document: unknown): string | undefined {
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
    const fault = parameterFault(asked, parameterAt(document, each), document);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A parameter as a document declares it. */
interface Declared extends Keywords {
  /** What it is written as, where it has a media type. */
  readonly mediaType: string | undefined;
  readonly judged: Place | undefined;
}

function parameterAt(document: unknown, way: Way): Declared {
  const said = keywords(locate(document, way)?.value);
  const [[mediaType] = []] = members(said.content);
  const schema = mediaType === undefined ? ["schema"] : ["content", mediaType, "schema"];
  return { ...said, mediaType, judged: schemaIn(document, [...way, ...schema]) };
}

function parameterFault(
  { query, headers, parameters }: Asked,
  parameter: Declared,
  document: unknown,
): string | undefined {
  const { name, in: where, required } = parameter;
  if (typeof name !== "string") return undefined;
  if (where === "query") {
    if (!isInQuery(name, parameter, query))
      return required === true ? `The query parameter \`${name}\` is missing.` : undefined;
    const fault = textsFault(query.getAll(name), parameter, document);
    return fault && `The query parameter \`${name}\` ${fault}.`;
  }
  // OpenAPI ignores these, whatever is declared
  if (where === "header" && !/^(accept|content-type|authorization)$/i.test(name)) {
    const value = headerOf(headers, name);
    if (value === null) return required === true ? `The header \`${name}\` is missing.` : undefined;
    const fault = textsFault([value], parameter, document);
    return fault && `The header \`${name}\` ${fault}.`;
  }
  const value = where === "path" ? parameters.get(name) : undefined;
  const fault = value === undefined ? undefined : textsFault([value], parameter, document);
  return fault && `The path's \`${name}\` ${fault}.`;
}

/** Of what is written in a way of its own, nothing is said. */
function textsFault(
  texts: readonly string[],
  { in: where, style = "form", explode = true, allowEmptyValue, mediaType, judged }: Declared,
  document: unknown,
): string | undefined {
  const [text] = texts;
  if (judged === undefined || text === undefined || (text === "" && allowEmptyValue === true))
    return undefined;
  if (mediaType !== undefined && isJson(mediaType)) return jsonFault(text, judged, document);
  const parts = allParts(judged, document).map(({ value }) => keywords(value));
  const isDeep = (type: string, keyword: string): boolean =>
    parts.some((part) => [part.type].flat().includes(type) || part[keyword] !== undefined);
  if (isDeep("object", "properties")) return undefined;
  const isList = isDeep("array", "items");
  const isRepeated = where === "query" && style === "form" && explode === true && mediaType === undefined;
  if (isList && !isRepeated) return undefined;
  const values = isList ? [texts, texts.map((each) => meaningOf(each))] : [text, meaningOf(text)];
  const faults = values.map((value) => faultIn(judged, value, document, "request", "trusting")?.what);
  return faults.every((fault) => fault !== undefined) ? faults[1] : undefined;
}

function jsonFault(text: string, schema: Place, document: unknown): string | undefined {
  const value = parsed(text);
  if (value === undefined) return "is not JSON";
  const fault = faultIn(schema, value, document, "request", "trusting");
  return fault && `${fault.at.length === 0 ? "" : `has a \`/${fault.at.join("/")}\` that `}${fault.what}`;
}

/** As what a text may be meant: `7`, `true`. */
function meaningOf(text: string): unknown {
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return text === "true" || text === "false" ? text === "true" : text;
}

/** An object may be in the query by the names of its properties, and as `filter[name]`. */
function isInQuery(name: string, { schema, mediaType }: Declared, query: URLSearchParams): boolean {
  const { type, $ref } = keywords(schema);
  const isText =
    mediaType !== undefined || ($ref === undefined && typeof type === "string" && type !== "object");
  return query.has(name) || (!isText && query.size > 0);
}
