import { wrapped } from "./lines.ts";

/** A comment to stand before what is at a place, by the keys that lead there. */
export interface Comment {
  readonly way: readonly string[];
  readonly text: string;
}

/** JSON as YAML, in block style, with comments; lists of scalars stand in one line. */
export function commentedYaml(value: unknown, comments: readonly Comment[] = []): readonly string[] {
  const byWay = new Map<string, string[]>();
  for (const { way, text } of comments) {
    const key = JSON.stringify(way);
    byWay.set(key, [...(byWay.get(key) ?? []), ...commentLines(text)]);
  }
  return block(value, [], (way) => byWay.get(JSON.stringify(way)) ?? []);
}

/** What goes on in the next line is set further in. */
function commentLines(text: string): readonly string[] {
  return wrapped(text).map((line, index) => (index === 0 ? `# ${line}` : `#   ${line}`));
}

type CommentsAt = (way: readonly string[]) => readonly string[];

function block(value: unknown, way: readonly string[], commentsAt: CommentsAt): readonly string[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item, index) => {
      const [first = "", ...others] = block(item, [...way, String(index)], commentsAt);
      return [`- ${first}`, ...others.map(indented)];
    });
  }
  const entries = entriesOf(value);
  if (entries.length === 0) return [inline(value)];
  return entries.flatMap(([key, each]) => {
    const at = [...way, key];
    const comments = commentsAt(at);
    if (isInline(each)) return [...comments, `${scalar(key)}: ${inline(each)}`];
    return [...comments, `${scalar(key)}:`, ...block(each, at, commentsAt).map(indented)];
  });
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function isInline(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item !== "object" || item === null);
  return entriesOf(value).length === 0;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => scalar(item, true)).join(", ")}]`;
  return typeof value === "object" && value !== null ? "{}" : scalar(value);
}

function scalar(value: unknown, isInList = false): string {
  if (typeof value !== "string") return JSON.stringify(value ?? null);
  const isPlain =
    /^[A-Za-z_$/][\w$./#~-]*( [\w$./~-]+)*$/.test(value) &&
    !(isInList && /^\$/.test(value) && /[#,]/.test(value));
  return isPlain && !meansMore.test(value)
    ? value
    : JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

/** What YAML 1.1 or 1.2 takes for something else than text. */
const meansMore = /^(true|false|null|yes|no|on|off|y|n|~)$/i;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function indented(line: string): string {
  return `  ${line}`;
}
