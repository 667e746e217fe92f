import type { JsonType } from "./domain.ts";

/** "a number (5)", "the text `yes`", "a list": what stands in the description, for a message about it. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? `the text \`${value}\`` : `the ${typeof value} ${String(value)}`;
}

/** "`a`, `b` and `c`" */
export function quoted(values: readonly unknown[], conjunction: "and" | "or" = "and"): string {
  return inWords(
    values.map((value) => `\`${String(value)}\``),
    conjunction,
  );
}

/** "a string, a number or a list": JSON types, of which one is meant. */
export function typesInWords(types: readonly JsonType[]): string {
  const words = types.map((type) =>
    type === "array" ? "a list" : type === "object" ? "an object" : `a ${type}`,
  );
  return inWords(words, "or");
}

function inWords(texts: readonly string[], conjunction: "and" | "or"): string {
  const last = texts.at(-1) ?? "";
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} ${conjunction} ${last}` : last;
}

/** " It has `a` and `b`.", or nothing to say when there are none; long lists are cut. */
export function theyAre(lead: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, 8);
  return ` ${lead} ${quoted(shown)}${names.length > shown.length ? `, and ${names.length - shown.length} more` : ""}.`;
}
