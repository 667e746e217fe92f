/** A key of a mapping, and what belongs to it: the lines from its own to the next one's. */
export interface Entry {
  readonly key: string;
  /** Where its first line begins, and where its last one ends. */
  readonly line: number;
  readonly end: number;
  /** The key as it is written stands from here to the colon. */
  readonly start: number;
  readonly colon: number;
}

/**
 * The entries of the mapping that these lines of a sound YAML text are; none if they are anything else, or written with keys
 * that have to be understood first. Indentation is enough: what belongs to a key is more indented, whatever it looks like,
 * and only a list may begin where its key does.
 */
export function entriesIn(text: string, start: number, end: number): readonly Entry[] {
  const entries: Omit<Entry, "end">[] = [];
  let indent: number | undefined;
  for (let line = start; line < end; line = endOfLine(text, line)) {
    const first = skipBlanks(text, line);
    if (first >= end || text[first] === "\n" || text[first] === "#") continue;
    indent ??= first - line;
    if (first - line > indent || (entries.length > 0 && matchAt(item, text, first))) continue;
    const found = matchAt(plainKey, text, first);
    if (!found) return [];
    const [written, plain, single, double] = found;
    const key = plain ?? single ?? double ?? "";
    entries.push({ key, line, start: first, colon: first + written.length - 1 });
  }
  return entries.map((entry, index) => ({ ...entry, end: entries[index + 1]?.line ?? end }));
}

/** Those of the mapping that stands below a key. */
export function entriesBelow(text: string, { colon, end }: Entry): readonly Entry[] {
  return matchAt(restIsBlank, text, colon + 1) ? entriesIn(text, endOfLine(text, colon), end) : [];
}

/** How far the line is indented that begins here. */
export function indentAt(text: string, line: number): number {
  return skipBlanks(text, line) - line;
}

/** A key that is, between quotation marks or without, what is written. */
const plainKey = /(?:([\w$/.]\S*?)|'([^'\n]+)'|"([^"\\\n]+)"):(?=[ \n]|$)/y;
const item = /-[ \n]/y;
const restIsBlank = / *(?:\n|$)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === " ") at++;
  return at;
}
