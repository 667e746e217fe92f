import fs from "node:fs";
import path from "node:path";
import { nearest } from "../../vocabulary/nearest.ts";

export interface Missing {
  readonly message: string;
  readonly suggest: readonly string[];
}

/**
 * What to say of a file that is not there: its path as a person would write it in `folder`, and perhaps the right one,
 * which has a text such as `isMeant` wants.
 */
export function describeMissing(
  file: string,
  folder: string,
  isMeant: (text: string) => boolean = () => true,
): Missing {
  const written = (each: string): string => path.relative(folder, each).replaceAll(path.sep, "/");
  const beside = path.dirname(file);
  const names = fs.existsSync(beside) ? fs.readdirSync(beside) : [];
  const isCandidate = (name: string): boolean => {
    const candidate = path.join(beside, name);
    return fs.statSync(candidate).isFile() && isMeant(fs.readFileSync(candidate, "utf8"));
  };
  const base = path.basename(file);
  // of what is not near, nothing need be read
  const candidates = names.filter((name) => path.extname(name) !== "" && nearest(base, [name]) !== undefined);
  const near = nearest(base, candidates.filter(isCandidate));
  const found = asElsewhere(file) ?? (near === undefined ? undefined : path.join(beside, near));
  return {
    message: `There is no file ${written(file)}.`,
    suggest: found === undefined ? [] : [written(found)],
  };
}

/** The file that other tools would find: they take a path for a part of a URL, or for one of Windows. */
function asElsewhere(file: string): string | undefined {
  return [file.replaceAll("%20", " "), file.replaceAll("\\", "/")]
    .map((each) => path.normalize(each))
    .find((each) => each !== file && fs.existsSync(each));
}

/** The file that was looked for, if that is what went wrong. */
export function missingFile(thrown: unknown): string | undefined {
  const cause: unknown = thrown instanceof Error && "originalError" in thrown ? thrown.originalError : thrown;
  const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT" && "path" in cause;
  return isMissing ? String(cause.path) : undefined;
}
