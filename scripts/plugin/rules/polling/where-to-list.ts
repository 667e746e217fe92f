import type { Scalar } from "../../../vocabulary/extensions.ts";
import type { StatusList } from "../../../vocabulary/keys.ts";
import { statusLists } from "../../../vocabulary/keys.ts";
import { plainText } from "../../../vocabulary/plain-text.ts";
import { meaningsOf } from "../../../vocabulary/status-words.ts";
import type { Block } from "../../block.ts";
import { quoted } from "../../words.ts";

/**
 * The lines to write for statuses that stand in no list. Somebody pastes them as they are, so none is shown for a status
 * whose name does not surely say what it means: an end that is listed as pending would be polled until the timeout.
 */
export function whereToList(left: readonly Scalar[], possible: readonly Scalar[], block: Block): string {
  const meanings = meaningsOf(possible.map(plainText));
  const listOf = (value: Scalar): StatusList | undefined => {
    const meaning = meanings[possible.indexOf(value)];
    return meaning?.isSure ? meaning.list : undefined;
  };
  const lines = statusLists.flatMap((list) => {
    const more = left.filter((value) => listOf(value) === list);
    if (more.length === 0) return [];
    const before: unknown = block.get(list)?.value;
    return `${list}: [${[...(Array.isArray(before) ? before : []), ...more].map(plainText).join(", ")}]`;
  });
  const unknown = left.filter((value) => listOf(value) === undefined);
  const names = left.length - unknown.length === 1 ? "its name" : "their names";
  return [
    ...(lines.length > 0 ? [`To go by ${names}, write ${quoted(lines)}.`] : []),
    ...(unknown.length > 0 ? [`Add ${inList(unknown, left)}: ${quoted(statusLists, "or")}.`] : []),
  ].join(" ");
}

function inList(unknown: readonly Scalar[], left: readonly Scalar[]): string {
  const each = unknown.length === 1 ? "it" : "each";
  const subject = unknown.length < left.length ? quoted(unknown) : each;
  return `${subject} to the list that says what ${subject === "each" ? "it" : each} means`;
}
