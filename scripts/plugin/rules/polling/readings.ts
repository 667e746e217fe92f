import { errorKeys, progressKeys, statusLists } from "../../../vocabulary/keys.ts";
import { plainText } from "../../../vocabulary/plain-text.ts";
import type { Block } from "../../block.ts";
import { openBlock } from "../../block.ts";
import type { ExpressionNeeds } from "../../checks.ts";
import { checkExpressions, checkOne } from "../../checks.ts";
import type { Document, Place } from "../../document.ts";
import { isObject, itemsOf } from "../../document.ts";
import type { Readable, Scope } from "../../expressions.ts";
import type { Operation, Response } from "../../operations.ts";
import type { Report } from "../../report.ts";
import { errorCodeOf } from "./error-code.ts";
import { checkRequires } from "./requires.ts";

/** Checks every expression of the block against the answers, and gives what `status` reads, if all of that is right. */
export function checkReadings(
  operation: Operation,
  block: Block,
  document: Document,
  { report, warn }: { readonly report: Report; readonly warn: Report },
): readonly Readable[] | undefined {
  const answers = answersOf(operation, block);
  if (!answers.some(({ body }) => body) && readsBody(block)) {
    const responses = operation.fields.get("responses") ?? operation.place;
    const needs = "needs a 2xx response with a JSON body, from which the status is read";
    report(responses, "polled-without-json", `\`${operation.name}\` is polled, so it ${needs}.`, {
      onKey: true,
    });
    return undefined;
  }
  const scope = scopeOf(operation, answers, document);
  const kinds = ["response.body", "response.header"] as const;
  const fromAnswer: Scope = { ...scope, kinds };
  const fromAnswerOrCode: Scope = { ...scope, kinds: [...kinds, "statusCode", "errorCode"] };

  const [status, failedIf, result] = [block.get("status"), block.get("failedIf"), block.get("result")];
  const [progress, error] = [block.get("progress"), block.get("error")];
  if (failedIf) checkExpressions(failedIf, { scope: fromAnswer }, report);
  const success = result && checkOne(result, { scope: fromAnswer }, report);
  if (!block.has("result") || success) checkRequires(block, success?.shape ?? scope.body ?? "open", report);
  if (progress) checkProgress(progress, { scope: fromAnswer, types: progressTypes }, document, report);
  if (error) checkError(error, { scope: fromAnswerOrCode }, document, report);
  return status && checkExpressions(status, { scope: fromAnswerOrCode, types: statusTypes, warn }, report);
}

const statusTypes = ["A status", ["string", "number", "boolean"]] as const;
const progressTypes = ["Progress", ["number", "string"]] as const;

function checkProgress(place: Place, needs: ExpressionNeeds, document: Document, report: Report): void {
  if (!isObject(place.value)) {
    checkOne(place, needs, report);
    return;
  }
  const expected = { name: "progress", keys: progressKeys, required: progressKeys };
  const block = openBlock(place, expected, document, report);
  const [done, total] = [block?.get("done"), block?.get("total")];
  if (done) checkOne(done, needs, report);
  if (typeof total?.value !== "number") {
    if (total) checkOne(total, needs, report);
  } else if (total.value <= 0) {
    report(
      total,
      "total-not-above-zero",
      `\`total\` is what \`done\` reaches in the end, so it is above zero, not ${total.value}.`,
    );
  }
}

function checkError(place: Place, needs: ExpressionNeeds, document: Document, report: Report): void {
  const block = openBlock(place, { name: "error", keys: errorKeys }, document, report);
  for (const key of errorKeys) {
    const value = block?.get(key);
    if (value) checkExpressions(value, needs, report);
  }
}

/**
 * The answers that are read: 2xx, those whose code the lists name when `$statusCode` tells the status, and all when
 * `$errorCode` does.
 */
function answersOf({ responses }: Operation, block: Block): readonly Response[] {
  const success = responses.filter(({ isSuccess }) => isSuccess);
  const status = expressionsOf(block.get("status"));
  if (status.includes("$errorCode")) return responses;
  if (!status.includes("$statusCode")) return success;
  const listed = statusLists.flatMap((key) => {
    const list = block.get(key);
    return list ? itemsOf(list).map(({ value }) => plainText(value)) : [];
  });
  const named = listed.flatMap((code) => {
    const documented = [code, `${code.charAt(0)}XX`, "default"].map((each) =>
      responses.find((response) => response.code.toLowerCase() === each.toLowerCase()),
    );
    return documented.find((response) => response !== undefined) ?? [];
  });
  return [...new Set([...success, ...named])];
}

function readsBody(block: Block): boolean {
  return !expressionsOf(block.get("status")).every((each) =>
    /^\$(statusCode|errorCode|response\.header\.)/.test(plainText(each)),
  );
}

function expressionsOf(place: Place | undefined): readonly unknown[] {
  return [place?.value ?? []].flat();
}

function scopeOf(operation: Operation, answers: readonly Response[], document: Document): Scope {
  const bodies = answers.flatMap(({ body }) => (body === undefined ? [] : [body]));
  const isDocumented = answers.length > 0 && answers.every(({ headers }) => headers);
  return {
    kinds: [],
    answer: answers.length === 1 ? `the ${answers[0]?.code} answer` : "the answer",
    body: bodies.length > 0 ? { any: bodies } : undefined,
    headers: isDocumented ? new Map(answers.flatMap(({ headers }) => [...(headers ?? [])])) : undefined,
    errorCode: errorCodeOf(operation.responses, document),
    request: { body: undefined, parameters: operation.parameters },
  };
}
