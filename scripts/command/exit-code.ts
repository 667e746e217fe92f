import type { Problem } from "../build/problem.ts";
import { exitCodes } from "./command.ts";

/** What a command ends with: whoever called it has to do something else about a wrong call than about a specification. */
export function exitCodeOf({
  ok,
  problems,
}: {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}): number {
  if (ok) return exitCodes.fine;
  const isOfCall = problems.some(({ severity, code }) => severity === "error" && codesOfCall.has(code));
  return isOfCall ? exitCodes.usage : exitCodes.faults;
}

/** Something was named that is not there, or a file cannot be read or written. */
const codesOfCall: ReadonlySet<Problem["code"]> = new Set([
  "unknown-api",
  "missing-file",
  "cannot-be-read",
  "output-is-link",
  "output-is-file",
]);
