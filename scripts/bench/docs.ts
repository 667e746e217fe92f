import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { peers } from "./peers/install.ts";

/**
 * Puts what a run has found between its markers in a document: `<!-- run: goals -->` and `<!-- end: goals -->`. The text
 * around them is written by hand, the text between them never.
 */
export function fillIn(document: string, parts: Readonly<Record<string, string>>): void {
  const file = fileURLToPath(new URL(`../../docs/${document}`, import.meta.url));
  let text = readFileSync(file, "utf8");
  for (const [name, part] of Object.entries(parts)) {
    const [begin, end] = [`<!-- run: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/${document} has no place for ${name}.`);
    text = `${text.slice(0, from + begin.length)}\n${part.trim()}\n${text.slice(to)}`;
  }
  writeFileSync(file, text);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What the run ran on. */
export function machine(): string {
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return `Node ${process.versions.node}, ${availableParallelism()} cores; ${versions.join(", ")}.`;
}
