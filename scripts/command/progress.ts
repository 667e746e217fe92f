import type { OnApi } from "../build/index.ts";
import type { Shell } from "./shell.ts";

/** A line that says what is being worked on, for a person who waits; nothing where nobody watches. */
export interface Progress {
  readonly onApi: OnApi | undefined;
  /** Takes the line back. */
  end(): void;
}

export function showProgress(verb: string, { isWatched, warn }: Shell): Progress {
  if (!isWatched) return { onApi: undefined, end: () => {} };
  return {
    onApi: (name, index, count) => warn(`${wipe}${verb} ${name} (${index + 1} of ${count})…`),
    end: () => warn(wipe),
  };
}

/** To the beginning of the line, and erase all of it. */
const wipe = "\r\u001B[2K";
