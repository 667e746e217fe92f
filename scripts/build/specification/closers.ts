import { Source, YamlParseError } from "@redocly/openapi-core";
import type { Problem } from "../problem.ts";
import { problemIn, spot } from "./problems.ts";

/** What a text of YAML was read as, and the lines of it that had to be indented for that. */
export interface Read<T> {
  readonly outcome: T;
  readonly lines: readonly number[];
}

/** Nothing but what closes a bracket, a brace or a quotation mark. */
const CLOSERS = /^\s*[\]}'"]+,?\s*$/;
/** Each takes another reading of the whole. */
const MOST = 50;

/**
 * Reads a text whose closing brackets, braces and quotation marks may stand too far to the left: by the letter of YAML they
 * have to be indented, other parsers let it pass, and it changes nothing. Any other fault is thrown, as it is in the text.
 */
export function readClosers<T>(source: Source, read: (source: Source) => T): Read<T> {
  const lines: number[] = [];
  let current = source;
  let fault: unknown;
  for (;;) {
    try {
      return { outcome: read(current), lines };
    } catch (error) {
      fault ??= error;
      const line = lineOfCloser(error);
      if (line === undefined || lines.includes(line) || lines.length === MOST) throw fault;
      lines.push(line);
      current = new Source(source.absoluteRef, withIndented(current.body, line), source.mimeType);
    }
  }
}

/** A line of a file. */
export interface Line {
  readonly source: Source;
  readonly line: number;
}

/** What there is to say of a line that had to be indented. */
export function outdented({ source, line }: Line): Problem {
  const message =
    "This has to stand further to the right than what it belongs to. It is read as if it did, which not every tool does.";
  const column = (source.body.split("\n")[line - 1] ?? "").search(/\S/) + 1;
  return {
    ...problemIn(source.absoluteRef, "outdented", message),
    severity: "warning",
    ...spot(source, line, column),
  };
}

function lineOfCloser(error: unknown): number | undefined {
  if (!(error instanceof YamlParseError) || !error.message.includes("deficient indentation"))
    return undefined;
  const { source, line } = error;
  return CLOSERS.test(source.body.split("\n")[line - 1] ?? "") ? line : undefined;
}

/** Further to the right than the last line before with something in it. */
function withIndented(text: string, line: number): string {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).findLast((each) => each.trim() !== "") ?? "";
  const [blanks = ""] = /^ */.exec(before) ?? [];
  return lines.with(line - 1, `${blanks} ${lines[line - 1]?.trimStart()}`).join("\n");
}
