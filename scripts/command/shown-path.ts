import path from "node:path";

/** A path as seen from a folder, with slashes on every system; the URL of a remote file stays as it is. */
export function shownPath(file: string, from: string): string {
  if (!path.isAbsolute(file)) return file;
  return (path.relative(from, file) || file).replaceAll(path.sep, "/");
}
