import type { Document as Loaded } from "@redocly/openapi-core";
import { doubtOfJob } from "../../vocabulary/marked-jobs.ts";
import type { Problem } from "../problem.ts";
import { problemIn, spot } from "./problems.ts";

/**
 * A comment of `suggest` where one has to know more than the document says, which may go on in the next lines, further in. In a
 * job that is not used it has two `#`.
 */
const MARK = /^ *# check: (.*(?:\r?\n *# {3}\S.*)*)$/gm;

/** A warning at the first mark that nobody has taken away yet, for all that an overlay has. */
export function openChecks({ source }: Loaded): readonly Problem[] {
  const marks = [...source.body.matchAll(MARK)];
  const [first] = marks;
  if (!first) return [];
  const before = source.body.slice(0, first.index);
  const line = before.split("\n").length;
  const column = first[0].indexOf("#") + 1;
  const rest = marks.length - 1;
  const others = rest === 0 ? "" : ` ${rest} more of them ${rest === 1 ? "is" : "are"} below.`;
  const what = (first[1] ?? "").trim().replace(/\s*\n *# {3}/g, " ");
  const then = what.startsWith(doubtOfJob)
    ? "If it is, take this comment away; if not, all actions of that job."
    : "Look it up, then take this comment away.";
  const message = `\`suggest\` was not sure here: ${what}. ${then}${others}`;
  const problem = problemIn(source.absoluteRef, "open-check", message);
  return [{ ...problem, severity: "warning", ...spot(source, line, column) }];
}

/** Whether something is said of a job at whose `x-polling` a mark asks already whether it is one. */
export function isOfDoubted({ file, line }: Problem, overlays: readonly Loaded[]): boolean {
  const overlay = overlays.find(({ source }) => source.absoluteRef === file);
  if (overlay === undefined || line === undefined) return false;
  const before = overlay.source.getLines().slice(0, line - 1);
  const comments = before.slice(before.findLastIndex((text) => !/^ *#/.test(text)) + 1);
  return comments.some((text) => /^ *# check: (.*)/.exec(text)?.[1]?.startsWith(doubtOfJob));
}
