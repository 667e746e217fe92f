import type { LineColLocationObject } from "@redocly/openapi-core";
import { getCodeframe } from "@redocly/openapi-core";

/** The lines around a place, as Redocly shows them, which says of a cut line how many characters are missing. */
export function frameOf(place: LineColLocationObject): string {
  return getCodeframe(place, false).replace(
    cutLine,
    (_, lead: string, text: string) => lead + (/^ *\^+$/.test(text) ? text : `${text.trimEnd()}…`),
  );
}

/** Whole lines are shorter, or have that in them by chance. */
const cutLine = /^( *\d* \| )(?=.{150}$)(.*)\.\.\.<\d+ chars>$/gm;
