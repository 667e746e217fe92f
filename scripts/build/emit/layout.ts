/**
 * Code whose line breaks are not decided yet, after Wadler's "A prettier printer": a group stands on one line if it
 * fits there, else each `line` in it (but not in groups inside it) becomes a new line.
 */
export type Code = string | readonly Code[] | Group | Indent | Line;

interface Group {
  readonly kind: "group";
  readonly content: Code;
}
interface Indent {
  readonly kind: "indent";
  readonly content: Code;
}
/** `flat` stands in its place on one line, `broken` before the new line. A `hard` one always breaks. */
interface Line {
  readonly kind: "line";
  readonly flat: string;
  readonly broken: string;
  readonly hard: boolean;
}

export const line: Line = { kind: "line", flat: " ", broken: "", hard: false };
const softLine: Line = { kind: "line", flat: "", broken: "", hard: false };
export const hardLine: Line = { kind: "line", flat: "", broken: "", hard: true };

export function group(...content: readonly Code[]): Code {
  return { kind: "group", content };
}

export function indent(...content: readonly Code[]): Code {
  return { kind: "indent", content };
}

/** `{ a, b }`, or one item on each line with a comma after each. */
export function braces(items: readonly Code[]): Code {
  return items.length === 0 ? "{}" : list("{", items, "}", line, ",");
}

export function brackets(items: readonly Code[]): Code {
  return list("[", items, "]", softLine, ",");
}

export function parentheses(items: readonly Code[]): Code {
  return list("(", items, ")", softLine, ",");
}

/** `<A, B>` */
export function typeArguments(items: readonly Code[]): Code {
  return list("<", items, ">", softLine, "");
}

/** `{ a: A; b: B }`, or one property on each line with a semicolon after each. */
export function objectType(properties: readonly Code[]): Code {
  const end: Code = { kind: "line", flat: " ", broken: ";", hard: false };
  return group("{", indent(line, joined(properties, ";", line)), end, "}");
}

function joined(items: readonly Code[], ...between: readonly Code[]): readonly Code[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [...between, item]));
}

/** The text, in lines of at most `width` characters where the code can be broken. */
export function layOut(code: Code, width: number): string {
  let text = "";
  let column = 0;
  const write = (piece: string): void => {
    text += piece;
    column = text.length - 1 - text.lastIndexOf("\n");
  };
  // what is still to be written, the next one last
  const rest: Pending[] = [{ code, depth: 0, isFlat: false }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { code: piece, depth, isFlat } = next;
    if (typeof piece === "string") write(piece);
    else if (!("kind" in piece)) {
      for (const each of piece.toReversed()) rest.push({ code: each, depth, isFlat });
    } else if (piece.kind === "indent") rest.push({ code: piece.content, depth: depth + 2, isFlat });
    else if (piece.kind === "group") {
      const flat = { code: piece.content, depth, isFlat: true };
      rest.push(isFlat || fits(flat, rest, width - column) ? flat : { ...flat, isFlat: false });
    } else if (isFlat && !piece.hard) write(piece.flat);
    else write(`${piece.broken}\n${" ".repeat(depth)}`);
  }
  return text.replace(/ +$/gm, "");
}

interface Pending {
  readonly code: Code;
  readonly depth: number;
  readonly isFlat: boolean;
}

/** Whether what comes up to the next possible new line has room on this one. */
function fits(first: Pending, rest: readonly Pending[], room: number): boolean {
  const pending = [...rest, first];
  let left = room;
  for (let next = pending.pop(); next !== undefined && left >= 0; next = pending.pop()) {
    const { code, depth, isFlat } = next;
    if (typeof code === "string") left -= code.length;
    else if (!("kind" in code)) {
      for (const each of code.toReversed()) pending.push({ code: each, depth, isFlat });
    } else if (code.kind !== "line") pending.push({ code: code.content, depth, isFlat });
    else if (code.hard) return !isFlat;
    else if (isFlat) left -= code.flat.length;
    else return true;
  }
  return left >= 0;
}

function list(open: string, items: readonly Code[], close: string, edge: Line, last: string): Code {
  return group(open, indent(edge, joined(items, ",", line)), { ...edge, broken: last }, close);
}
