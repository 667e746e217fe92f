/**
 * Texts that a pattern of a schema may match, short ones first, and others for another `nth`; none, where it asks for what is
 * not understood here. Whoever takes one tries it first.
 */
export function matching(pattern: string, nth: number): readonly string[] {
  return [0, 1, 2, 4, 8, 16, 32].flatMap((more) => {
    const places = placesOf(pattern, more);
    return places === undefined ? [] : [filled(places, nth)];
  });
}

/** What may stand in one place of a text. */
type Choice = string;

interface Reader {
  readonly pattern: string;
  at: number;
  /** How often what may be repeated without end is repeated more than it must. */
  readonly more: number;
}

function placesOf(pattern: string, more: number): readonly Choice[] | undefined {
  const reader: Reader = { pattern, at: 0, more };
  const places = alternatives(reader);
  return reader.at === pattern.length ? places : undefined;
}

/** The last places count on, like the digits of a number. */
function filled(places: readonly Choice[], nth: number): string {
  let left = nth;
  const chosen = places.toReversed().map((choice) => {
    const all = [...choice];
    const found = all[left % all.length] ?? "";
    left = Math.floor(left / all.length);
    return found;
  });
  return chosen.reverse().join("");
}

/** The first of them. */
function alternatives(reader: Reader): readonly Choice[] | undefined {
  const first = sequence(reader);
  while (reader.pattern[reader.at] === "|") {
    reader.at++;
    if (sequence(reader) === undefined) return undefined;
  }
  return first;
}

function sequence(reader: Reader): readonly Choice[] | undefined {
  const places: Choice[] = [];
  while (reader.at < reader.pattern.length && !"|)".includes(reader.pattern[reader.at] ?? "")) {
    const one = atom(reader);
    const times = one && repetition(reader);
    if (times === undefined) return undefined;
    for (let index = 0; index < times && places.length < 300; index++) places.push(...(one ?? []));
  }
  return places;
}

function atom(reader: Reader): readonly Choice[] | undefined {
  const { pattern } = reader;
  const char = pattern[reader.at++] ?? "";
  if (char === "^" || char === "$") return [];
  if (char === ".") return [letters];
  if (char === "[") return set(reader);
  if (char === "\\") {
    const letter = pattern[reader.at++] ?? "";
    const known = escaped(letter);
    return known === undefined ? undefined : [known];
  }
  if (char !== "(") return "*+?{}".includes(char) ? undefined : [char];
  const named = /^\?(?::|<[\w$]+>)/.exec(pattern.slice(reader.at));
  if (pattern[reader.at] === "?" && named === null) return undefined;
  reader.at += named?.[0].length ?? 0;
  const inner = alternatives(reader);
  return pattern[reader.at++] === ")" ? inner : undefined;
}

const digits = "0123456789";
const letters = "abcdefghijklmnopqrstuvwxyz";
const word = `${letters}${letters.toUpperCase()}${digits}_`;
const printable: string = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");

function escaped(char: string): Choice | undefined {
  if (char === "d") return digits;
  if (char === "w") return word;
  if (char === "s") return " ";
  if (char === "S") return letters;
  if (char === "D") return letters;
  return /[a-z\d]/i.test(char) ? undefined : char;
}

/** `[a-z_]`, `[^/]` */
function set(reader: Reader): readonly Choice[] | undefined {
  const found = /^(\^?)((?:\\.|[^\]\\])*)\]/s.exec(reader.pattern.slice(reader.at));
  if (found === null) return undefined;
  reader.at += found[0].length;
  const [, not, inside = ""] = found;
  const tokens = inside.match(/\\.|[^\\]/gs) ?? [];
  const chars: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? "";
    const [last] = tokens[index + 1] === "-" ? tokens.slice(index + 2, index + 3) : [];
    if (last === undefined) {
      const one = token.startsWith("\\") ? escaped(token.slice(1)) : token;
      if (one === undefined) return undefined;
      chars.push(one);
    } else {
      chars.push(range(token, last));
      index += 2;
    }
  }
  const all = chars.join("");
  const allowed = not
    ? [...letters, ...digits, ...printable].filter((each) => !all.includes(each)).join("")
    : all;
  return allowed === "" ? undefined : [allowed];
}

function range(first: string, last: string): string {
  const [from, to] = [first, last].map((each) => each.replace(/^\\/, "").charCodeAt(0));
  if (from === undefined || to === undefined || to < from || to - from > 1000) return "";
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join("");
}

function repetition(reader: Reader): number | undefined {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.pattern.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  const [, sign, least = "0", comma, most] = found;
  if (sign === "?") return Math.min(1, reader.more);
  if (sign !== undefined) return reader.more + (sign === "+" ? 1 : 0);
  if (!comma) return Number(least);
  return Math.min(Number(least) + reader.more, most ? Number(most) : Number.POSITIVE_INFINITY);
}
