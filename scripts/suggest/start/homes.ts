import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import type { Answer } from "../see/answers.ts";
import type { Resource } from "../see/resource.ts";
import { templateOf } from "../see/resource.ts";
import { generic } from "./parameters.ts";

/**
 * Whether an operation starts what another question asks about: that one's things are made at its path, and those of this
 * question somewhere else. An id of the same name is no link between them.
 */
export function homesOf(
  operations: readonly Operation[],
  questions: readonly Resource[],
): (operation: Operation, resource: Resource) => boolean {
  const made = new Set(
    operations
      .filter(({ method }) => method === "POST" || method === "PUT")
      .map(({ path }) => templateOf(path)),
  );
  return (operation, resource) => {
    const key = plainName(resource.key ?? "");
    if (key === "" || generic.test(key) || !made.has(resource.collection)) return false;
    const path = templateOf(operation.path);
    const homes = [path, path.replace(/\/[^/{}]*$/, "")];
    return (
      !homes.includes(resource.collection) &&
      questions.some((each) => plainName(each.key ?? "") === key && homes.includes(each.collection))
    );
  };
}

/**
 * Where what is done to a thing (`POST /storages/{id}/sync`) is answered with that thing, as what asks for it is
 * (`GET /storages/{id}`), the path of the thing: the id is that of the thing then, and of nothing that was started.
 */
export function ownItems(
  operations: readonly Operation[],
  answers: (operation: Operation) => readonly Answer[],
  document: Document,
): (operation: Operation, answer: Answer) => string | undefined {
  const schemaOf = ({ body }: Answer): string | undefined =>
    body && document.follow(body)?.location.absolutePointer;
  const told = new Map(
    operations
      .filter(({ method, path }) => method === "GET" && templateOf(path).endsWith("{}"))
      .map((operation) => [templateOf(operation.path), answers(operation).map(schemaOf)]),
  );
  return ({ path }, answer) => {
    const schema = schemaOf(answer);
    const segments = templateOf(path).split("/");
    const items = segments.map((_, index) => segments.slice(0, index + 1).join("/"));
    return schema === undefined ? undefined : items.findLast((item) => told.get(item)?.includes(schema));
  };
}
