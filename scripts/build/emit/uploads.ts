import { isMultipart } from "../../vocabulary/media-type.ts";
import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import type { Document, RequestBody, Schema, SchemaObject } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";

/** The schemas that mean a file in a part of a multipart body; elsewhere, bytes are a text. */
export function uploadsIn(document: Document): WeakSet<object> {
  const uploads = new WeakSet<object>();
  const seen = new WeakSet<object>();
  const visit = (schema: Schema | undefined): void => {
    const found = typeof schema === "object" ? resolved<SchemaObject>(schema, document) : undefined;
    if (found === undefined || seen.has(found)) return;
    seen.add(found);
    if (isFile(found)) uploads.add(found);
    const { allOf = [], anyOf = [], oneOf = [], properties = {}, items } = found;
    for (const each of [...allOf, ...anyOf, ...oneOf, ...Object.values(properties)]) visit(each);
    if (items !== undefined && !Array.isArray(items)) visit(items as Schema);
  };
  const operations = Object.values(document.paths ?? {}).flatMap((item) =>
    "$ref" in item ? [] : methods.flatMap((method) => item[method] ?? []),
  );
  for (const { requestBody } of operations) {
    const body = requestBody && (resolved<object>(requestBody, document) as RequestBody | undefined);
    for (const [mediaType, { schema }] of Object.entries(body?.content ?? {})) {
      if (isMultipart(mediaType)) visit(schema);
    }
  }
  return uploads;
}

function isFile({ type, format, contentMediaType, contentEncoding }: SchemaObject): boolean {
  const isText = [type ?? []].flat().includes("string");
  return isText && (format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined));
}

function resolved<T extends object>(value: T, document: Document): T | undefined {
  let found: unknown = value;
  for (let hops = 0; hops < 100; hops++) {
    if (typeof found !== "object" || found === null) return undefined;
    // the linter has seen that `$ref`s lead to their kind
    if (!("$ref" in found) || typeof found.$ref !== "string") return found as T;
    found = valueAt(document, parseFragment(found.$ref));
  }
  return undefined;
}
