import type TypeScript from "typescript";
import type { Document } from "../model/openapi.ts";
import { tellApart } from "./discriminators.ts";
import { nameSchemas } from "./name-schemas.ts";
import type { Context, Schema } from "./openapi-typescript.ts";
import { resolveRef, transformSchema, ts } from "./openapi-typescript.ts";
import { printNodes } from "./print-nodes.ts";
import { recursiveListsIn } from "./recursive-lists.ts";
import { uploadsIn } from "./uploads.ts";

const { factory } = ts;

/** The types of a mended document in JSON. Linting and bundling would be the second, so they are passed by. */
export function printTypes(document: string, banner: string): string {
  const schema: Schema = JSON.parse(withoutPercent(document));
  const uploads = uploadsIn(schema as unknown as Document); // two names for one thing
  const lists = recursiveListsIn(schema.components?.schemas ?? {});
  const options = { silent: true };
  // six times of each parameter
  const resolved = new Map<string, unknown>();
  const context: Omit<Context, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: tellApart(schema),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: <T>($ref: string): T | undefined => {
      if (!resolved.has($ref)) resolved.set($ref, resolveRef<object>(schema, $ref, options));
      return resolved.get($ref) as T | undefined; // whoever asks knows what is there
    },
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform(each) {
      if (uploads.has(each)) return factory.createTypeReferenceNode("Blob");
      const item = lists.get(each);
      return item === undefined ? undefined : listOf(item, each);
    },
    transformProperty: undefined,
  };
  // `redoc` is for loading and linting, and neither happens here
  const { nodes, names } = nameSchemas(transformSchema(schema, context as Context));
  const text = withLenientHelper(printNodes(nodes, names));
  const types = document.includes("%") ? withPercent(text) : text;
  return `// ${banner}\n${unchecked}\n${types}${lists.size > 0 ? listOfHelper : ""}`;
}

/**
 * Types alone, which nobody can mend where they stand: so compilers read them, but do not check them again in every build, nor by
 * the stricter options of somebody's project. Tests take the line out.
 */
export const unchecked =
  "// @ts-nocheck: the generator vouches for these types, and every build is faster for it.";

function listOf(
  item: string,
  { type, nullable }: { type?: unknown; nullable?: unknown },
): TypeScript.TypeNode {
  const name = factory.createStringLiteral(item.replaceAll("%", standIn));
  const list = factory.createTypeReferenceNode("ListOf", [factory.createLiteralTypeNode(name)]);
  const isNullable = nullable === true || (Array.isArray(type) && type.includes("null"));
  const none = factory.createLiteralTypeNode(factory.createNull());
  return isNullable ? factory.createUnionTypeNode([list, none]) : list;
}

/** A compiler looks into an interface only when somebody asks what is there. */
const listOfHelper = `interface ListOf<Name extends keyof components["schemas"]> extends Array<components["schemas"][Name]> {}
`;

/** In the name of a property it would be taken for an escape. References are escaped indeed. */
function withoutPercent(json: string): string {
  if (!json.includes("%")) return json;
  return json.replace(/"\$ref":"(?:[^"\\]|\\.)*"|%/g, (found) => (found === "%" ? standIn : found));
}

function withPercent(text: string): string {
  return text.replaceAll(standIn, "%").replace(/\\uE025/gi, "%");
}

/** A character that is nobody's. */
const standIn = "\uE025";

/** The helper, which stands at the end, does not know that what it makes required may be null, or one of several. */
function withLenientHelper(text: string): string {
  const start = Math.max(0, text.lastIndexOf("type WithRequired<"));
  const helper = text
    .slice(start)
    .replace(
      /^type WithRequired<T, K extends keyof T> = T & \{\s*\[P in K\]-\?: T\[P\];\s*\};/,
      "type WithRequired<T, K extends PropertyKey> = T extends unknown ? T & {\n    [P in K & keyof T]-?: T[P];\n} : never;",
    );
  return text.slice(0, start) + helper;
}
