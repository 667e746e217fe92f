import type { LocationObject } from "@redocly/openapi-core";
import { parse } from "yaml";
import { nearest } from "../../vocabulary/nearest.ts";

/** What to say of a `$ref` that leads nowhere: where it stops, and where it probably meant to go. */
export interface Dangling {
  readonly message: string;
  readonly suggest: readonly string[];
}

/** `undefined` when the `$ref` leads to another file, of which nothing is known here. */
export function describeDangling({ source, pointer }: LocationObject): Dangling | undefined {
  const document: unknown = parse(source.body);
  const reference = fieldAt(document, [...segmentsOf(pointer ?? ""), "$ref"]);
  if (typeof reference !== "string" || !reference.startsWith("#/")) return undefined;
  const segments = segmentsOf(reference);
  const reached = segments.findIndex(
    (_, index) => fieldAt(document, segments.slice(0, index + 1)) === undefined,
  );
  const lost = segments[reached] ?? "";
  const parent = fieldAt(document, segments.slice(0, reached));
  const near = nearest(lost, typeof parent === "object" && parent !== null ? Object.keys(parent) : []);
  const meant = segments.map((segment, index) => (index === reached ? (near ?? segment) : segment));
  return {
    message: `\`${reference}\` leads nowhere: there is no \`${lost}\`.`,
    suggest: near === undefined ? [] : [`#/${meant.map(escaped).join("/")}`],
  };
}

function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .replace(/^#\/?/, "")
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function escaped(segment: string): string {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}

function fieldAt(document: unknown, path: readonly string[]): unknown {
  let found = document;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    // an object was just checked to own the key
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}
