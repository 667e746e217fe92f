import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import { isForgotten, namedReference } from "./references.ts";
import type { Node } from "./value.ts";
import { isNode, keepIf } from "./value.ts";

/** Mends every schema of a document, wherever it stands. Examples and extensions are nobody's business. */
export function mendSchemas(document: object): void {
  const root = document as Node; // a document is an object
  const seen = new WeakSet<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    keepIf(value, "$ref", isText);
    for (const [key, child] of Object.entries(value)) {
      if (key === "example" || key === "examples" || key.startsWith("x-")) continue;
      if (key === "schema" || key === "itemSchema") value[key] = mendSchema(child, seen, root);
      // names of headers mostly begin like extensions
      else if (key === "headers" && isNode(child)) Object.values(child).forEach(visit);
      else visit(child);
    }
  };
  const { components, ...rest } = root;
  if (isNode(components)) {
    for (const key of Object.keys(components)) if (!key.startsWith("x-")) keepIf(components, key, isNode);
    mendMembers(components, "schemas", seen, root);
    // by kind and by name, for a name may be any word
    for (const [name, kind] of Object.entries(components)) {
      if (name !== "schemas" && isNode(kind)) Object.values(kind).forEach(visit);
    }
  }
  visit(rest);
  mendNamed(root, seen);
}

/** Those that got a name on the way may stand where no schema is looked for, and refer to others of their kind. */
function mendNamed(root: Node, seen: WeakSet<object>): void {
  const { components } = root;
  if (!isNode(components) || !isNode(components.schemas)) return;
  const before = Object.keys(components.schemas).length;
  mendMembers(components, "schemas", seen, root);
  if (Object.keys(components.schemas).length > before) mendNamed(root, seen);
}

const types = ["string", "number", "integer", "boolean", "array", "object", "null"];
/** What people write who think of another language. */
const meant: Readonly<Record<string, string>> = {
  file: "string",
  date: "string",
  datetime: "string",
  "date-time": "string",
  uuid: "string",
  str: "string",
  text: "string",
  int: "integer",
  int32: "integer",
  int64: "integer",
  long: "integer",
  float: "number",
  double: "number",
  decimal: "number",
  bool: "boolean",
  list: "array",
  map: "object",
  dict: "object",
};

/** What can be read of a schema; anything where nothing can. */
function mendSchema(value: unknown, seen: WeakSet<object>, root: Node): unknown {
  if (typeof value === "boolean") return value;
  if (!isNode(value)) return {};
  if (seen.has(value)) return value;
  seen.add(value);
  for (const key of ["$ref", "title", "description", "format"]) keepIf(value, key, isText);
  if (isText(value.$ref)) {
    value.$ref = namedReference(value.$ref, root);
    if (value.$ref === undefined) return {};
  }
  for (const key of ["enum", "allOf", "anyOf", "oneOf", "prefixItems", "required"]) {
    keepIf(value, key, (list) => Array.isArray(list) && (list.length > 0 || key === "required"));
  }
  for (const key of ["properties", "patternProperties", "$defs"]) keepIf(value, key, isNode);
  for (const key of ["nullable", "deprecated"]) keepIf(value, key, (flag) => typeof flag === "boolean");
  mendType(value);
  if (Array.isArray(value.required)) value.required = [...new Set(value.required.filter(isText))];
  mendEnum(value);
  mendDiscriminator(value, root);
  if (Array.isArray(value.allOf)) value.allOf = withoutIdle(value.allOf);
  for (const key of ["properties", "patternProperties", "$defs"]) mendMembers(value, key, seen, root);
  for (const key of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
    const list = value[key];
    if (Array.isArray(list)) value[key] = list.map((each: unknown) => mendSchema(each, seen, root));
  }
  for (const key of ["items", "additionalProperties", "not", "if", "then", "else"]) {
    if (!Object.hasOwn(value, key)) continue;
    const child = value[key];
    // a list of items is how earlier drafts wrote a tuple
    value[key] =
      key === "items" && Array.isArray(child)
        ? child.map((each: unknown) => mendSchema(each, seen, root))
        : mendSchema(child, seen, root);
  }
  return value;
}

/** Without what says of an object only that it is one, as people write it to hold a description. */
function withoutIdle(parts: readonly unknown[]): readonly unknown[] {
  const left = parts.filter(
    (part) => !isNode(part) || part.type !== "object" || !Object.keys(part).every(isIdle),
  );
  return left.length > 0 ? left : parts.slice(0, 1);
}

function isIdle(key: string): boolean {
  const names = [
    "type",
    "nullable",
    "title",
    "description",
    "deprecated",
    "default",
    "example",
    "externalDocs",
  ];
  return names.includes(key) || key.startsWith("x-");
}

function mendMembers(node: Node, key: string, seen: WeakSet<object>, root: Node): void {
  const members = node[key];
  if (!isNode(members)) return;
  for (const [name, member] of Object.entries(members)) members[name] = mendSchema(member, seen, root);
}

function mendType(schema: Node): void {
  if (!Object.hasOwn(schema, "type") || types.some((type) => type === schema.type)) return;
  const known = [schema.type ?? []].flat().flatMap((type): readonly string[] => {
    if (type === null) return ["null"];
    const name = isText(type) ? type.toLowerCase() : "";
    const found = types.includes(name) ? name : Object.hasOwn(meant, name) ? meant[name] : undefined;
    return found === undefined ? [] : [found];
  });
  if (schema.type === "file") schema.format = "binary";
  if (known.length === 0) delete schema.type;
  else if (Array.isArray(schema.type)) schema.type = [...new Set(known)];
  else schema.type = known[0];
}

/** Of an object whose values are listed, or a value that has properties; openapi-typescript takes either for a choice. */
function mendEnum(schema: Node): void {
  if (!Array.isArray(schema.enum)) return;
  const types = [schema.type ?? []].flat();
  if (types.includes("object") || (types.length === 0 && isNode(schema.properties))) delete schema.enum;
  else for (const key of ["properties", "additionalProperties"]) delete schema[key];
}

function mendDiscriminator(schema: Node, root: Node): void {
  keepIf(schema, "discriminator", (value) => isNode(value) && isText(value.propertyName));
  const { discriminator } = schema;
  if (!isNode(discriminator)) return;
  keepIf(discriminator, "mapping", isNode);
  const { mapping } = discriminator;
  const leadsOn = (target: unknown): target is string =>
    isText(target) && target.startsWith("#/") && valueAt(root, parseFragment(target)) !== undefined;
  if (!isNode(mapping)) return;
  for (const [key, target] of Object.entries(mapping)) {
    // the name of a schema is as good as a reference
    const named = `#/components/schemas/${target}`;
    if (isText(target) && /^[\w.-]+$/.test(target) && !isForgotten(parseFragment(named), root))
      mapping[key] = named;
    else if (leadsOn(target)) mapping[key] = namedReference(target, root);
    else delete mapping[key];
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
