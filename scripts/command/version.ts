import { createRequire } from "node:module";

/** The version of this package, which knows itself by name from the sources as well as from what is published. */
export function version(): string {
  const manifest = createRequire(import.meta.url)("openapi-jobs/package.json") as { version: string };
  return manifest.version;
}
