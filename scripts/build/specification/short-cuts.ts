import type { Config, Document } from "@redocly/openapi-core";
import { standsAlone } from "./standalone.ts";

/** Bundling would change nothing: the document has all that it refers to, and the configuration changes none. */
export function isBundled({ parsed }: Document, { decorators, preprocessors }: Config): boolean {
  const changes = [...Object.values(decorators), ...Object.values(preprocessors)];
  return (
    changes.every((of) => Object.values(of).every((setting) => setting === "off")) && standsAlone(parsed)
  );
}

/**
 * Keeps Redocly from looking for neighbours' dialects where there are none: any preprocessor makes it follow every `$ref`
 * once more, which is a third of the time that linting takes.
 */
export function passOverDialects({ parsed, source }: Document, config: Config): void {
  if (/x-(?:speakeasy|ms-long-running|aep)-/.test(source.body) || !standsAlone(parsed)) return;
  for (const version of ["oas3_0", "oas3_1", "oas3_2"] as const) {
    config.preprocessors[version] = { ...config.preprocessors[version], "jobs/dialects": "off" };
  }
}
