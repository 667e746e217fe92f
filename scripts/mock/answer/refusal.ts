import { locate } from "../../../src/sandbox/contract/pointer.ts";
import { parseExpression } from "../../vocabulary/expression.ts";
import { valueAt } from "../../vocabulary/pointer.ts";
import type { Operation } from "../document/operations.ts";
import type { Pin } from "../sample/making.ts";
import { answersOf, responseOf } from "./answers.ts";

/**
 * A refusal with this sentence: as the document has it, if `x-errors` says where its message stands, so that it is in the
 * error that a client throws; else as text.
 */
export function refusal(
  status: number,
  sentence: string,
  operation?: Operation,
  document?: unknown,
): Response {
  const where = [locate(document, ["x-errors", "message"])?.value].flat();
  for (const each of where) {
    const expression = typeof each === "string" ? parseExpression(each) : undefined;
    if (operation === undefined || expression?.kind !== "response.body") continue;
    const pin: Pin = { at: expression.pointer, values: [sentence] };
    const answers = answersOf(operation, document, { pins: [pin, ...codePins(status, document)] });
    const found =
      answers.find(({ key }) => key === String(status)) ??
      answers.find(({ key }) => key.toUpperCase() === "4XX") ??
      answers.find(({ key }) => key === "default");
    if (found && valueAt(found.body, pin.at) === sentence) return responseOf({ ...found, status });
  }
  return new Response(`${sentence}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** A code that means "not found", if there is one; otherwise none, lest it mean something else. */
function codePins(status: number, document: unknown): readonly Pin[] {
  const codes = [locate(document, ["x-errors", "code"])?.value].flat();
  const known = status === 404 ? [locate(document, ["x-errors", "notFound"])?.value ?? []].flat() : [];
  return codes.flatMap((each) => {
    const expression = typeof each === "string" ? parseExpression(each) : undefined;
    if (expression?.kind !== "response.body") return [];
    return [{ at: expression.pointer, values: known, ratherNone: known.length === 0 }];
  });
}
