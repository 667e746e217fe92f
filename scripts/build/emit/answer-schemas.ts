import { isJson } from "../../vocabulary/media-type.ts";
import { typeName } from "../model/names.ts";
import type { Document, Operation, Response, Schema } from "../model/openapi.ts";
import { eachOperation } from "./each-operation.ts";

/**
 * A document in which the accepted answer of an operation has a name, `ListOrdersResponse`, where it is an object that is
 * described right there. What has no name can only be shown by all that is in it.
 */
export function nameAnswers(document: Document): Document {
  const known = document.components?.schemas ?? {};
  const added: Record<string, Schema> = {};
  const nameAnswer = (operation: Operation): Operation => {
    const { operationId = "", responses = {} } = operation;
    const name = typeName(`${operationId}Response`);
    const [body, ...others] = bodiesIn(responses);
    const isTaken = name === undefined || [known, added].some((schemas) => Object.hasOwn(schemas, name));
    if (isTaken || operationId === "" || body === undefined || others.length > 0) return operation;
    const { status, response, mediaType, schema } = body;
    added[name] = schema;
    const media = { ...response.content?.[mediaType], schema: { $ref: `#/components/schemas/${name}` } };
    const named = { ...response, content: { ...response.content, [mediaType]: media } };
    return { ...operation, responses: { ...responses, [status]: named } };
  };
  const paths = eachOperation(document.paths ?? {}, nameAnswer);
  if (Object.keys(added).length === 0) return document;
  return { ...document, paths, components: { ...document.components, schemas: { ...known, ...added } } };
}

/** What may be accepted with, as far as it is an object without a name. */
function bodiesIn(responses: NonNullable<Operation["responses"]>): readonly {
  readonly status: string;
  readonly response: Response;
  readonly mediaType: string;
  readonly schema: Schema;
}[] {
  return Object.entries(responses).flatMap(([status, response]) => {
    if (!status.startsWith("2") || "$ref" in response) return [];
    return Object.entries(response.content ?? {}).flatMap(([mediaType, { schema }]) =>
      isJson(mediaType) && isObject(schema) ? [{ status, response, mediaType, schema }] : [],
    );
  });
}

function isObject(schema: Schema | undefined): schema is Schema {
  const keys = Object.keys(Object(schema));
  return !keys.includes("$ref") && keys.some((key) => /^(properties|allOf|oneOf|anyOf)$/.test(key));
}
