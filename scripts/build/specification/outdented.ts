import { Source, YamlParseError } from "@redocly/openapi-core";
import type { Problem } from "../problem.ts";
import { problemIn, spot } from "./problems.ts";

/** What a text of YAML was read as, and the first lines of what had to be indented for that. */
export interface Read<T> {
  readonly outcome: T;
  readonly lines: readonly number[];
}

/** Each takes another reading of the whole. */
const MOST = 100;

/**
 * Reads a text in which what goes on in quotation marks, brackets or braces may stand too far to the left: by the letter of YAML
 * it has to be indented, other parsers let it pass, and it changes nothing. Any other fault is thrown, as it is in the text.
 */
export function readOutdented<T>(source: Source, read: (source: Source) => T): Read<T> {
  const lines: number[] = [];
  let current = source;
  let fault: unknown;
  for (;;) {
    try {
      return { outcome: read(current), lines };
    } catch (error) {
      fault ??= error;
      const line = outdentedLine(error);
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

/** Only in quotation marks, brackets and braces does a parser ask for that. */
function outdentedLine(error: unknown): number | undefined {
  const isOutdented = error instanceof YamlParseError && error.message.includes("deficient indentation");
  return isOutdented ? error.line : undefined;
}

/** Further to the right than the key before, and so are the lines after it, up to one that may be the last of them. */
function withIndented(text: string, line: number): string {
  const lines = text.split("\n");
  const first = line - 1;
  const before = lines.slice(0, first).findLast((each) => each.trim() !== "") ?? "";
  const [{ length } = ""] = /^[-? ]*/.exec(before) ?? [];
  const last = lines.findIndex((each, index) => index >= first && /["'\]}]/.test(each));
  const indented = lines
    .slice(first, last + 1)
    .map((each) => (each.trim() === "" ? each : `${" ".repeat(length + 1)}${each.trimStart()}`));
  return lines.toSpliced(first, indented.length, ...indented).join("\n");
}
