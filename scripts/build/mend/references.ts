import { child, parseFragment, printPointer } from "../../vocabulary/pointer.ts";
import type { Node } from "./value.ts";
import { isNode } from "./value.ts";

/**
 * The `$ref` of a schema, to something that has a name. openapi-typescript knows a schema that stands inside another, or
 * in an operation, by no type: such a one gets a name of its own. `undefined` where the document has forgotten it.
 */
export function namedReference($ref: string, root: Node): string | undefined {
  const tokens = parseFragment($ref);
  if (isForgotten(tokens, root)) return undefined;
  if (!$ref.startsWith("#/") || (tokens[0] === "components" && tokens.length === 3)) return $ref;
  const target = targetOf(tokens, root);
  if (!isNode(target)) return $ref;
  if (typeof target.$ref === "string" && target.$ref !== $ref) return namedReference(target.$ref, root);
  const components = member(root, "components");
  const schemas = member(components, "schemas");
  return `#${printPointer(["components", "schemas", nameFor(target, tokens, schemas)])}`;
}

/** The name of the schema that a `$ref` leads to, where it has one. */
export function referredName(schema: unknown): string | undefined {
  if (!isNode(schema) || typeof schema.$ref !== "string") return undefined;
  const [first, second, name, ...deeper] = parseFragment(schema.$ref);
  return first === "components" && second === "schemas" && deeper.length === 0 ? name : undefined;
}

/** A schema that is not there. The linter has told of it. */
export function isForgotten(tokens: readonly string[], root: Node): boolean {
  const [components, schemas, name, ...rest] = tokens;
  if (components !== "components" || schemas !== "schemas" || name === undefined || rest.length > 0)
    return false;
  return child(child(root.components, schemas), name) === undefined;
}

function nameFor(target: Node, tokens: readonly string[], schemas: Node): string {
  const wanted = tokens
    .slice(tokens[0] === "components" ? 2 : 0)
    .join("_")
    .replace(/[^A-Za-z0-9]+/g, "_");
  let name = wanted;
  while (Object.hasOwn(schemas, name) && schemas[name] !== target) name = `${name}_`;
  schemas[name] = target;
  return name;
}

/** Some tools write such references through others. */
function targetOf(tokens: readonly string[], root: Node): unknown {
  let found: unknown = root;
  for (const token of tokens) {
    for (let hops = 0; hops < 20 && isNode(found) && typeof found.$ref === "string"; hops++) {
      found = parseFragment(found.$ref).reduce(child, root);
    }
    found = child(found, token);
  }
  return found;
}

function member(node: Node, key: string): Node {
  const found = node[key];
  if (isNode(found)) return found;
  const made: Node = {};
  node[key] = made;
  return made;
}
