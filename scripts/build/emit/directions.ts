import type { Node } from "../mend/value.ts";
import { isNode } from "../mend/value.ts";
import type { Document, Operation, Schema } from "../model/openapi.ts";
import type { Copies } from "./direction-copies.ts";
import { openCopies } from "./direction-copies.ts";
import { eachOperation } from "./each-operation.ts";
import { mapped } from "./mapped.ts";
import { graphOf } from "./schema-graph.ts";

/**
 * A document in which requests say nothing of what only answers have (`readOnly`), and answers nothing of what only requests
 * have (`writeOnly`), however deep. A named schema keeps both; what goes into requests refers to a copy of it that is called
 * `…Writable`, and what comes in answers to one called `…Readable`, where that makes a difference.
 */
export function splitDirections(document: Document): Document {
  const components: Readonly<Node> | undefined = document.components;
  const schemas = isNode(components?.schemas) ? components.schemas : {};
  const graph = graphOf(schemas);
  const copyForRequests = openCopies(graph, "readOnly", "Writable");
  const copyForAnswers = openCopies(graph, "writeOnly", "Readable");
  const requested = <T>(body: T): T => withSchemas(body, copyForRequests);
  const answered = <T>(answer: T): T => withSchemas(answer, copyForAnswers);
  const split = (operation: Operation): Operation => ({
    ...operation,
    ...(operation.requestBody && { requestBody: requested(operation.requestBody) }),
    ...(operation.responses && { responses: mapped(operation.responses, answered) }),
  });
  const paths = eachOperation(document.paths ?? {}, split);
  if (components === undefined) return { ...document, paths };
  const { requestBodies, responses } = components;
  const parts = {
    ...(isNode(requestBodies) && { requestBodies: mapped(requestBodies, requested) }),
    ...(isNode(responses) && { responses: mapped(responses, answered) }),
  };
  // by now, all of them have been asked for
  const named = { ...copyForRequests.named, ...copyForAnswers.named } as Readonly<Record<string, Schema>>;
  return {
    ...document,
    paths,
    components: { ...document.components, ...parts, schemas: { ...document.components?.schemas, ...named } },
  };
}

/** A body or an answer with another schema under each media type that has one. */
function withSchemas<T>(holder: T, copy: Copies): T {
  if (!isNode(holder) || !isNode(holder.content)) return holder;
  const content = mapped(holder.content, (each) =>
    isNode(each) && Object.hasOwn(each, "schema") ? { ...each, schema: copy(each.schema) } : each,
  );
  return { ...holder, content };
}
