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
  const made: string[] = [];
  const undo: (() => void)[] = [];
  try {
    for (const { path: file, draft, text } of drafts) {
      const first = fs.mkdirSync(path.dirname(file), { recursive: true });
      if (first !== undefined) made.push(first);
      // a link that somebody has put there is not followed
      fs.rmSync(draft, { force: true });
      fs.writeFileSync(draft, text, { flag: "wx" });
    }
    for (const { path: file, draft } of drafts) {
      const old = contentOf(file);
      fs.renameSync(draft, file);
      undo.push(() => (old === undefined ? fs.rmSync(file) : fs.writeFileSync(file, old)));
    }
  } catch (error) {
    for (const step of undo) step();
    for (const { draft } of drafts) fs.rmSync(draft, { force: true });
    // there is nothing else in them
    for (const folder of made.reverse()) fs.rmSync(folder, { recursive: true });
    throw error;
  }
}

/** What stands in a file so far, if it is there. */
export function contentOf(file: string): Buffer | undefined {
  if (!fs.existsSync(file)) return undefined;
  if (!fs.statSync(file).isDirectory()) return fs.readFileSync(file);
  const message = `${file} is a folder, and a file is to be written there: move it, or remove it.`;
  throw Object.assign(new Error(message), { code: "EISDIR", syscall: "read" });
}

/** Whether a file is what somebody left behind who was killed while writing. What another process writes just now is none. */
export function isLeftover(file: string): boolean {
  const [, pid] = draftName.exec(path.basename(file)) ?? [];
  if (pid === undefined) return false;
  const { mtimeMs } = fs.lstatSync(file);
  return !isRunning(Number(pid)) || Date.now() - mtimeMs > longEnough;
}

/** Of a file that is generated. */
export function isDraft(file: string): boolean {
  return draftName.test(path.basename(file));
}

const draftName = /^\.(?:index\.ts|types\.ts|openapi\.json)\.(\d+)\.tmp$/;
/** Another process may have got the number by now. */
const longEnough = 60_000;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // it is somebody else's
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function draftOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
}
