import type { Document, Operation, Parameter, PathItem } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";
import type { Difference } from "./change.ts";
import { difference } from "./change.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Follow, Placed } from "./follow.ts";
import { followIn } from "./follow.ts";

/**
 * The changes that callers notice most, with the rules and ratings of `redocly diff`, for who has not installed it: operations,
 * their parameters, and the JSON that goes in and comes out.
 */
export function compareDocuments(before: Document, after: Document): readonly Difference[] {
  const [old, now] = [operationsOf(before), operationsOf(after)];
  const differences = [...old].flatMap(([key, operation]): readonly Difference[] => {
    const other = now.get(key);
    if (other === undefined)
      return [difference("major", "operation-removed", "The operation is gone.", operation.pointer)];
    return compareOperations(operation, other, followIn(before), followIn(after));
  });
  const added = [...now].filter(([key]) => !old.has(key)).map(([, { pointer }]) => pointer);
  return withoutTwins([
    ...differences,
    ...added.map((pointer) => difference("minor", "operation-added", "The operation is new.", pointer)),
  ]);
}

interface FoundOperation extends Placed<Operation> {
  readonly item: Placed<PathItem>;
}

function operationsOf(document: Document): ReadonlyMap<string, FoundOperation> {
  const found = new Map<string, FoundOperation>();
  const follow = followIn(document);
  for (const [path, each] of Object.entries(document.paths ?? {})) {
    const item = follow<PathItem>({ value: each, pointer: ["paths", path] });
    for (const method of methods) {
      const value = item?.value[method];
      if (item && value) found.set(`${method} ${path}`, { value, pointer: ["paths", path, method], item });
    }
  }
  return found;
}

function compareOperations(
  old: FoundOperation,
  now: FoundOperation,
  before: Follow,
  after: Follow,
): readonly Difference[] {
  return [
    ...compareParameters(parametersOf(old, before), parametersOf(now, after), now.pointer),
    ...compareBodies(old, now, before, after),
    ...compareAnswers(old, now, before, after),
  ];
}

function parametersOf(
  { value, pointer, item }: FoundOperation,
  follow: Follow,
): ReadonlyMap<string, Parameter> {
  const all = [...(item.value.parameters ?? []), ...(value.parameters ?? [])];
  const found = all.flatMap((each) => follow<Parameter>({ value: each, pointer })?.value ?? []);
  return new Map(found.map((each) => [`${each.in} parameter \`${each.name}\``, each]));
}

function compareParameters(
  old: ReadonlyMap<string, Parameter>,
  now: ReadonlyMap<string, Parameter>,
  pointer: readonly string[],
): readonly Difference[] {
  const lost = [...old.keys()].filter((name) => !now.has(name));
  const others = [...now].flatMap(([name, { required = false }]): readonly Difference[] => {
    const known = old.get(name);
    if (known === undefined && required)
      return [difference("major", "parameter-required-added", `The required ${name} was added.`, pointer)];
    if (known === undefined) return [difference("minor", "added", `The ${name} was added.`, pointer)];
    if (required && !known.required)
      return [difference("major", "parameter-became-required", `The ${name} became required.`, pointer)];
    return [];
  });
  return [
    ...lost.map((name) => difference("major", "parameter-removed", `The ${name} was removed.`, pointer)),
    ...others,
  ];
}

function compareBodies(
  old: FoundOperation,
  now: FoundOperation,
  before: Follow,
  after: Follow,
): readonly Difference[] {
  const [was, is] = [bodyOf(old, before), bodyOf(now, after)];
  const pointer = [...now.pointer, "requestBody"];
  if (is?.value.required && !was?.value.required)
    return [difference("major", "request-body-became-required", "A body became required.", pointer)];
  if (was && !is) return [difference("major", "request-body-removed", "The body was removed.", now.pointer)];
  if (!was || !is) return [];
  return compareContents(was, is, "request", before, after);
}

function bodyOf({ value, pointer }: FoundOperation, follow: Follow): Placed<RequestBody> | undefined {
  return follow<RequestBody>({ value: value.requestBody, pointer: [...pointer, "requestBody"] });
}

type RequestBody = Exclude<NonNullable<Operation["requestBody"]>, { readonly $ref: string }>;
type Content = Pick<RequestBody, "content">;

function compareAnswers(
  old: FoundOperation,
  now: FoundOperation,
  before: Follow,
  after: Follow,
): readonly Difference[] {
  const statuses = Object.keys(old.value.responses ?? {}).filter((status) => status.startsWith("2"));
  return statuses.flatMap((status): readonly Difference[] => {
    const was = answerOf(old, status, before);
    const is = answerOf(now, status, after);
    if (was === undefined) return [];
    if (is === undefined)
      return [difference("major", "response-removed", `The answer ${status} was removed.`, now.pointer)];
    return compareContents(was, is, "response", before, after);
  });
}

function answerOf(
  { value, pointer }: FoundOperation,
  status: string,
  follow: Follow,
): Placed<Content> | undefined {
  return follow<Content>({ value: value.responses?.[status], pointer: [...pointer, "responses", status] });
}

function compareContents(
  old: Placed<Content>,
  now: Placed<Content>,
  direction: "request" | "response",
  before: Follow,
  after: Follow,
): readonly Difference[] {
  return Object.entries(old.value.content ?? {}).flatMap(([type, { schema }]): readonly Difference[] => {
    const other = now.value.content?.[type];
    if (other === undefined)
      return [difference("major", "media-type-removed", `\`${type}\` was removed.`, now.pointer)];
    const inside = ["content", type, "schema"];
    return compareSchemas(
      { value: schema, pointer: [...old.pointer, ...inside] },
      { value: other.schema, pointer: [...now.pointer, ...inside] },
      { direction, before, after },
    );
  });
}

/** What is wrong with a shared part is found by each operation that has it, and told once. */
function withoutTwins(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((each) => [JSON.stringify(each), each])).values()];
}
