import type { Document } from "../../plugin/document.ts";
import { domainOf, typesOf } from "../../plugin/domain.ts";
import { resolvePointer } from "../../plugin/members.ts";
import { shapeOf } from "../../plugin/shape.ts";
import type { Answer } from "../see/answers.ts";
import type { Id } from "./id.ts";

/** An answer may do without the id: then nothing was started, or `start` throws after something was. */
export function absence(
  { member: { pointer } }: Id,
  { body }: Answer,
  document: Document,
): readonly string[] {
  const missing = pointer.findIndex((_, index) => {
    const found = body && resolvePointer(shapeOf(body, document), pointer.slice(0, index + 1));
    const types = found && "shape" in found ? typesOf(domainOf(found.shape)) : [];
    // of what may be anything, nothing is known
    return types.includes("null") && !types.includes("array");
  });
  return missing < 0
    ? []
    : [`that the answer has it: ${pointer.slice(0, missing + 1).join("/")} may be null`];
}
