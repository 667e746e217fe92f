import type { Document } from "../../plugin/document.ts";
import type { Operation, Parameter } from "../../plugin/operations.ts";
import type { Shape } from "../../plugin/shape.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { bodyOf } from "../document/body.ts";
import type { Member } from "../document/schema-members.ts";
import { membersOf } from "../document/schema-members.ts";
import { generic } from "./parameters.ts";
import type { Target } from "./target.ts";

/** The id of a request that refusals have as well is that of the call itself, for whoever reads logs. */
export function isOfCall({ pointer }: Member, { responses }: Operation, document: Document): boolean {
  const [name = "", ...rest] = pointer;
  if (rest.length > 0 || !/^(request|trace|correlation)id$/.test(plainName(name))) return false;
  return responses.some((response) => {
    const body = response.isSuccess ? undefined : bodyOf(response, document);
    return body !== undefined && membersOf(body, document).has(name);
  });
}

/** `/labels/shipment_id/{shipment_id}` looks a label up by the id of something else. */
export function isByOtherId({ operation, resource }: Target, key: Parameter): boolean {
  const wanted = plainName(key.name);
  const parts = operation.path.split("/");
  const before = plainName(parts[parts.indexOf(`{${key.name}}`) - 1] ?? "");
  const isOwn = generic.test(wanted) || resource.words.some((word) => wanted.startsWith(word));
  return key.in === "path" && !isOwn && (before === wanted || before === `by${wanted}`);
}

/**
 * Both ids have a pattern, and these begin differently: what is `^GT…` is never asked for as `^TR…`. No more of them is compared:
 * patterns for the same ids are often written in two ways.
 */
export function isOfOtherKind(given: Shape, wanted: Shape): boolean {
  const [a, b] = [beginningOf(given), beginningOf(wanted)];
  return a !== undefined && b !== undefined && !a.startsWith(b) && !b.startsWith(a);
}

/** What every value begins with: `GT`, for `^GT[0-9a-f]{32}$`. */
function beginningOf(shape: Shape): string | undefined {
  const pattern = patternOf(shape);
  if (pattern === undefined || pattern.includes("|")) return undefined;
  // a letter that may be missing, or comes several times, is none of it
  return /^\^([\w-]+)(?![\w?*+{-])/.exec(pattern)?.[1];
}

function patternOf(shape: Shape): string | undefined {
  if (shape === "open" || "lost" in shape || "any" in shape) return undefined;
  if ("all" in shape) return shape.all.map(patternOf).find((pattern) => pattern !== undefined);
  const { pattern } = shape.keywords;
  return typeof pattern === "string" ? pattern : undefined;
}
