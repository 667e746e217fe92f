import { nearest } from "../vocabulary/nearest.ts";
import { theyAre } from "./words.ts";

export interface Hint {
  /** The name that was probably meant, if there is one. */
  readonly suggest: readonly string[];
  /** Else a sentence with the names that there are. */
  readonly others: string;
}

/** What helps a person who wrote a name that is not among `names`. */
export function hint(written: string, names: readonly string[], lead = "It has"): Hint {
  const near = nearest(written, names);
  return near === undefined ? { suggest: [], others: theyAre(lead, names) } : { suggest: [near], others: "" };
}
