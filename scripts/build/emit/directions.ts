import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";
import type { Document, Operation } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";
import { openCopies } from "./direction-copies.ts";
import { graphOf } from "./schema-graph.ts";

/**
 * Has requests say nothing of what only answers have (`readOnly`), and answers nothing of what only requests have
 * (`writeOnly`), however deep. A named schema keeps both; what goes into requests refers to a copy of it that is called
 * `…Writable`, and what comes in answers to one called `…Readable`, where that makes a difference. Changes the document.
 */
export function splitDirections(document: Document): Document {
  const root = document as unknown as Node; // a document is an object
  const components = isNode(root.components) ? root.components : {};
  const schemas = isNode(components.schemas) ? components.schemas : {};
  const graph = graphOf(schemas);
  const copyForRequests = openCopies(graph, "readOnly", "Writable");
  const copyForAnswers = openCopies(graph, "writeOnly", "Readable");
  const operations = operationsIn(document);
  const bodies = [...operations.map(({ requestBody }) => requestBody), ...members(components.requestBodies)];
  const answers = [
    ...operations.flatMap(({ responses }) => Object.values(responses ?? {})),
    ...members(components.responses),
  ];
  // all copies are made of what was written
  const changes = [
    ...contentsIn(bodies).map((content) => [content, copyForRequests(content.schema)] as const),
    ...contentsIn(answers).map((content) => [content, copyForAnswers(content.schema)] as const),
  ];
  for (const [content, schema] of changes) content.schema = schema;
  Object.assign(schemas, copyForRequests.named, copyForAnswers.named);
  return document;
}

function operationsIn({ paths }: Document): readonly Operation[] {
  return Object.values(paths ?? {}).flatMap((item) =>
    "$ref" in item ? [] : methods.flatMap((method) => item[method] ?? []),
  );
}

/** What stands under each media type, if it has a schema. */
function contentsIn(holders: readonly unknown[]): readonly Node[] {
  const contents = holders.flatMap((holder) => (isNode(holder) ? members(holder.content) : []));
  return [...new Set(contents)].filter(isNode).filter((content) => Object.hasOwn(content, "schema"));
}

function members(value: unknown): readonly unknown[] {
  return isNode(value) ? Object.values(value) : [];
}
