import type { Scalar } from "../../../vocabulary/extensions.ts";
import { isHttpStatus } from "../../../vocabulary/http-status.ts";
import type { Domain } from "../../domain.ts";
import { admits, domainOf, union } from "../../domain.ts";
import type { Readable } from "../../expressions.ts";
import type { Operation } from "../../operations.ts";

/** What the description says the status can be. */
export interface PossibleStatuses {
  /** The values of an enum. */
  readonly named: readonly Scalar[];
  /** The types of which it may have any value. */
  readonly rest: Domain["rest"];
  readonly admits: (value: Scalar) => boolean;
  /** The values that some list has to hold. */
  readonly toPlace: readonly Scalar[];
  /** As a status, the value could be nothing but an HTTP status code. */
  readonly isCode: (value: Scalar) => boolean;
}

export function possibleStatuses(
  { responses }: Operation,
  status: readonly Readable[],
  fold: (value: Scalar) => Scalar,
): PossibleStatuses {
  const codes = responses.filter(({ code }) => /^\d{3}$/.test(code));
  const domainOfCode: Domain = {
    named: codes.map(({ code }) => Number(code)),
    // `4XX` and `default` stand for codes that are not named.
    rest: codes.length < responses.length ? ["number"] : [],
  };
  const kinds = status.map(({ expression }) => expression.kind);
  const hasCode = kinds.includes("statusCode");
  const hasErrorCode = kinds.includes("errorCode");
  const isCode = hasCode && kinds.every((kind) => kind === "statusCode" || kind === "errorCode");
  const read = status.filter(({ expression }) => !expression.kind.endsWith("Code")).map(domainOfReading);
  const errorCodes = status.filter(({ expression }) => expression.kind === "errorCode").map(domainOfReading);
  const all = [...read, ...errorCodes, ...(hasCode ? [domainOfCode] : [])].reduce(union);
  const isUnknown = all.named.length === 0 && all.rest.length === 0;
  const folded = new Set(scalars(all.named).map(fold));
  return {
    named: scalars(all.named),
    rest: all.rest,
    admits: (value) => isUnknown || admits(all, value) || folded.has(fold(value)),
    toPlace: isCode
      ? codes.filter(({ isSuccess }) => isSuccess).map(({ code }) => Number(code))
      : [...new Set(read.flatMap(({ named }) => scalars(named)))],
    isCode: (value) => isCode && (!hasErrorCode || isHttpStatus(value)),
  };
}

/** A header is text, whatever its schema makes of it. */
function domainOfReading({ expression, shape }: Readable): Domain {
  const { named, rest } = domainOf(shape);
  if (expression.kind !== "response.header") return { named, rest };
  return { named: named.map(String), rest: rest.length > 0 ? ["string"] : [] };
}

/** `null` and the empty text are no status; they count as absent. */
function scalars(values: Domain["named"]): readonly Scalar[] {
  return values.filter((value): value is Scalar => value !== null && value !== "");
}
