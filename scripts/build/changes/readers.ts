import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import type { ApiModel, OperationModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";

/** Tells the exported names of the operations that something of a document is part of, be it by `$ref`s. */
export function readersOf(
  document: Document,
  model: ApiModel,
): (pointer: readonly string[]) => readonly string[] {
  const names = new Map(model.operations.map((each) => [keyOf(each), each.name]));
  const refs = new Map<string, ReadonlySet<string>>();
  let users: ReadonlyMap<string, readonly string[]> | undefined;

  return (pointer) => {
    const [root, path = "", method = ""] = pointer;
    if (root === "components") {
      users ??= usersOf();
      return users.get(printPointer(pointer.slice(0, 3))) ?? [];
    }
    if (root !== "paths") return [];
    return model.operations
      .filter((each) => each.path === path && (!isMethod(method) || each.method === method.toUpperCase()))
      .map((each) => each.name);
  };

  /** Components, with the operations that need them. */
  function usersOf(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      for (const method of Object.keys(item)) {
        const name = names.get(`${method.toUpperCase()} ${path}`);
        if (name === undefined) continue;
        const shared = [child(item, method), child(item, "parameters")].flatMap((part) => [...refsIn(part)]);
        for (const component of reachedFrom(shared))
          found.set(component, [...(found.get(component) ?? []), name]);
      }
    }
    return found;
  }

  function reachedFrom(start: readonly string[]): ReadonlySet<string> {
    const reached = new Set(start);
    // a set goes on with what is added to it meanwhile
    for (const component of reached) {
      let own = refs.get(component);
      if (own === undefined) {
        own = refsIn(valueAt(document, parseFragment(component)));
        refs.set(component, own);
      }
      for (const each of own) reached.add(each);
    }
    return reached;
  }
}

function keyOf({ method, path }: OperationModel): string {
  return `${method} ${path}`;
}

function isMethod(token: string): boolean {
  return /^(get|put|post|delete|options|head|patch|trace|query)$/.test(token);
}

/** The components that something refers to, by their pointers. */
function refsIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const rest: unknown[] = [value];
  for (let next = rest.pop(); rest.length > 0 || next !== undefined; next = rest.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const $ref = child(next, "$ref");
    if (typeof $ref === "string") found.add(printPointer(parseFragment($ref).slice(0, 3)));
    rest.push(...Object.values(next));
  }
  return found;
}
