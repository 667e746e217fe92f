import type { Document, Place } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { saysToFinish, saysUnfinished, textOf } from "../words/texts.ts";
import type { Status, StatusValue } from "./status.ts";

/** A question that is answered with 202 as long as the answer is not ready, or with 206, if a text says so. */
export function statusOfCodes(operation: Operation, document: Document): Status | undefined {
  const { responses, fields } = operation;
  const codes = responses.filter(({ isSuccess }) => isSuccess).map(({ code }) => Number(code));
  if (!codes.includes(200) || codes.some(Number.isNaN)) return undefined;
  const places = document.fields(fields.get("responses"));
  const partial = places.get("206");
  const isUnfinished = partial !== undefined && saysNotYet(operation, partial, document);
  const accepted = places.get("202") ?? (isUnfinished ? partial : undefined);
  if (accepted === undefined) return undefined;
  const values = codes.map((value): StatusValue => {
    if (value === 202 || (value === 206 && isUnfinished)) return { value, list: "pending", isSure: true };
    return { value, list: "succeeded", isSure: value === 200 };
  });
  return { member: { pointer: [], schema: accepted }, known: "codes", values };
}

/** A 206 is that of what is still being made, and not a range of bytes or the part of a list that could be had. */
function saysNotYet(operation: Operation, partial: Place, document: Document): boolean {
  const { parameters, responses } = operation;
  const text = textOf({ fields: document.fields(partial) });
  const isOfRange =
    /\b(ranges?|bytes?|some)\b/i.test(text) ||
    responses.some(({ code }) => code === "416") ||
    parameters.some((one) => one.in === "header" && /range/i.test(one.name));
  return !isOfRange && (saysUnfinished(text) || saysToFinish(textOf(operation)));
}

/** The code of the answer while it is not ready. */
export function codeMeanwhile({ values }: Status): number {
  return Number(values.find(({ list }) => list === "pending")?.value);
}

/** Where most operations list a 202 beside their 200, a framework has put it there. */
export function isHabit(operations: readonly Operation[]): boolean {
  const both = (some: readonly Operation[]): readonly Operation[] =>
    some.filter(({ responses }) =>
      ["200", "202"].every((wanted) => responses.some(({ code }) => code === wanted)),
    );
  const changing = operations.filter(({ method }) => method !== "GET");
  return [operations, changing].some(
    (some) => both(some).length > 5 && both(some).length > 0.3 * some.length,
  );
}
