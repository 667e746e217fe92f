import type { UserContext } from "@redocly/openapi-core";
import type { ProblemCode } from "../vocabulary/problem-codes.ts";
import { pageOf } from "../vocabulary/problem-codes.ts";
import type { Place } from "./document.ts";
import { originOf } from "./origins.ts";

export type Report = (place: Place, code: ProblemCode, message: string, how?: ReportOptions) => void;

export interface ReportOptions {
  /** What to write instead; Redocly asks "Did you mean: …?" */
  readonly suggest?: readonly string[];
  /** The fault is in the key, not in the value. */
  readonly onKey?: boolean;
}

/** A shared part that several operations refer to is checked for each of them, but its faults are told once. */
export function reporter(context: UserContext, forceSeverity?: "warn"): Report {
  const told = new Set<string>();
  return ({ location }, code, message, { suggest = [], onKey = false } = {}) => {
    const fault = JSON.stringify([location.absolutePointer, message]);
    if (told.has(fault)) return;
    told.add(fault);
    const { source, pointer } = originOf(location);
    context.report({
      message,
      suggest: [...suggest],
      location: { source, pointer, reportOnKey: onKey },
      reference: pageOf(code),
      ...(forceSeverity ? { forceSeverity } : {}),
    });
  };
}
