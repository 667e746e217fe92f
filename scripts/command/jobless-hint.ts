import { count } from "../build/render.ts";
import { shownPath } from "./shown-path.ts";

/** For somebody who does not know yet what makes a job of an operation. */
export function joblessHint(jobless: readonly string[], suggest: string, folder: string): string {
  const [first, ...others] = jobless.map((file) => shownPath(file, folder));
  if (first === undefined) return "";
  const where = others.length === 0 ? first : `${first}, nor in ${count(others.length, "other document")}`;
  return `\nNo job is declared in ${where}. To look for some: ${suggest} ${first}\n`;
}
