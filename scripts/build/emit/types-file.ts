// The one place that knows openapi-typescript.
import type * as OpenApiTypeScript from "openapi-typescript";
import type TypeScript from "typescript";
import type { Document } from "../model/openapi.ts";
import { withMorph } from "./compiler.ts";
import { uploadsIn } from "./uploads.ts";

// the package's entry loads a linter and a bundler that are not wanted here
const { transformSchema, resolveRef, scanDiscriminators, astToString, factory } = withMorph(
  "openapi-typescript",
  (require): Printing => ({
    transformSchema: require("openapi-typescript/dist/transform/index.cjs"),
    ...require("openapi-typescript/dist/lib/utils.cjs"),
    ...require("openapi-typescript/dist/lib/ts.cjs"),
    factory: require("typescript").factory,
  }),
);
type Printing = Pick<typeof OpenApiTypeScript, Printer> & Pick<typeof TypeScript, "factory">;
type Printer = "transformSchema" | "resolveRef" | "scanDiscriminators" | "astToString";

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
