import type { Document, Place } from "../../plugin/document.ts";
import { isStatusWord, meaningOf } from "../../vocabulary/status-words.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import type { StatusValue } from "./status.ts";

/** The words that a text sets apart as values: in quotes or backticks, in capitals, or in a list that names statuses. */
export function describedWords(text: string): readonly string[] {
  const quoted = Array.from(
    text.replace(/<\/?code>/g, "`").matchAll(/[`'"“”‘’*]([A-Za-z][\w-]*)[`'"“”‘’*]/g),
    ([, word = ""]) => word,
  );
  if (quoted.some(isStatusWord)) return quoted;
  // "- queued: waits for its turn"
  const listedBelow = Array.from(
    text.matchAll(/^[ \t]*[-*•][ \t]*[`'"*_]*([A-Za-z][\w-]*)[`'"*_]*[ \t]*(?:[:=–—-]|$)/gm),
    ([, word = ""]) => word,
  );
  if (listedBelow.filter(isStatusWord).length >= 2) return listedBelow;
  const capitals = Array.from(text.matchAll(/\b[A-Z][A-Z_]{3,}\b/g), ([word]) => word);
  if (capitals.some(isStatusWord)) return capitals;
  // "values: Queued, In Progress, Completed"
  const spaced = Array.from(text.matchAll(spacedList), ([, list = ""]) =>
    list.split(/\s*,\s*(?:or\s+|and\s+)?/),
  );
  const inWords = spaced.find((each) => each.some(isPhrase) && each.filter(isStatusWord).length >= 2);
  if (inWords) return inWords;
  // "one of queued, running, completed or failed"
  const lists =
    text.match(/\w[\w-]*(?:\s*[,|/]\s*(?:or\s+|and\s+)?\w[\w-]*){2,}(?:\s+or\s+\w[\w-]*)?/g) ?? [];
  const listed = lists.map((list) => list.split(/\s*[,|/]\s*(?:or\s+|and\s+)?|\s+or\s+/));
  return listed.find((each) => each.filter(isStatusWord).length >= 2) ?? [];
}

/** The words in quotes of which a text says that it is one: "either 'dubbed', 'dubbing' or 'failed'", "can be `done` or `failed`". */
export function enumeratedWords(text: string): readonly string[] {
  const lists = Array.from(text.replace(/<\/?code>/g, "`").matchAll(enumeration), ([, list = ""]) =>
    Array.from(list.matchAll(/[A-Za-z][\w-]*(?=[`'"”’*])/g), ([word]) => word),
  );
  return lists.find((list) => list.some(isStatusWord)) ?? [];
}

const enumeration = (() => {
  const word = "[`'\"“‘*]+[A-Za-z][\\w-]*[`'\"”’*]+";
  const lead = "(?:either|one of|can be|could be|may be|might be|(?:values|statuses|states)(?: are)?)";
  const others = "(?: the following| these)?(?: values)?(?: are)?:?";
  return new RegExp(`\\b${lead}${others} *(${word}(?:(?: *[,/|] *| *,? +(?:or|and) +)${word})+)`, "gi");
})();

/** `In Progress`, `Completed With Errors`: several words that are one value. */
export function isPhrase(value: string): boolean {
  return /^[A-Z][\w-]*(?: [A-Z][\w-]*){1,2}$/.test(value);
}

/** What follows a colon: words, or several with capitals, set apart by commas. */
const spacedList =
  /:\s*([A-Z][\w-]*(?: [A-Z][\w-]*){0,2}(?:\s*,\s*(?:or\s+|and\s+)?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}){2,})/g;

/** The words that a pattern lets through: `^(queued|running|done)$`. */
export function patternWords(schema: Place, document: Document): readonly string[] {
  const pattern = document.fields(schema).get("pattern")?.value;
  const listed =
    typeof pattern === "string"
      ? /^\^?\(?(?:\?:)?([\w-]+(?:\|[\w-]+)+)\)?\$?$/.exec(pattern)?.[1]
      : undefined;
  return listed?.split("|") ?? [];
}

/** What a text says that numbers mean: "0: succeeded", "`107` – failed, the document is too large". */
export function describedNumbers(text: string): readonly StatusValue[] {
  const found = text.matchAll(
    /(?<![\w.-])[`'"(]?(-?\d{1,6})[`'")]?\s*(?:[:=–—]|->|\s-\s|\bmeans\b|\bis\b)\s*([^\n;|]{2,80}?)(?=[\n;|]|$|[,.]?\s*[`'"(]?-?\d)/g,
  );
  const values = Array.from(found, ([, number = "", meaning = ""]): StatusValue | undefined => {
    const clause = tokensOf(meaning.split(/[,(.]/)[0] ?? "");
    const known = meaningOf(clause);
    return known && { value: Number(number), ...known };
  });
  return values.filter((value) => value !== undefined);
}
