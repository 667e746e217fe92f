// The one place that knows openapi-typescript.
import { createRequire } from "node:module";
import type * as OpenApiTypeScript from "openapi-typescript";
import type TypeScript from "typescript";
import type { Document } from "../model/openapi.ts";
import { uploadsIn } from "./uploads.ts";

// `import` would take half a second longer: Node looks through all of the compiler for the names that it exports, and the
// package's entry loads a linter and a bundler that are not wanted here
const require = createRequire(import.meta.url);
const transformSchema = load<(typeof OpenApiTypeScript)["transformSchema"]>("transform/index");
const { resolveRef, scanDiscriminators } = load<typeof OpenApiTypeScript>("lib/utils");
const { astToString } = load<typeof OpenApiTypeScript>("lib/ts");
// nodes are its own compiler's
const { factory }: typeof TypeScript = createRequire(require.resolve("openapi-typescript"))("typescript");

type Schema = Parameters<typeof transformSchema>[0];
type Context = Parameters<typeof transformSchema>[1];

/** The types of a mended document in JSON. Linting and bundling would be the second, so they are passed by. */
export function printTypes(document: string, banner: string): string {
  const schema: Schema = JSON.parse(withoutPercent(document));
  const uploads = uploadsIn(schema as unknown as Document); // two names for one thing
  const options = { silent: true };
  const context: Omit<Context, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: scanDiscriminators(schema, options),
    emptyObjectsUnknown: false,
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
    resolve: <T>($ref: string): T | undefined => resolveRef<T>(schema, $ref, options),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (each) => (uploads.has(each) ? factory.createTypeReferenceNode("Blob") : undefined),
    transformProperty: undefined,
  };
  // `redoc` is for loading and linting, and neither happens here
  const text = astToString(transformSchema(schema, context as Context));
  return `// ${banner}\n${withPercent(withLenientHelper(text))}`;
}

/** In the name of a property it would be taken for an escape. References are escaped indeed. */
function withoutPercent(json: string): string {
  return json.replace(/"\$ref":"(?:[^"\\]|\\.)*"|%/g, (found) => (found === "%" ? standIn : found));
}

function withPercent(text: string): string {
  return text.replaceAll(standIn, "%").replace(/\\uE025/gi, "%");
}

/** A character that is nobody's. */
const standIn = "\uE025";

/** The helper does not know that what it makes required may be null, or one of several. */
function withLenientHelper(text: string): string {
  return text.replace(
    /type WithRequired<T, K extends keyof T> = T & \{\s*\[P in K\]-\?: T\[P\];\s*\};/,
    "type WithRequired<T, K extends PropertyKey> = T extends unknown ? T & {\n    [P in K & keyof T]-?: T[P];\n} : never;",
  );
}

function load<Module>(name: string): Module {
  return require(`openapi-typescript/dist/${name}.cjs`);
}
