import { isObject } from "../../plugin/document.ts";

/** A document in which a body that has an example and no schema has the schema that the example shows. */
export function withExampleSchemas(parsed: unknown): unknown {
  if (!isObject(parsed)) return parsed;
  const { paths, components } = parsed;
  return {
    ...parsed,
    ...(isObject(paths) ? { paths: mapped(paths, (item) => mapped(item, withBodies)) } : {}),
    ...(isObject(components) ? { components: { ...components, ...responsesOf(components) } } : {}),
  };
}

function withBodies(operation: unknown): unknown {
  return isObject(operation) ? { ...operation, ...responsesOf(operation) } : operation;
}

function responsesOf({ responses }: Record<string, unknown>): { readonly responses?: unknown } {
  return isObject(responses) ? { responses: mapped(responses, withSchemas) } : {};
}

function withSchemas(response: unknown): unknown {
  return isObject(response) && isObject(response.content)
    ? { ...response, content: mapped(response.content, withSchema) }
    : response;
}

function withSchema(media: unknown): unknown {
  if (!isObject(media) || "schema" in media) return media;
  const named = isObject(media.examples) ? Object.values(media.examples) : [];
  const all = [media.example, ...named.map((each) => (isObject(each) ? each.value : undefined))];
  const [first] = all.filter((each) => isObject(each) || Array.isArray(each));
  // what any of them has is there
  const entries = all.toReversed().flatMap((each) => (isObject(each) ? Object.entries(each) : []));
  const whole = isObject(first) ? Object.fromEntries(entries) : first;
  return whole === undefined ? media : { ...media, schema: schemaOf(whole) };
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

function mapped(holder: unknown, change: (value: unknown) => unknown): unknown {
  if (!isObject(holder)) return holder;
  return Object.fromEntries(Object.entries(holder).map(([key, value]) => [key, change(value)]));
}
