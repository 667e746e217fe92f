import fs from "node:fs";
import path from "node:path";

/** A module and the modules beside it that it imports, directly or not; packages are left out. */
export function moduleFiles(entry: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !fs.existsSync(file)) return;
    found.add(file);
    for (const [, specifier] of fs
      .readFileSync(file, "utf8")
      .matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
      if (specifier !== undefined) visit(path.resolve(path.dirname(file), specifier));
    }
  };
  visit(entry);
  return [...found];
}
