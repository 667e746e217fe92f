import { createHash } from "node:crypto";
import fs from "node:fs";

/** Paths with the hash of what stands there; `null` where there is nothing. */
export type Hashes = Readonly<Record<string, string | null>>;

export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}

export function hashFiles(files: Iterable<string>): Hashes {
  return Object.fromEntries([...files].sort().map((file) => [file, hashFile(file)]));
}

/** Every file is as it was. */
export function areSame(hashes: Hashes): boolean {
  return Object.entries(hashes).every(([file, hash]) => hashFile(file) === hash);
}

function hashFile(file: string): string | null {
  return fs.existsSync(file) && fs.statSync(file).isFile() ? hashOf(fs.readFileSync(file)) : null;
}
