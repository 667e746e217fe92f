import type { Document, MaybeRef, Operation, Parameter, PathItem } from "../model/openapi.ts";
import { methods } from "../model/openapi.ts";
import { renamedInPath } from "./compare-places.ts";
import type { Follow } from "./follow.ts";
import { followIn } from "./follow.ts";

/** From where to where an operation has moved, as pointers into the document that has it there. */
export interface Move {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Both documents with the operations that have moved at their new places, so that all else about them can be compared, and
 * under the names that their parameters have in the new paths. Where only one document has parameters for a whole path, they
 * are written into its operations in both: to callers it is the same.
 */
export function withMoves(
  before: Document,
  after: Document,
  moves: readonly Move[],
): readonly [before: Document, after: Document] {
  const touched = new Set([
    ...moves.flatMap(({ from, to }) => [from[1] ?? "", to[1] ?? ""]),
    ...Object.keys(after.paths ?? {}).filter(
      (path) => hasParameters(before, path) !== hasParameters(after, path),
    ),
  ]);
  if (touched.size === 0) return [before, after];
  const paths = pathsOf(before, touched);
  for (const each of moves) move(paths, each, followIn(before));
  return [
    { ...before, paths: Object.fromEntries(paths) },
    { ...after, paths: Object.fromEntries(pathsOf(after, touched)) },
  ];
}

function hasParameters(document: Document, path: string): boolean {
  const item = followIn(document)<PathItem>({ value: document.paths?.[path], pointer: [] });
  return (item?.value.parameters ?? []).length > 0;
}

function move(paths: Map<string, MaybeRef<PathItem>>, { from, to }: Move, follow: Follow): void {
  const [, source = "", method = ""] = from;
  const [, target = "", other = ""] = to;
  const { [method]: operation, ...rest } = Object(paths.get(source));
  if (isCalled(rest)) paths.set(source, rest);
  else paths.delete(source);
  const names = new Map(renamedInPath(source, target));
  paths.set(target, { ...paths.get(target), [other]: withNames(operation, names, follow) });
}

/** With other names for parameters in the path. */
function withNames(operation: Operation, names: ReadonlyMap<string, string>, follow: Follow): Operation {
  const parameters = (operation.parameters ?? []).map((each) => {
    const found = follow<Parameter>({ value: each, pointer: [] })?.value;
    const name = found?.in === "path" ? names.get(found.name) : undefined;
    return found && name !== undefined ? { ...found, name } : each;
  });
  return { ...operation, parameters };
}

function isCalled(item: PathItem): boolean {
  return keys.some((key) => item[key] !== undefined) || item.additionalOperations !== undefined;
}

const keys = [...methods, "query"] as const;

/** The paths, of which those that are touched need no `$ref` and have no parameters of their own. */
function pathsOf(document: Document, touched: ReadonlySet<string>): Map<string, MaybeRef<PathItem>> {
  const follow = followIn(document);
  const paths = Object.entries(document.paths ?? {}).map(([path, each]) => {
    const item = touched.has(path) ? follow<PathItem>({ value: each, pointer: [] })?.value : undefined;
    return [path, item ? withoutParameters(item, follow) : each] as const;
  });
  return new Map(paths);
}

function withoutParameters({ parameters = [], ...item }: PathItem, follow: Follow): PathItem {
  const operations = keys.flatMap((method) => {
    const operation = follow<Operation>({ value: item[method], pointer: [] })?.value;
    if (operation === undefined) return [];
    const own = operation.parameters ?? [];
    const names = new Set(own.map((each) => nameOf(each, follow)));
    const inherited = parameters.filter((each) => !names.has(nameOf(each, follow)));
    return [[method, { ...operation, parameters: [...inherited, ...own] }] as const];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

function nameOf(parameter: MaybeRef<Parameter>, follow: Follow): string {
  const found = follow<Parameter>({ value: parameter, pointer: [] })?.value;
  return JSON.stringify([found?.in, found?.name]);
}
