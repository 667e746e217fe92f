import { isJson, jsonTypes } from "../../vocabulary/media-type.ts";
import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";
import type { Document, Operation } from "../model/openapi.ts";
import { eachOperation } from "./each-operation.ts";
import { mapped } from "./mapped.ts";

/**
 * A document in which an answer lacks the JSON that has no schema, where it has JSON with one: its type would be `unknown`,
 * and with that the type of the whole answer.
 */
export function tellingAnswers(document: Document): Document {
  const components: Readonly<Node> | undefined = document.components;
  const withAnswers = (operation: Operation): Operation => ({
    ...operation,
    ...(operation.responses && { responses: mapped(operation.responses, telling) }),
  });
  const paths = eachOperation(document.paths ?? {}, withAnswers);
  if (!isNode(components?.responses)) return { ...document, paths };
  const parts = { responses: mapped(components.responses, telling) };
  return { ...document, paths, components: { ...document.components, ...parts } };
}

function telling<T>(response: T): T {
  if (!isNode(response) || !isNode(response.content)) return response;
  const entries = Object.entries(response.content);
  const json = jsonTypes(entries.map(([type, media]) => [type, isNode(media) ? media.schema : undefined]));
  const left = entries.filter(([type]) => !isJson(type) || json.includes(type));
  return { ...response, content: Object.fromEntries(left) };
}
