const width = 100;

/** A doc comment, or nothing when there is nothing to say. Each part becomes a paragraph. */
export function docComment(parts: readonly string[]): string {
  const lines = docLines(parts);
  const [only] = lines;
  if (only === undefined) return "";
  if (lines.length === 1) return `/** ${only} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** The lines of a doc comment, without what makes them a comment. */
function docLines(parts: readonly string[]): readonly string[] {
  return parts
    .filter((part) => part.trim() !== "")
    .flatMap((part, index) => (index === 0 ? paragraphs(part) : ["", ...paragraphs(part)]));
}

/**
 * Text of a specification, for use in a doc comment: it can neither end the comment nor be taken for a tag of it.
 */
export function prose(written: string | undefined): string {
  return (written ?? "")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll("*/", "*\\/")
    .replace(/<(?=\/script|!--)/gi, "<\\")
    .replace(/^([ \t*]*)(@[^\s\\]+)/gm, "$1`$2`");
}

function paragraphs(part: string): readonly string[] {
  const lines: { text: string; isCode: boolean }[] = [];
  let isCode = false;
  for (const line of part
    .trim()
    .replace(/\n{3,}/g, "\n\n")
    .split("\n")) {
    const isFence = line.trimStart().startsWith("```");
    const last = lines.at(-1);
    if (last && !last.isCode && !isCode && !isFence && continues(last.text, line)) {
      last.text = `${last.text.trimEnd()} ${line.trim()}`;
    } else lines.push({ text: line.trimEnd(), isCode: isCode || isFence });
    if (isFence) isCode = !isCode;
  }
  return lines.flatMap(({ text, isCode }) => (isCode ? [text] : wrapped(text)));
}

/** In Markdown, a line break inside a paragraph or a list item is a space. */
function continues(last: string, line: string): boolean {
  const isText =
    /^\s*[^\s|>#~@]/.test(line) && !/^\s*([-*+]|\d+[.)])\s/.test(line) && !/^( {4}|\t)/.test(line);
  return isText && /^\s*[^\s|#~@]/.test(last) && !/( {2}|\\)$/.test(last);
}

/** A link is one word, and so is a piece of code that has room on a line. */
function wordsOf(text: string): readonly string[] {
  const pieces = /\{@[^{}]*\}|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;
  const isWord = (piece: string): boolean => piece.startsWith("{") || piece.length <= width;
  return text
    .replace(pieces, (piece) => (isWord(piece) ? piece.replace(/\s/g, blank) : piece))
    .split(/\s+/)
    .map((word) => word.replaceAll(blank, " "));
}

/** Stands for a blank where no line may end. */
const blank = "\0";

/** Breaks a long line between words; what follows is indented as the text of a list item is. Tables stay whole. */
function wrapped(line: string): readonly string[] {
  if (line.length <= width || line.trimStart().startsWith("|")) return [line];
  const [lead = ""] = /^\s*([-*+] |\d+[.)] )?/.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  for (const word of wordsOf(line.slice(lead.length))) {
    const isFull = current !== lead && current.length + 1 + word.length > width;
    // a word that begins with @ would be a tag at the beginning of a line
    if (isFull && !word.startsWith("@")) {
      lines.push(current);
      current = " ".repeat(lead.length) + word;
    } else current += (current === lead ? "" : " ") + word;
  }
  return [...lines, current];
}
