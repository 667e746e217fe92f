/**
 * Text of a specification as a reader is meant to see it: written for a page, it may have tags of HTML and MDX, and characters
 * in other words (`&amp;`), and links to places on it, which lead nowhere from here. Code stays as it is, and so does what only looks like a tag: `<id>`. It may hold anything that the text
 * could have held before, so it is to be made safe afterwards.
 */
export function readable(written: string): string {
  if (!isOfPage(written)) return written;
  const text = withoutAnchors(withLineBreaks(withoutTags(written)));
  return outsideOfCode(text, entity, decoded)
    .replace(/\n(?:[ \t]*\n){2,}/g, "\n\n")
    .trim();
}

/** Whether there is anything in it that a reader would not see so on a page. */
export function isOfPage(written: string): boolean {
  return /[<&]|\]\(#/.test(written);
}

/** Fences, and pieces between backticks that end in the same paragraph. */
const code =
  /^[ \t]*(?<fence>```|~~~)[\s\S]*?(?:^[ \t]*\k<fence>|$(?![\s\S]))|(?<!`)(?<ticks>`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)\k<ticks>(?!`)/
    .source;
const tag = /<(?<end>\/?)(?<name>[A-Za-z][\w.-]*)(?<attributes>\s[^<>]*)?\/?>/.source;
const entity = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,8});/.source;
/** Short code and links, which Markdown has as well. */
const shortCode = /<(?<codeName>code|tt|kbd|samp)>(?<code>[^`\n<>]+)<\/\k<codeName>>/.source;
const link = /<a\s(?<link>[^<>]*)>(?<label>[^<>[\]\n]+)<\/a>/.source;

/** `[Permissions](#permissions)` */
const anchor = /(?<!!)\[(?<anchored>[^[\]]+)\]\(#[^\s()]*(?:\s+"[^"\n]*")?\)/.source;

function withoutAnchors(text: string): string {
  return outsideOfCode(text, anchor, (_, { anchored = "" }) => anchored);
}

function outsideOfCode(
  text: string,
  pattern: string,
  replace: (found: string, groups: Groups, start: number) => string,
): string {
  return text.replace(new RegExp(`${code}|${pattern}`, "gm"), (found, ...rest) => {
    const groups: Groups = rest.at(-1);
    const { ticks, fence } = groups;
    return (ticks ?? fence) === undefined ? replace(found, groups, rest.at(-3)) : found;
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function withoutTags(text: string): string {
  const markup = markupIn(text);
  const pattern = `${shortCode}|${link}|${tag}(?<space>[ \\t]*)`;
  return outsideOfCode(text, pattern, (found, groups, start) => {
    const { code: short, link: attributes = "", label, name = "", end, space = "" } = groups;
    if (short !== undefined) return `\`${short.replace(new RegExp(entity, "g"), decoded)}\``;
    if (label !== undefined) {
      const [, address] = /\bhref=["']?((?:https?:|mailto:|[/#])[^"'\s()]*)/i.exec(attributes) ?? [];
      return address === undefined ? label : `[${label}](${address})`;
    }
    if (!markup.has(start)) return found;
    const kind = name.toLowerCase();
    if (kind === "li") return end ? "" : "\n- ";
    if (cells.has(kind)) return end ? space : " ";
    return inline.has(kind) ? space : "\n\n";
  });
}

/** Where the tags are that only say how something looks: of a page's own kinds, those that go on to an end and hold words. */
function markupIn(text: string): ReadonlySet<number> {
  const markup = new Set<number>();
  const open = new Map<string, { start: number; end: number }[]>();
  outsideOfCode(text, tag, (found, { name = "", end }, start) => {
    const kind = name.toLowerCase();
    if (alone.has(kind)) markup.add(start);
    else if (!end)
      open.set(name, [...(open.get(name) ?? []).slice(-20), { start, end: start + found.length }]);
    else {
      const begin = open.get(name)?.pop();
      if (begin === undefined) return found;
      const isKnown = inline.has(kind) || blocks.has(kind);
      if (isKnown || (/^[A-Z]|-/.test(name) && hasWords(text.slice(begin.end, start).slice(0, 2000)))) {
        markup.add(begin.start).add(start);
      }
    }
    return found;
  });
  return markup;
}

/** Elements of XML hold values; what is left empty is of no use to a reader. */
function hasWords(content: string): boolean {
  return content.trim() === "" || content.split(/<[^<>]*>/).some((piece) => /\S \S/.test(piece));
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));
/** What is not always ended, and nothing else. */
const alone = set("p li td th tr hr");
const cells = set("td th");
const inline = set(
  "a abbr b big cite code del em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var",
);
const blocks = set(
  "aside article blockquote center details div dl dd dt figcaption figure h1 h2 h3 h4 h5 h6 ol section summary table tbody tfoot thead ul",
);

/** In a table there is no room for a line of its own; and where a fence is ended by one, each was the end of a line once. */
function withLineBreaks(written: string): string {
  const text = /(```|~~~)\w*<br\s*\/?>/i.test(written) ? written.replace(/<br\s*\/?>/gi, "\n") : written;
  const rows = text.replace(/^[ \t]*\|.*$/gm, (row) => row.replace(/<\/?br\s*\/?>/gi, " "));
  return outsideOfCode(rows, /(?<!\s)\s*(?:<\/?[bB][rR]\s*\/?>\s*)+/.source, (found, _, start) => {
    const after = rows.slice(start + found.length, start + found.length + 10);
    if (start === 0 || after === "" || /<[^<>]*>\s*<|\n[ \t]*\n/.test(found)) return "\n\n";
    // before a list, a backslash would be one
    return /^([-*+]|\d+[.)]) /.test(after) ? "\n" : "\\\n";
  });
}

function decoded(written: string): string {
  const name = written.slice(1, -1);
  if (!name.startsWith("#")) return Object.hasOwn(characters, name) ? (characters[name] ?? "") : written;
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const character = point <= 0x10ffff ? String.fromCodePoint(point) : "";
  // what is not to be seen in code, such as marks that turn the direction of writing, is shown as it was written
  if (character === "" || /[\p{C}\p{Zl}\p{Zp}]/u.test(character)) return written;
  return character === "\u00a0" ? " " : character;
}

const characters: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " },
  ...{ bull: "•", middot: "·", hellip: "…", mdash: "—", ndash: "–", rarr: "→", larr: "←" },
  ...{ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", laquo: "«", raquo: "»" },
  ...{ trade: "™", copy: "©", reg: "®", deg: "°", micro: "µ", sect: "§", euro: "€", pound: "£", yen: "¥" },
  ...{ times: "×", divide: "÷", plusmn: "±", le: "≤", ge: "≥", ne: "≠" },
};
