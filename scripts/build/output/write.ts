import fs from "node:fs";
import path from "node:path";

export interface Write {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all of the files or none. A reader sees the old text of a file or the new one, never a part; and as drafts are
 * written before the first file changes, a full disk or an interruption finds the old files as they were.
 */
export function writeAll(writes: readonly Write[]): void {
  const drafts = writes.map((write) => ({ ...write, draft: draftOf(write.path) }));
  const undo: (() => void)[] = [];
  try {
    for (const { path: file, draft, text } of drafts) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      // a link that somebody has put there is not followed
      fs.rmSync(draft, { force: true });
      fs.writeFileSync(draft, text, { flag: "wx" });
    }
    for (const { path: file, draft } of drafts) {
      const old = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
      fs.renameSync(draft, file);
      undo.push(() => (old === undefined ? fs.rmSync(file) : fs.writeFileSync(file, old)));
    }
  } catch (error) {
    for (const step of undo) step();
    for (const { draft } of drafts) fs.rmSync(draft, { force: true });
    throw error;
  }
}

function draftOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
}
