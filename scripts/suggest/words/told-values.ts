import { isStatusWord } from "../../vocabulary/status-words.ts";

/** Values that a text about more than a status tells of it. */
export interface ToldValues {
  readonly words: readonly string[];
  /** A table or a list has them, so that each of its words is a value, whatever it means. */
  readonly isList: boolean;
}

/**
 * The values of a status in the text of a question: the column of a table, a list, or a sentence, if what stands above the column,
 * before the list or in the sentence speaks of a status.
 */
export function toldValues(text: string, wordsIn: (sentence: string) => readonly string[]): ToldValues {
  const plain = text
    .replace(/<\/?code>/g, "`")
    .replace(/<(br|\/?p|\/?ul|\/li) *\/?>/g, "\n")
    .replace(/<li>/g, "\n- ");
  const columns = statusColumns(plain);
  const passages = passagesOf(plain).filter(({ lead }) => speaksOfStatus.test(lead));
  const lists = [...columns, ...passages.map(({ items }) => items)];
  const list = richest(lists);
  if (list.length > 0) return { words: list, isList: true };
  return { words: richest(passages.map(({ lead }) => wordsIn(lead))), isList: false };
}

const speaksOfStatus = /\b(status|state|phase|stage)(e?s)?\b/i;

/** The one that has most words of a status, and at least two: one alone may be anything. */
function richest(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = lists.map((list) => new Set(list.filter(isStatusWord)).size);
  const most = Math.max(0, ...counts);
  return most < 2 ? [] : (lists[counts.indexOf(most)] ?? []);
}

/** The first column of a table whose heading speaks of a status and whose cells are single words. */
function statusColumns(text: string): readonly (readonly string[])[] {
  const tables = text.matchAll(/^[ \t]*\|(.+)\n[ \t]*\|[ \t:|-]+\n((?:[ \t]*\|.*(?:\n|$))+)/gm);
  return Array.from(tables).flatMap(([, heading = "", rows = ""]) => {
    const lines = rows.trim().split("\n").map(cellsOf);
    return heading.split("|").flatMap((title, at) => {
      const cells = lines.map((cells) => wordAlone.exec(cells[at] ?? "")?.[1]);
      const found = cells.filter((cell) => cell !== undefined);
      return speaksOfStatus.test(title) && found.length === lines.length ? [found] : [];
    });
  });
}

function cellsOf(row: string): readonly string[] {
  return row.trim().replace(/^\|/, "").split("|");
}

const wordAlone = /^\s*[`'"*_]*([A-Za-z][\w.-]*?)[`'"*_]*\s*$/;

interface Passage {
  /** A sentence, or a heading. */
  readonly lead: string;
  /** The words that the items of the list below it begin with. */
  readonly items: readonly string[];
}

function passagesOf(text: string): readonly Passage[] {
  const passages: { lead: string; items: string[] }[] = [];
  for (const line of text.split(/\n(?=[ \t]*(?:[-*•#]|\d+\. |\n))|\n{2,}/)) {
    const item = /^\s*(?:[-*•]|\d+\.)\s+[`'"*_]*([A-Za-z][\w.-]*?)[`'"*_]*\s*(?:[:=–—(-]|$)/m.exec(line)?.[1];
    const last = passages.at(-1);
    if (item !== undefined && last) last.items.push(item);
    else if (line.trim() !== "")
      passages.push(...line.split(/(?<=[.!?])\s+/).map((lead) => ({ lead, items: [] })));
  }
  return passages;
}
