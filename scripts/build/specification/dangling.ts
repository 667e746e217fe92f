import fs from "node:fs";
import path from "node:path";
import type { LocationObject } from "@redocly/openapi-core";
import { parseYaml } from "@redocly/openapi-core";
import { definedAround } from "../../vocabulary/defined-around.ts";
import { nearest } from "../../vocabulary/nearest.ts";
import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import { withSlash } from "../../vocabulary/with-slash.ts";
import { asWritten } from "./as-written.ts";
import { describeMissing } from "./missing-file.ts";

/** What to say of a `$ref` that leads nowhere: where it stops, and where it probably meant to go. */
export interface Dangling {
  readonly message: string;
  readonly suggest: readonly string[];
  /**
   * What has been forgotten by whoever published the document, for it has none of nearly that name; or what is meant all the
   * same: a definition of the schema around it, or what a reference without its first slash names.
   */
  readonly forgotten?: "schema" | "response" | "mapping" | "definition" | "slash" | undefined;
}

/** `undefined` when nothing more is known than that it leads nowhere. It may lead to files of the project only. */
export function describeDangling({ source, pointer }: LocationObject): Dangling | undefined {
  const document = asWritten(source);
  const way = parseFragment(pointer ?? "");
  const place = valueAt(document, way);
  // a mapping has no key for it
  const reference = typeof place === "string" ? place : child(place, "$ref");
  if (typeof reference !== "string") return undefined;
  const [file = "", fragment = ""] = reference.split("#");
  if (file === "")
    return (
      slashless(document, reference) ??
      around(document, reference, way) ??
      asMapping(stopsIn(document, reference, file, fragment), way)
    );
  const folder = path.dirname(source.absoluteRef);
  if (!path.isAbsolute(folder) || /^[a-z]+:\/\//i.test(file)) return undefined;
  const target = path.resolve(folder, file);
  const found = fs.statSync(target, { throwIfNoEntry: false });
  if (found === undefined) {
    const { message, suggest } = describeMissing(target, folder);
    const meant = suggest.map((each) => (fragment === "" ? each : `${each}#${fragment}`));
    return asMapping({ message, suggest: meant }, way);
  }
  return found.isFile() && fragment !== "" ? stopsIn(parsed(target), reference, file, fragment) : undefined;
}

function slashless(document: unknown, reference: string): Dangling | undefined {
  const meant = withSlash(reference);
  const message = `\`${reference}\` leads nowhere: what leads into the document begins with \`#/\`.`;
  const isThere = meant !== undefined && valueAt(document, parseFragment(meant.slice(1))) !== undefined;
  return isThere ? { message, suggest: [meant], forgotten: "slash" } : undefined;
}

/** Whoever takes a schema from elsewhere, with its definitions in it, leaves its references as they were. */
function around(document: unknown, reference: string, way: readonly string[]): Dangling | undefined {
  const name = definedAround(document, reference, way);
  const message = `\`${reference}\` leads nowhere: there is no \`$defs\` at the root of the document.`;
  return name && { message, suggest: [`#${printPointer(name)}`], forgotten: "definition" };
}

/** A value of a discriminator that leads nowhere tells of no branch, and the branches are there without it. */
function asMapping(dangling: Dangling | undefined, way: readonly string[]): Dangling | undefined {
  const isLost = dangling?.suggest.length === 0 && isMapping(way);
  return isLost ? { ...dangling, forgotten: "mapping" } : dangling;
}

function isMapping(way: readonly string[]): boolean {
  return way.at(-2) === "mapping" && way.at(-3) === "discriminator";
}

function stopsIn(
  document: unknown,
  reference: string,
  file: string,
  fragment: string,
  hops = 0,
): Dangling | undefined {
  if (!fragment.startsWith("/")) return undefined;
  const tokens = parseFragment(fragment);
  const reached = tokens.findIndex((_, index) => valueAt(document, tokens.slice(0, index + 1)) === undefined);
  if (reached < 0) {
    // it leads somewhere, and what is there leads nowhere
    const next = child(valueAt(document, tokens), "$ref");
    const isFurther = typeof next === "string" && next.startsWith("#") && next !== reference && hops < 20;
    return isFurther ? stopsIn(document, next, file, next.slice(1), hops + 1) : undefined;
  }
  const lost = tokens[reached] ?? "";
  const parent = valueAt(document, tokens.slice(0, reached));
  const names = Object.keys(Object(parent));
  const near = nearest(lost, names);
  // two letters are a slip
  const isForgotten =
    file === "" && (reached === 1 || reached === 2) && nearest(lost, names, 2) === undefined;
  const kind = /^#\/components\/(schema|response)s\/[^/]+$/.exec(reference)?.[1] as Dangling["forgotten"];
  return {
    message: `\`${reference}\` leads nowhere: there is no \`${lost}\`.`,
    suggest: near === undefined ? [] : [`${file}#${printPointer(tokens.with(reached, near))}`],
    forgotten: isForgotten ? kind : undefined,
  };
}

/**
 * Whether it is the value of a discriminator's mapping that gives no reference but the name of a schema, as OpenAPI lets it.
 * Redocly takes that for a file.
 */
export function isSchemaName({ source, pointer }: LocationObject): boolean {
  const document = asWritten(source);
  const way = parseFragment(pointer ?? "");
  const name = valueAt(document, way);
  if (!isMapping(way) || typeof name !== "string") return false;
  return valueAt(document, ["components", "schemas", name]) !== undefined;
}

function parsed(file: string): unknown {
  try {
    return parseYaml(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
