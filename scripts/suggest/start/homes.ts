import type { Operation } from "../../plugin/operations.ts";
import { plainName } from "../../vocabulary/tokens.ts";
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
