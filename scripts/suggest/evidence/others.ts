import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { wayTo } from "../bundle.ts";
import type { Told } from "../candidate.ts";
import { isWork } from "../nouns.ts";
import { templateOf } from "../resource.ts";
import { membersOf } from "../schema-members.ts";
import type { Starter } from "../starting/starters.ts";
import type { Evidence } from "./evidence.ts";
import { weights } from "./weights.ts";

/** Which operations start one. */
export function aboutStarters(
  starters: readonly Starter[],
  { operation, status }: Told,
): readonly Evidence[] {
  const [first] = starters;
  if (first === undefined) {
    const text = "no operation was found that starts one";
    return status.known === "codes"
      ? []
      : [{ text, way: wayTo(operation.place), weight: weights.notStarted }];
  }
  const way = wayTo(first.operation.place);
  const isAccepted = starters.some(({ answer }) => answer.response.code === "202");
  return [
    { text: `${first.operation.name} starts one: ${first.why}`, way, weight: weights.isStarted },
    ...(isAccepted ? [{ text: "it is accepted with 202", way, weight: weights.isAccepted }] : []),
  ];
}

/** What callers set or change afterwards is theirs, or stays: jobs are started and left alone. */
export function aboutChanges(
  { operation, resource, status }: Told,
  operations: readonly Operation[],
  document: Document,
): readonly Evidence[] {
  if (resource.rest.length > 0 || resource.key === undefined) return [];
  const found = operations.filter(
    ({ method, path }) => (method === "PATCH" || method === "PUT") && templateOf(path) === resource.item,
  );
  const way = wayTo(operation.place);
  const name = status.member.pointer.at(-1) ?? "";
  const setter = found.find((one) => bodyMembers(one, document).has(name));
  if (setter) return [{ text: `${setter.name} sets its ${name}`, way, weight: weights.statusIsSet }];
  const change = found.find(({ method }) => method === "PATCH");
  if (change === undefined || (isWork(resource.words) && !resource.words.includes("task"))) return [];
  return [{ text: `${change.name} changes it afterwards`, way, weight: weights.isChanged }];
}

function bodyMembers({ fields }: Operation, document: Document): ReadonlyMap<string, unknown> {
  const content = document.fields(document.fields(fields.get("requestBody")).get("content"));
  const schema = [...content.values()].map((media) => document.fields(media).get("schema"))[0];
  return schema ? membersOf(schema, document) : new Map();
}
