import { isJson } from "../../vocabulary/media-type.ts";
import { methods } from "../model/openapi.ts";
import type { Fault } from "../model/reader.ts";
import { mendBodiless } from "./bodiless.ts";
import { mendPathParameters } from "./path-parameters.ts";
import { resolved } from "./resolved.ts";
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
  keepThere(operation, "responses", root);
  mendParameters(operation, root);
  mendContents(operation, root);
  const pointer = ["paths", path, ...way];
  warnings.push(...mendBodiless(operation, key, pointer, root));
  warnings.push(...mendPathParameters(path, item, operation, pointer, root));
}

/** Without references that lead nowhere; the linter has told of them. */
function keepThere(node: Node, key: string, root: Node): void {
  const members = node[key];
  if (!isNode(members)) return;
  for (const name of Object.keys(members)) keepIf(members, name, (each) => isNode(resolved(each, root)));
}

/** Leaves only what is a parameter, and has a name and a place. The types know no reference to one of another operation. */
function mendParameters(node: Node, root: Node): void {
  keepIf(node, "parameters", Array.isArray);
  const { parameters } = node;
  if (!Array.isArray(parameters)) return;
  node.parameters = parameters.flatMap((each: unknown) => {
    const parameter = resolved(each, root);
    const isOne = isNode(parameter) && typeof parameter.name === "string" && typeof parameter.in === "string";
    if (!isOne) return [];
    mendContent(parameter);
    const $ref = isNode(each) ? each.$ref : undefined;
    return [typeof $ref === "string" && !$ref.startsWith("#/components/") ? { ...parameter } : each];
  });
}

/** What is written as JSON is called a text by openapi-typescript, which looks for a schema beside the name only. */
function mendContent(parameter: Node): void {
  const [[mediaType, content] = []] = isNode(parameter.content) ? Object.entries(parameter.content) : [];
  if (mediaType === undefined || !isJson(mediaType) || parameter.schema !== undefined) return;
  parameter.schema = (isNode(content) ? content.schema : undefined) ?? {};
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
