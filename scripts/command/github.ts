import type { FileReport, Problem, Report } from "../build/index.ts";
import { shownPath } from "./shown-path.ts";

/**
 * A report as annotations, which GitHub shows beside the lines they are about: commands of a workflow, one on a line.
 * `folder` is where the repository was checked out.
 */
export function annotations({ problems, files }: Report, folder: string): string {
  const drifted = files.filter(({ state }) => state !== "unchanged");
  return [
    ...problems.map((each) => problemLine(each, folder)),
    ...drifted.map((each) => driftLine(each, folder)),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function problemLine(
  { severity, file, line, column, message, suggest, code }: Problem,
  folder: string,
): string {
  const hint = suggest.length === 0 ? "" : `\nDid you mean ${suggest.slice(0, 3).join(", or ")}?`;
  const place = line === undefined ? {} : { line: String(line), col: String(column) };
  return annotation(severity, { file: shownPath(file, folder), ...place, title: code }, message + hint);
}

function driftLine({ path: file, state }: FileReport, folder: string): string {
  return annotation("error", { file: shownPath(file, folder), title: state }, `This file is ${state}.`);
}

function annotation(
  kind: "error" | "warning",
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${kind} ${list.join(",")}::${escaped(message)}`;
}

/** A message must not end its line, where another command could begin. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
