// The one place that knows openapi-typescript.
import { astToString, resolveRef, scanDiscriminators, transformSchema } from "openapi-typescript";
import type { Document } from "../model/openapi.ts";

type Schema = Parameters<typeof transformSchema>[0];
type Context = Parameters<typeof transformSchema>[1];

/** The types of a bundled document. Its own linting and bundling would be the second, so they are passed by. */
export function printTypes(document: Document, banner: string): string {
  // scanning for discriminators changes the document
  const schema = structuredClone(document) as unknown as Schema; // a bundle is what it takes
  const options = { silent: true };
  const context: Omit<Context, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: true,
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
    transform: undefined,
    transformProperty: undefined,
  };
  // `redoc` is for loading and linting, and neither happens here
  return `// ${banner}\n${astToString(transformSchema(schema, context as Context))}`;
}
