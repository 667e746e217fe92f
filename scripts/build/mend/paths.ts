import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import { methods } from "../model/openapi.ts";
import type { Fault } from "../model/reader.ts";
import { mendServers } from "./servers.ts";
import type { Node } from "./value.ts";
import { isNode, keepIf, keepNodes } from "./value.ts";

/** Mends the paths of a document, and gives what a person should know of it. */
export function mendPaths(document: object): readonly Fault[] {
  const warnings: Fault[] = [];
  const root = document as Node; // a document is an object
  keepIf(root, "paths", isNode);
  const { paths } = root;
  if (!isNode(paths)) return warnings;
  for (const path of Object.keys(paths)) {
    // the types have no place for operations behind a reference
    const item = resolved(paths[path], root);
    if (isNode(item) && path.startsWith("/")) {
      paths[path] = { ...item };
      mendItem(path, paths[path] as Node, root, warnings); // as just made
    } else delete paths[path];
  }
  return warnings;
}

function mendItem(path: string, item: Node, root: Node, warnings: Fault[]): void {
  mendParameters(item, root);
  mendServers(item);
  keepIf(item, "additionalOperations", isNode);
  for (const key of [...methods, "query"]) mendOperation(path, item, [key], root, warnings);
  const others = item.additionalOperations;
  if (!isNode(others)) return;
  for (const key of Object.keys(others))
    mendOperation(path, item, ["additionalOperations", key], root, warnings);
}

function mendOperation(
  path: string,
  item: Node,
  way: readonly string[],
  root: Node,
  warnings: Fault[],
): void {
  const key = way.at(-1) ?? "";
  const holder = way.length === 1 ? item : (item.additionalOperations as Node); // as just seen
  if (!Object.hasOwn(holder, key)) return;
  const found = resolved(holder[key], root);
  if (!isNode(found)) {
    delete holder[key];
    return;
  }
  const operation: Node = { ...found };
  holder[key] = operation;
  for (const each of ["operationId", "summary", "description"])
    keepIf(operation, each, (value) => typeof value === "string");
  mendServers(operation);
  for (const each of ["security", "tags"]) keepIf(operation, each, Array.isArray);
  if (Array.isArray(operation.security)) operation.security = operation.security.filter(isNode);
  keepIf(operation, "requestBody", isNode);
  keepNodes(operation, "responses");
  mendParameters(operation, root);
  mendContents(operation, root);
  mendPathParameters(path, item, operation, ["paths", path, ...way], root, warnings);
}

/** Leaves only what is a parameter, and has a name and a place. */
function mendParameters(node: Node, root: Node): void {
  keepIf(node, "parameters", Array.isArray);
  const { parameters } = node;
  if (!Array.isArray(parameters)) return;
  node.parameters = parameters.filter((each: unknown) => {
    const parameter = resolved(each, root);
    return isNode(parameter) && typeof parameter.name === "string" && typeof parameter.in === "string";
  });
}

function mendContents(operation: Node, root: Node): void {
  const responses = isNode(operation.responses) ? Object.values(operation.responses) : [];
  for (const each of [operation.requestBody, ...responses]) {
    const holder = resolved(each, root);
    if (!isNode(holder)) continue;
    for (const key of ["headers", "links"]) keepNodes(holder, key);
    keepIf(holder, "content", isNode);
    const contents = isNode(holder.content) ? holder.content : {};
    for (const mediaType of Object.keys(contents)) {
      const content = contents[mediaType];
      if (!isNode(content)) contents[mediaType] = {};
      else for (const encoding of keepNodes(content, "encoding")) keepIf(encoding, "headers", isNode);
    }
  }
}

/** The parameters in the path and those declared for it become the same. */
function mendPathParameters(
  path: string,
  item: Node,
  operation: Node,
  pointer: readonly string[],
  root: Node,
  warnings: Fault[],
): void {
  const own = listOf(operation);
  const declared = [...listOf(item), ...own].map((each) => resolved(each, root)).filter(isInPath);
  const written = new Set(Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name));
  const missing = [...written].filter((name) => !declared.some((each) => each.name === name));
  for (const name of missing) {
    const message = `The path parameter ${name} of ${path} is not declared; it is taken for a text.`;
    warnings.push({ severity: "warning", pointer, code: "undeclared-path-parameter", message });
  }
  const isIdle = (each: unknown): boolean => {
    const parameter = resolved(each, root);
    return isInPath(parameter) && !written.has(parameter.name);
  };
  for (const [index, each] of own.entries()) {
    if (!isIdle(each)) continue;
    warnings.push({
      severity: "warning",
      pointer: [...pointer, "parameters", String(index)],
      code: "unused-path-parameter",
      message: `The path parameter ${String((resolved(each, root) as Node).name)} is left out: it does not occur in ${path}.`,
    });
  }
  const added = missing.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  if (added.length > 0 || own.some(isIdle))
    operation.parameters = [...own.filter((each) => !isIdle(each)), ...added];
  if (listOf(item).some(isIdle)) item.parameters = listOf(item).filter((each) => !isIdle(each));
}

function isInPath(value: unknown): value is Node & { readonly name: string } {
  return isNode(value) && value.in === "path";
}

function listOf({ parameters }: Node): readonly unknown[] {
  return Array.isArray(parameters) ? parameters : [];
}

/** What a `$ref` leads to in the end. */
function resolved(value: unknown, root: Node): unknown {
  let found = value;
  for (let hops = 0; hops < 100 && isNode(found) && typeof found.$ref === "string"; hops++) {
    found = valueAt(root, parseFragment(found.$ref));
  }
  return found;
}
