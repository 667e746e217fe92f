import { kindsIn } from "./kinds-in.ts";
import type { LaidOutFile } from "./lay-out-file.ts";

/** The text of a file. Throws when a statement turns out to be anything else than what it was meant to be. */
export function print({ text: laidOut, kinds }: LaidOutFile, banner: string): string {
  const text = `// ${banner}\n${laidOut.trimEnd()}\n`;
  if (kindsIn(text).join() !== kinds.join())
    throw new Error("The generated client has other statements than it was meant to have.");
  return text;
}
