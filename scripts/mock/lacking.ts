import type { Place } from "../../src/sandbox/contract/pointer.ts";
import { locate, members } from "../../src/sandbox/contract/pointer.ts";
import { isJson } from "../vocabulary/media-type.ts";
import type { Asked } from "./asked.ts";
import { isRecord, keywords, requiredIn } from "./schema.ts";

/** What a request lacks that the document requires, in a sentence; `undefined` for one that lacks nothing. */
export function lacking(asked: Asked, document: unknown): string | undefined {
  return parameterLacking(asked, document) ?? bodyLacking(asked, document);
}

function parameterLacking(
  { operation: { way }, query, headers }: Asked,
  document: unknown,
): string | undefined {
  for (const owner of [way.slice(0, 2), way]) {
    for (const [index] of members(locate(document, [...owner, "parameters"])?.value)) {
      const parameter = keywords(locate(document, [...owner, "parameters", index])?.value);
      const { name, in: where, required } = parameter;
      if (required !== true || typeof name !== "string") continue;
      if (where === "query" && !isInQuery(name, parameter, query))
        return `The query parameter \`${name}\` is missing.`;
      // OpenAPI ignores these, whatever is declared
      if (/^(accept|content-type|authorization)$/i.test(name)) continue;
      if (where === "header" && !headers.has(name)) return `The header \`${name}\` is missing.`;
    }
  }
  return undefined;
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

function bodyLacking({ operation, headers, text, body }: Asked, document: unknown): string | undefined {
  const place = locate(document, [...operation.way, "requestBody"]);
  const { required, content } = keywords(place?.value);
  if (place === undefined) return undefined;
  if (text === "") return required === true ? "The body is missing." : undefined;
  const type = headers.get("content-type") ?? "";
  const types = members(content).map(([each]) => each);
  const found = types.find((each) => isOf(type, each));
  if (found === undefined) {
    return types.length === 0 ? undefined : `The body is \`${type}\`, where ${types.join(", ")} is taken.`;
  }
  if (!isJson(type)) return undefined;
  if (body === undefined) return "The body is not JSON.";
  const schema = locate(document, [...place.path, "content", found, "schema"]);
  return schema && isRecord(body) ? propertyLacking(schema, body, document) : undefined;
}

function propertyLacking(schema: Place, body: object, document: unknown): string | undefined {
  const missing = requiredIn(schema, document).filter((name) => {
    const property = keywords(locate(document, [...schema.path, "properties", name])?.value);
    return !Object.hasOwn(body, name) && property.readOnly !== true;
  });
  if (missing.length === 0) return undefined;
  return `The body lacks ${missing.map((name) => `\`${name}\``).join(", ")}.`;
}

function isOf(given: string, declared: string): boolean {
  const [one = "", other = ""] = [given, declared].map((each) =>
    each.replace(/;.*/s, "").trim().toLowerCase(),
  );
  return one === other || (other.includes("*") && one.startsWith(other.slice(0, other.indexOf("*"))));
}
