// The one place that knows what openapi-typescript consists of.
import { createRequire } from "node:module";
import type * as OpenApiTypeScript from "openapi-typescript";
import type TypeScript from "typescript";

// `import` would have Node look through the nine megabytes of a compiler for the names that it exports; and the package's
// entry loads a linter and a bundler that are not wanted here
const require = createRequire(createRequire(import.meta.url).resolve("openapi-typescript"));

/** The compiler that it makes its nodes with. */
export const ts: typeof TypeScript = require("typescript");

type Library = typeof OpenApiTypeScript;
const utilities: Pick<
  Library,
  "resolveRef" | "scanDiscriminators"
> = require("openapi-typescript/dist/lib/utils.cjs");
export const transformSchema: Library["transformSchema"] = require("openapi-typescript/dist/transform/index.cjs");
export const resolveRef: Library["resolveRef"] = utilities.resolveRef;
export const scanDiscriminators: Library["scanDiscriminators"] = utilities.scanDiscriminators;

export type Schema = Parameters<typeof transformSchema>[0];
export type Context = Parameters<typeof transformSchema>[1];
