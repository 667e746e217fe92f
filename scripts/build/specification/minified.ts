import type { Source } from "@redocly/openapi-core";

/** Whether a program wrote the line, so that nobody sees anything there, and a JSON pointer says more. */
export function isMinified(source: Source, line: number): boolean {
  const lines = source.getLines().filter((each) => each.trim() !== "");
  return (source.getLines()[line - 1] ?? "").length > (lines.length > 1 ? 1000 : 200);
}
