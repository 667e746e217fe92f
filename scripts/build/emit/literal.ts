import { isPropertyName } from "../../vocabulary/identifier.ts";
import type { Code } from "./layout.ts";
import { braces, brackets, hardLine, indent } from "./layout.ts";

/**
 * A string literal. Nothing in it can end the literal, the line, or a script element around it. Here and below, what is
 * not what the types say becomes text, never code.
 */
export function text(value: string): string {
  return JSON.stringify(String(value))
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replace(/<(?=\/script|!--)/gi, "\\u003C");
}

export function scalar(value: string | number | boolean | null): string {
  return typeof value === "number" || typeof value === "boolean" || value === null
    ? String(value)
    : text(value);
}

/** Milliseconds: `60_000`. */
export function milliseconds(value: number): string {
  return scalar(value).replace(/(?<=^\d+)(?=(\d{3})+$)/g, "_");
}

/** The name of a property in a type. */
export function propertyName(name: string): string {
  return isPropertyName(name) ? name : text(name);
}

/** The key of an object literal; a bare `__proto__` would set the prototype. */
function key(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : propertyName(name);
}

/** A member of an object literal. What a method is written as follows its name at once. */
export type Entry = readonly [name: string, value: Code, kind?: "method" | "spread"];

/** An object literal, on one line if it fits. */
export function object(entries: readonly Entry[]): Code {
  return braces(entries.map(member));
}

/** An object literal with each member on a line of its own. */
export function openObject(entries: readonly Entry[]): Code {
  return ["{", indent(entries.map((entry) => [hardLine, member(entry), ","])), hardLine, "}"];
}

/** The short form where a variable has the name of the key. */
function member([name, value, kind]: Entry): Code {
  if (kind === "method") return [key(name), value];
  if (kind === "spread") return ["...", value];
  return value === name && isVariable(name) ? name : [`${key(name)}: `, value];
}

/** A key may read like the value `""`, `1` or `true`, too. */
function isVariable(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !/^(true|false|null)$/.test(name);
}

export function array(values: readonly (string | number | boolean)[]): Code {
  return brackets(values.map(scalar));
}

/** `"a" | "b"`, and `never` for none. */
export function union(names: readonly string[]): string {
  return names.length === 0 ? "never" : names.map(text).join(" | ");
}
