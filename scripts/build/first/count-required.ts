import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { members } from "../../../src/sandbox/contract/pointer.ts";
import { below, keywords, partOf, partsOf, pointerOf, schemaIn } from "../../mock/document/schema.ts";
import type { OperationModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";

/** How many values a caller has to give at least. It is counted and not sampled, since there may be hundreds of operations. */
export function countRequired(
  { pointer, parameters, body }: Pick<OperationModel, "pointer" | "parameters" | "body">,
  document: Document,
): number {
  const ofParameters = parameters.reduce((sum, { required }) => sum + required.length, 0);
  if (!body?.required) return ofParameters;
  const [{ mediaType }] = body.choices;
  const schema = schemaIn(document, [...pointer, "requestBody", "content", mediaType, "schema"]);
  return ofParameters + (schema ? valuesOf(schema, document, []) : 1);
}

/** Of an object, those of its members; anything else is one. */
function valuesOf(schema: Place, document: Document, within: readonly string[]): number {
  return Math.max(1, membersOf(schema, document, within));
}

function membersOf(schema: Place, document: Document, within: readonly string[]): number {
  const name = pointerOf(schema);
  if (within.includes(name)) return 0;
  const inside = [...within, name];
  const { required } = keywords(schema.value);
  const own = members(required).map(([, key]) => {
    const member = below(document, schema, ["properties", String(key)]);
    if (keywords(member?.value).readOnly === true) return 0;
    return member ? valuesOf(member, document, inside) : 1;
  });
  const items = partOf(schema, "items", document);
  const together = partsOf(schema, "allOf", document).map((part) => membersOf(part, document, inside));
  const inTurn = ["oneOf", "anyOf"].map((keyword) => {
    const branches = partsOf(schema, keyword, document).map((part) => membersOf(part, document, inside));
    return branches.length === 0 ? 0 : Math.min(...branches);
  });
  return sum([...own, ...together, ...inTurn, items ? membersOf(items, document, inside) : 0]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
