/**
 * What a JSON text says, sooner than a parser of YAML would read it. Nothing for what is no JSON, or has a key twice in one
 * object: such a parser tells where.
 */
export function parseJson(text: string): object | undefined {
  if (text[skipSpace(text, 0)] !== "{") return undefined;
  try {
    const value: object = JSON.parse(text);
    return countKeys(value) === countWrittenKeys(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const members = Object.values(value);
  return members.reduce((sum, each) => sum + countKeys(each), Array.isArray(value) ? 0 : members.length);
}

/** A text before a colon is a key. */
function countWrittenKeys(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = endOfString(text, start);
    if (text[skipSpace(text, end)] === ":") count++;
    start = text.indexOf('"', end);
  }
  return count;
}

/** In a sound JSON text, where the value that starts here ends. */
export function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  return first === "{" || first === "[" ? endOfContainer(text, start) : endOfWord(text, start);
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first--;
  return (at - first) % 2 === 1;
}

function endOfContainer(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return at + 1;
  }
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (/[\w+.-]/.test(text[end] ?? "")) end++;
  return end;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  // a space, or what ends a line, or a tab
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13); code = text.charCodeAt(at))
    at++;
  return at;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 123, 125, 91, 93];
