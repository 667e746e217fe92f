/** What to do about a fault of syntax: a sentence, or nothing where the parser's own words say enough. */
export function yamlAdvice(fault: string): string {
  const found = advice.find(([words]) => fault.includes(words));
  return found === undefined ? "" : ` ${found[1]}`;
}

const notClosed = "Close what is open: a bracket, a brace or a quotation mark further up.";
const colon =
  "Each key needs a colon and a blank after it, and what belongs to it stands further to the right.";

/** By words of js-yaml's messages. */
const advice: readonly (readonly [words: string, what: string])[] = [
  [
    "bad indentation of a mapping entry",
    "Let the line begin where its neighbours do. Or else the line before lacks its colon, or a text with `: ` in it its quotation marks.",
  ],
  ["bad indentation of a sequence entry", "Let all items of a list begin in one column with `- `."],
  ["deficient indentation", `${notClosed} If nothing is, move the line to the right.`],
  ["tab characters", "Indent with blanks."],
  ["duplicated mapping key", "Remove it here or further up: a key stands once in its mapping."],
  ["multiline key", colon],
  ["after a mapping key", colon],
  ["whitespace character is expected after the key-value", colon],
  ["end of the stream or a document separator", "Let the line begin where its neighbours do."],
  ["missed comma", "Write a comma between two entries, or close the bracket or the brace before."],
  ["unexpected end of the", notClosed],
  ["but found ','", "Write something before the comma, or remove it."],
  ["unknown escape sequence", "Double the backslash, or write the text in single quotation marks."],
  [
    "unidentified alias",
    "A `*` at the beginning means an alias; a text that begins so stands in quotation marks.",
  ],
  ["single document", "Remove the `---` and what is not this document."],
  ["non-printable", "Save the file as UTF-8 text."],
];
