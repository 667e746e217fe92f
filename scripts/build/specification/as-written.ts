import type { Source } from "@redocly/openapi-core";
import { parseYaml } from "@redocly/openapi-core";
import { parseJson } from "./json-text.ts";

const documents = new WeakMap<Source, unknown>();

/** What a file says, whatever has been made of its document since. Large ones take a second, and may have many faults. */
export function asWritten(source: Source): unknown {
  if (!documents.has(source)) documents.set(source, parseJson(source.body) ?? parseYaml(source.body));
  return documents.get(source);
}
