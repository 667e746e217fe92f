import path from "node:path";
import type { LocationObject, NormalizedProblem, Source } from "@redocly/openapi-core";
import { getLineColLocation, ResolveError, YamlParseError } from "@redocly/openapi-core";
import type { ProblemCode } from "../../vocabulary/problem-codes.ts";
import { codeOf } from "../../vocabulary/problem-codes.ts";
import type { Problem, RedoclyRule } from "../problem.ts";
import { AliasError } from "./aliases.ts";
import type { Dangling } from "./dangling.ts";
import { describeDangling, isSchemaName } from "./dangling.ts";
import { frameOf } from "./frame.ts";
import { outside } from "./local-resolver.ts";
import { isMinified } from "./minified.ts";
import { describeMisplacedLinks } from "./misplaced-links.ts";
import { describeMissing, missingFile } from "./missing-file.ts";
import { yamlAdvice } from "./yaml-advice.ts";

/** Where something stands: a JSON pointer into a file. */
export interface Place {
  readonly source: Source;
  readonly pointer: string;
  readonly onKey?: boolean;
}

/** What Redocly found, without what an ignore file excuses. */
export function fromRedocly(
  found: readonly NormalizedProblem[],
  relocate: (location: LocationObject) => LocationObject = (location) => location,
): readonly Problem[] {
  const isTorn = found.some(({ ruleId }) => ruleId === "no-unresolved-refs");
  const ofJobs = new Set(found.filter(isOfJob).map(placeName));
  return found.flatMap((problem): readonly Problem[] => {
    const {
      ignored,
      severity,
      message,
      suggest,
      ruleId,
      reference,
      location: [location],
    } = problem;
    if (ignored || location === undefined) return [];
    // while a reference leads nowhere, nobody knows what is not used
    if (isTorn && ruleId === "no-unused-components") return [];
    // the bundler meets it first where there are overlays
    const isLost =
      ruleId === "no-unresolved-refs" || (ruleId === "bundler" && message.startsWith("Can't resolve"));
    if (isLost && isSchemaName(location)) return [];
    if (isLost && ofJobs.has(placeName(problem)) && isForgotten(location)) return [];
    // what is an error anyhow has been told, and what is mended is there
    if (isOfJob(problem) && !isForgotten(location)) return [];
    const isOutside = isLost && message.includes(outside);
    const dangling = isLost && !isOutside ? describeDangling(location) : undefined;
    const misplaced = message.endsWith(" is not expected here.")
      ? describeMisplacedLinks(location)
      : undefined;
    const rule = isLost ? "no-unresolved-refs" : ruleId;
    return [
      {
        severity: severity === "error" ? "error" : "warning",
        message: isOutside
          ? message.replace(/^Can't resolve \$ref: /, "")
          : (lost(dangling, severity) ?? misplaced ?? message),
        suggest: dangling?.suggest ?? suggest,
        code: isOutside ? "ref-outside" : (codeOf(reference) ?? (rule as RedoclyRule)),
        rule,
        ...shown(relocate(location)),
      },
    ];
  });
}

function isOfJob({ reference, ignored }: NormalizedProblem): boolean {
  return codeOf(reference) === "job-without-schema" && !ignored;
}

function placeName({ location: [location] }: NormalizedProblem): string {
  return `${location?.source.absoluteRef}${location?.pointer}`;
}

/** A schema or an answer that the document does not have, which keeps nothing from being generated. */
function isForgotten(location: LocationObject): boolean {
  const forgotten = describeDangling(location)?.forgotten;
  return forgotten === "schema" || forgotten === "response";
}

/** A warning says what becomes of it. */
function lost(dangling: Dangling | undefined, severity: NormalizedProblem["severity"]): string | undefined {
  if (!dangling?.forgotten || severity !== "warn") return dangling?.message;
  const mended = {
    schema: "Anything is taken for one.",
    response: "The answer is left out.",
    mapping: "This value tells of no schema.",
    slash: "It is taken as if it did.",
    definition: "The one in the schema around it is taken.",
  };
  return `${dangling.message} ${mended[dangling.forgotten]}`;
}

/** The place in words and numbers, with the lines around it. */
function shown(location: LocationObject): Pick<Problem, "file" | "line" | "column" | "pointer" | "frame"> {
  const place = getLineColLocation(location);
  const { source, start, end } = place;
  // of a fault that is a whole operation, the beginning says enough
  const { end: _, ...beginning } = place;
  const isLong = end !== undefined && end.line - start.line > 3;
  const at = { file: source.absoluteRef, line: start.line, column: start.col };
  if (isMinified(source, start.line)) return { ...at, pointer: location.pointer ?? "#", frame: "" };
  return { ...at, frame: frameOf(isLong ? beginning : place) };
}

/** A value that begins below its key is shown by the key. */
export function problemAt(
  { source, pointer, onKey = false }: Place,
  code: ProblemCode,
  message: string,
  relocate: (location: LocationObject) => LocationObject = (location) => location,
): Problem {
  const location = relocate({ source, pointer, reportOnKey: onKey });
  const reportOnKey = onKey || isBelowKey(location);
  return { ...problemIn(source.absoluteRef, code, message), ...shown({ ...location, reportOnKey }) };
}

function isBelowKey(value: LocationObject): boolean {
  const [key, itself] = [true, false].map((reportOnKey) => getLineColLocation({ ...value, reportOnKey }));
  return key?.start.line !== itself?.start.line;
}

/** A place that is known by its line, with the lines around it. */
export function spot(
  source: Source,
  line: number,
  column: number,
): Required<Pick<Problem, "line" | "column" | "frame">> {
  const start = { line, col: column };
  return { line, column, frame: frameOf({ source, pointer: undefined, start }) };
}

/** About a file as a whole, or one that cannot be read. */
export function problemIn(file: string, code: ProblemCode, message: string): Problem {
  return { severity: "error", message, suggest: [], code, file, frame: "" };
}

/**
 * What was thrown while a file was being loaded; a file that is not there is a fault of whatever `wants` it, and another
 * one with a text such as `isMeant` wants may be the right one.
 */
export function fromThrown(
  thrown: unknown,
  file: string,
  wants?: Place,
  isMeant?: (text: string) => boolean,
): Problem {
  if (thrown instanceof YamlParseError) {
    const { source, message, originalError } = thrown;
    if (originalError instanceof AliasError)
      return problemAt({ source, pointer: originalError.pointer }, originalError.code, message);
    const text = message.replace(/ in "[^"]*"/, "").replace(/ \(\d+:\d+\)$/, "");
    const format = /\.json$/i.test(source.absoluteRef) ? "JSON" : "YAML";
    const said = `This is no ${format}: ${text}.${yamlAdvice(text)}`;
    const problem = problemIn(source.absoluteRef, "not-yaml", said);
    const { line, col } = thrown;
    // js-yaml names no line for some faults
    if (!line || !col) return problem;
    return { ...problem, ...spot(source, line, col) };
  }
  const missing = missingFile(thrown);
  if (missing !== undefined) {
    const folder = path.dirname(wants?.source.absoluteRef ?? missing);
    const { message, suggest } = describeMissing(missing, folder, isMeant);
    const problem = wants
      ? problemAt(wants, "missing-file", message)
      : problemIn(file, "missing-file", message);
    return { ...problem, suggest };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof ResolveError && wants) return problemAt(wants, "missing-file", `${message}.`);
  return problemIn(file, "cannot-be-read", message);
}
