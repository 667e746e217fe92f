import { isObject } from "../../plugin/document.ts";
import { isJson, jsonTypes } from "../../vocabulary/media-type.ts";

/**
 * A document in which a body that has an example and no schema has the schema that the example shows; of a GET, also where the
 * schema of it or of a member says no more than that it is an object, for a link to what it lacks needs a mark, and a status none but its own.
 */
export function withExampleSchemas(parsed: unknown): unknown {
  if (!isObject(parsed)) return parsed;
  const { paths, components } = parsed;
  return {
    ...parsed,
    ...(isObject(paths)
      ? {
          paths: mapped(paths, (item) =>
            mapped(item, (operation, method) => withBodies(operation, method === "get")),
          ),
        }
      : {}),
    ...(isObject(components) ? { components: { ...components, ...responsesOf(components) } } : {}),
  };
}

function withBodies(operation: unknown, isGet: boolean): unknown {
  return isObject(operation) ? { ...operation, ...responsesOf(operation, isGet) } : operation;
}

function responsesOf(
  { responses }: Record<string, unknown>,
  isGet = false,
): { readonly responses?: unknown } {
  return isObject(responses)
    ? { responses: mapped(responses, (response) => withSchemas(response, isGet)) }
    : {};
}

function withSchemas(response: unknown, isGet: boolean): unknown {
  return isObject(response) && isObject(response.content)
    ? { ...response, content: contentWithSchemas(response.content, isGet) }
    : response;
}

/** JSON that has no schema beside JSON that has one shows an example of the same, and nobody reads a schema off that. */
function contentWithSchemas(content: Record<string, unknown>, isGet: boolean): unknown {
  const json = jsonTypes(
    Object.entries(content).map(([type, media]) => [type, isObject(media) ? media.schema : undefined]),
  );
  return mapped(content, (media, type) =>
    isJson(type) && !json.includes(type) ? media : withSchema(media, isGet),
  );
}

function withSchema(media: unknown, isGet: boolean): unknown {
  if (!isObject(media) || ("schema" in media && !isGet)) return media;
  const named = isObject(media.examples) ? Object.values(media.examples) : [];
  const all = [media.example, ...named.map((each) => (isObject(each) ? each.value : undefined))].map(
    parsedText,
  );
  const [first] = all.filter((each) => isObject(each) || Array.isArray(each));
  // what any of them has is there
  const entries = all.toReversed().flatMap((each) => (isObject(each) ? Object.entries(each) : []));
  const whole = isObject(first) ? Object.fromEntries(entries) : first;
  if (whole === undefined) return media;
  const isShown = !("schema" in media) || isBare(media.schema);
  return { ...media, schema: isShown ? schemaOf(whole) : withShown(media.schema, whole) };
}

/** A schema in which each member that is an object and no more has what the example shows of it. */
function withShown(schema: unknown, example: unknown): unknown {
  if (!isObject(schema) || !isObject(example)) return schema;
  if (isBare(schema)) return schemaOf(example);
  const { properties } = schema;
  if (!isObject(properties)) return schema;
  return { ...schema, properties: mapped(properties, (member, name) => withShown(member, example[name])) };
}

/** Some write the example as the text of its JSON. */
function parsedText(example: unknown): unknown {
  if (typeof example !== "string" || !/^\s*[[{]/.test(example)) return example;
  try {
    return JSON.parse(example);
  } catch {
    return example;
  }
}

/** `{ type: object }`, also with `properties: {}` or `additionalProperties: {}` */
function isBare(schema: unknown): boolean {
  const told = isObject(schema)
    ? Object.entries(schema).flatMap(([key, value]) =>
        /^(description|title|nullable)$/.test(key) ||
        (/^(p|additionalP)roperties$/.test(key) && isEmpty(value))
          ? []
          : [key],
      )
    : [];
  return isObject(schema) && schema.type === "object" && told.length === 1;
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** Of a list, the first stands for the others; `null` may be anything. Nobody looks deeper than this. */
function schemaOf(example: unknown, depth = 5): unknown {
  if (depth === 0) return {};
  if (Array.isArray(example))
    return { type: "array", ...(example.length > 0 ? { items: schemaOf(example[0], depth - 1) } : {}) };
  if (isObject(example))
    return { type: "object", properties: mapped(example, (value) => schemaOf(value, depth - 1)) };
  return example === null || example === undefined ? {} : { type: typeof example, example };
}

function mapped(holder: unknown, change: (value: unknown, key: string) => unknown): unknown {
  if (!isObject(holder)) return holder;
  return Object.fromEntries(Object.entries(holder).map(([key, value]) => [key, change(value, key)]));
}
