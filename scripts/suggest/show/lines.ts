/** A text of the document, in a comment, has to stay in it. */
export function plainLine(text: string): string {
  return text.replace(/[\s\p{C}\u2028\u2029]+/gu, " ").trim();
}

/** A long text as several lines, none of which ends inside a word; nothing of it is left out. */
export function wrapped(text: string, width = 110): readonly string[] {
  const lines: string[] = [];
  for (const word of plainLine(text).split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
