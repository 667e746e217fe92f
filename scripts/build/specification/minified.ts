import type { Source } from "@redocly/openapi-core";

/** Whether a program wrote the line, so that nobody sees anything there, and a JSON pointer says more. */
export function isMinified(source: Source, line: number): boolean {
  const { length } = source.getLines()[line - 1] ?? "";
  return length > 1000 || (length > 200 && isAlone(source));
}

function isAlone(source: Source): boolean {
  return source.getLines().filter((each) => each.trim() !== "").length <= 1;
}
