import type { NormalizedProblem, Source } from "@redocly/openapi-core";
import { getCodeframe, getLineColLocation, ResolveError, YamlParseError } from "@redocly/openapi-core";
import type { Problem } from "../problem.ts";
import { describeDangling } from "./dangling.ts";

/** Where something stands: a JSON pointer into a file. */
export interface Place {
  readonly source: Source;
  readonly pointer: string;
  readonly onKey?: boolean;
}

/** What Redocly found, without what an ignore file excuses. */
export function fromRedocly(found: readonly NormalizedProblem[]): readonly Problem[] {
  const isTorn = found.some(({ ruleId }) => ruleId === "no-unresolved-refs");
  return found.flatMap(({ ignored, severity, message, suggest, ruleId, location: [location] }) => {
    if (ignored || location === undefined) return [];
    // while a reference leads nowhere, nobody knows what is not used
    if (isTorn && ruleId === "no-unused-components") return [];
    const place = getLineColLocation(location);
    const { source, start, end } = place;
    const dangling = ruleId === "no-unresolved-refs" ? describeDangling(location) : undefined;
    // of a fault that is a whole operation, the beginning says enough
    const { end: _, ...beginning } = place;
    const isLong = end !== undefined && end.line - start.line > 3;
    return [
      {
        severity: severity === "error" ? "error" : "warning",
        message: dangling?.message ?? message,
        suggest: dangling?.suggest ?? suggest,
        rule: ruleId,
        file: source.absoluteRef,
        line: start.line,
        column: start.col,
        frame: getCodeframe(isLong ? beginning : place, false),
      },
    ];
  });
}

export function problemAt({ source, pointer, onKey = false }: Place, message: string, rule: string): Problem {
  const location = { source, pointer, reportOnKey: onKey };
  const [problem] = fromRedocly([
    { severity: "error", message, suggest: [], ruleId: rule, location: [location] },
  ]);
  return problem ?? problemIn(source.absoluteRef, message, rule);
}

/** About a file as a whole, or one that cannot be read. */
export function problemIn(file: string, message: string, rule: string): Problem {
  return { severity: "error", message, suggest: [], rule, file, line: 1, column: 1, frame: "" };
}

/** What was thrown while a file was being loaded; a file that is not there is a fault of whatever `wants` it. */
export function fromThrown(thrown: unknown, file: string, wants?: Place): Problem {
  if (thrown instanceof YamlParseError) {
    const { source, message } = thrown;
    // js-yaml names no line for some faults
    const line = thrown.line || 1;
    const col = thrown.col || 1;
    const frame = getCodeframe({ source, pointer: undefined, start: { line, col } }, false);
    const text = message.replace(/ in "[^"]*"/, "").replace(/ \(\d+:\d+\)$/, "");
    return {
      ...problemIn(source.absoluteRef, `This is no YAML: ${text}.`, "syntax"),
      line,
      column: col,
      frame,
    };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof ResolveError && wants) return problemAt(wants, `${message}.`, "missing-file");
  return problemIn(file, message, "build");
}
