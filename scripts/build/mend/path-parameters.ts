import type { Fault } from "../model/reader.ts";
import { resolved } from "./resolved.ts";
import type { Node } from "./value.ts";
import { isNode } from "./value.ts";

/** The parameters in the path and those declared for it become the same. Gives what a person should know of it. */
export function mendPathParameters(
  path: string,
  item: Node,
  operation: Node,
  pointer: readonly string[],
  root: Node,
): readonly Fault[] {
  const all = (): readonly unknown[] =>
    [...listOf(item), ...listOf(operation)].map((each) => resolved(each, root));
  const { way, written, inQuery } = variablesOf(path);
  // `{+name}` takes several steps of the path, and is declared as `name`
  const inPath = new Set([...written].map((name) => (isLiteral(name, all()) ? name : name.slice(1))));
  for (const holder of [item, operation]) moveToQuery(holder, inPath, inQuery, all(), root);
  const declared = all();
  const isDeclared = (place: string, ...names: readonly string[]): boolean =>
    declared.some((each) => isParameter(each, place) && names.includes(each.name));
  const missing = [
    ...[...inPath].filter((name) => !isDeclared("path", name)).map((name) => ({ name, in: "path" })),
    ...[...inQuery]
      .filter(([name, key]) => !isDeclared("query", name, key))
      .map(([, key]) => ({ name: key, in: "query" })),
  ];
  const isIdle = (each: unknown): boolean => {
    const parameter = resolved(each, root);
    return isParameter(parameter, "path") && !inPath.has(parameter.name);
  };
  const own = listOf(operation);
  const idle = own.flatMap((each, index): readonly Fault[] => {
    if (!isIdle(each)) return [];
    const { name } = resolved(each, root) as Node; // as just seen
    const message = `The path parameter ${name} is left out: it does not occur in ${way}.`;
    const place = [...pointer, "parameters", String(index)];
    return [{ severity: "warning", pointer: place, code: "unused-path-parameter", message }];
  });
  const added = missing.map((each) => ({ ...each, required: true, schema: { type: "string" } }));
  if (added.length > 0 || idle.length > 0)
    operation.parameters = [...own.filter((each) => !isIdle(each)), ...added];
  if (listOf(item).some(isIdle)) item.parameters = listOf(item).filter((each) => !isIdle(each));
  const undeclared = missing.map(({ name, in: place }): Fault => {
    const message = `The ${place} parameter ${name} of ${path} is not declared; it is taken for a text.`;
    return { severity: "warning", pointer, code: "undeclared-path-parameter", message };
  });
  return [...undeclared, ...idle];
}

/** The names in braces; those of the query with the key that they are the value of. A fragment is never sent. */
function variablesOf(path: string): {
  readonly way: string;
  readonly written: ReadonlySet<string>;
  readonly inQuery: ReadonlyMap<string, string>;
} {
  const [address = ""] = path.split("#");
  const [way = "", query = ""] = address.split(/\?(.*)/s);
  const pairs = [...new URLSearchParams(query)].flatMap(([key, value]): readonly [string, string][] => {
    const name = /^\{([^{}]+)\}$/.exec(value)?.[1];
    return name === undefined ? [] : [[name, key]];
  });
  return {
    way,
    written: new Set(Array.from(way.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name)),
    inQuery: new Map(pairs),
  };
}

/** `/jobs?kind={kind}`: what is declared for the path, and stands in its query, is sent there. */
function moveToQuery(
  holder: Node,
  inPath: ReadonlySet<string>,
  inQuery: ReadonlyMap<string, string>,
  declared: readonly unknown[],
  root: Node,
): void {
  const list = listOf(holder);
  const moved = list.map((each) => {
    const parameter = resolved(each, root);
    if (!isParameter(parameter, "path") || inPath.has(parameter.name)) return each;
    const name = inQuery.get(parameter.name);
    const isThere = declared.some((other) => isParameter(other, "query") && other.name === name);
    if (name === undefined || isThere) return each;
    const { style, ...rest } = parameter;
    return { ...rest, name, in: "query" };
  });
  if (moved.some((each, index) => each !== list[index])) holder.parameters = moved;
}

function isLiteral(name: string, declared: readonly unknown[]): boolean {
  return !name.startsWith("+") || declared.some((each) => isParameter(each, "path") && each.name === name);
}

function isParameter(value: unknown, place: string): value is Node & { readonly name: string } {
  return isNode(value) && value.in === place;
}

function listOf({ parameters }: Node): readonly unknown[] {
  return Array.isArray(parameters) ? parameters : [];
}
