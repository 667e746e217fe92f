import { cursorTo, moveCursor } from "node:readline";

/** How far one job is, as a row of the screen shows it. */
export interface Row {
  readonly name: string;
  /** The service's own word for the status. */
  readonly status: string;
  /** 0 to 100, where the service says. */
  readonly progress?: number;
  readonly ended?: "succeeded" | "failed";
}

/** Where the demo shows what happens: bars that are redrawn on a terminal, a line for each event elsewhere. */
export interface Screen {
  /** A job moved on. */
  row(row: Row): void;
  /** Something worth keeping. */
  line(name: string, what: string, text: string): void;
}

export function openScreen(out: NodeJS.WriteStream): Screen {
  return out.isTTY ? liveScreen(out) : plainScreen(out);
}

function plainScreen(out: NodeJS.WriteStream): Screen {
  return {
    row: ({ name, status, progress, ended }) => {
      out.write(
        textLine(name, ended ?? "pending", progress === undefined ? status : `${status}, ${progress} %`),
      );
    },
    line: (name, what, text) => void out.write(textLine(name, what, text)),
  };
}

function liveScreen(out: NodeJS.WriteStream): Screen {
  const rows = new Map<string, Row>();
  let drawn = 0;
  const redraw = (above = ""): void => {
    moveCursor(out, 0, -drawn);
    cursorTo(out, 0);
    out.clearScreenDown();
    out.write(above);
    for (const row of rows.values()) out.write(`${shorten(barLine(row), out.columns || 80)}\n`);
    drawn = rows.size;
  };
  return {
    row: (row) => {
      rows.set(row.name, row);
      redraw();
    },
    line: (name, what, text) => redraw(textLine(name, what, text)),
  };
}

/** `feishu       started    {"ticket":"6933093124755423251"}` */
export function textLine(name: string, what: string, text: string): string {
  return `${name.padEnd(12)} ${what.padEnd(10)} ${text}\n`;
}

/** `mintlify     ██████████░░░░░░░░░░  42 %  running` */
export function barLine({ name, status, progress, ended }: Row): string {
  const share = ended === "succeeded" ? 100 : progress;
  const percent = share === undefined ? "" : `${Math.round(share)} %`;
  const mark = ended === undefined ? "" : ended === "succeeded" ? " ✓" : " ✗";
  return `${name.padEnd(12)} ${bar(share)} ${percent.padStart(5)}  ${status}${mark}`;
}

/** Twenty characters; dots where nobody knows how far it is. */
function bar(percent: number | undefined): string {
  if (percent === undefined) return "·".repeat(20);
  const full = Math.round(percent / 5);
  return "█".repeat(full) + "░".repeat(20 - full);
}

function shorten(text: string, columns: number): string {
  return text.length < columns ? text : text.slice(0, Math.max(0, columns - 1));
}
