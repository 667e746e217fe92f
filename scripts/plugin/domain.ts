import type { Scalar } from "../vocabulary/extensions.ts";
import type { Shape } from "./shape.ts";

export type JsonType = "string" | "number" | "boolean" | "null" | "object" | "array";
const jsonTypes: readonly JsonType[] = ["string", "number", "boolean", "null", "object", "array"];

/** The values that a schema lets through: those named in an enum or a const, and every value of a type in `rest`. */
export interface Domain {
  readonly named: readonly (Scalar | null)[];
  readonly rest: readonly JsonType[];
}

export function domainOf(shape: Shape): Domain {
  if (shape === "open" || "lost" in shape) return anything;
  if ("keywords" in shape) return domainOfKeywords(shape.keywords);
  return "all" in shape
    ? shape.all.map(domainOf).reduce(intersection, anything)
    : shape.any.map(domainOf).reduce(union, nothing);
}

export function union(a: Domain, b: Domain): Domain {
  return { named: unique([...a.named, ...b.named]), rest: unique([...a.rest, ...b.rest]) };
}

export function admits(domain: Domain, value: Scalar | null): boolean {
  return domain.named.includes(value) || domain.rest.includes(jsonTypeOf(value));
}

/** Every JSON type that a value of this domain can have. */
export function typesOf(domain: Domain): readonly JsonType[] {
  return unique([...domain.named.map(jsonTypeOf), ...domain.rest]);
}

export function jsonTypeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}

const anything: Domain = { named: [], rest: jsonTypes };
const nothing: Domain = { named: [], rest: [] };

function intersection(a: Domain, b: Domain): Domain {
  const inBoth = [
    ...a.named.filter((value) => admits(b, value)),
    ...b.named.filter((value) => admits(a, value)),
  ];
  return { named: unique(inBoth), rest: a.rest.filter((type) => b.rest.includes(type)) };
}

function domainOfKeywords(keywords: Readonly<Record<string, unknown>>): Domain {
  const listed = "const" in keywords ? [keywords.const] : keywords.enum;
  const byType: Domain = { named: [], rest: typesNamed(keywords) };
  if (!Array.isArray(listed)) return byType;
  return intersection({ named: listed.filter(isScalarOrNull), rest: [] }, byType);
}

function typesNamed(keywords: Readonly<Record<string, unknown>>): readonly JsonType[] {
  const written = [keywords.type ?? []].flat().map((type) => (type === "integer" ? "number" : type));
  const types = jsonTypes.filter((type) => written.includes(type));
  if (types.length > 0) return keywords.nullable === true ? [...types, "null"] : types;
  if ("properties" in keywords || "additionalProperties" in keywords) return ["object"];
  return "items" in keywords || "prefixItems" in keywords ? ["array"] : jsonTypes;
}

function isScalarOrNull(value: unknown): value is Scalar | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
