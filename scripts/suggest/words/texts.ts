import type { Place } from "../../plugin/document.ts";

/** What something says of itself. */
export function textOf({ fields }: { readonly fields: ReadonlyMap<string, Place> }): string {
  const texts = ["summary", "description"].map((key) => fields.get(key)?.value);
  return texts.filter((text) => typeof text === "string").join("\n");
}

/** A text says that something goes on in the background and is asked for again. */
export function saysToPoll(text: string): boolean {
  return /\bpoll(s|ed|ing)?\b|\bperiodically\b|long[- ]running|\basync(hronous(ly)?)?\b|in the background|until (it|the \w+|its \w+) (is|has|reaches|becomes)/i.test(
    text,
  );
}

/** A text says that something went wrong: where a 202 says so, it is none. */
export function saysToFail(text: string): boolean {
  return /\b(errors?|exceptions?|malformed|invalid|did not|failed)\b/i.test(text);
}

/** A text says that something is still being made. */
export function saysToWait(text: string): boolean {
  return /\b(not (yet )?(ready|complete|finished|available|processed)|being|still|in progress|processing|pending|try again|retry|generating|queued|running|later)\b/i.test(
    text,
  );
}

/** A text says to put the same question again. */
export function saysToRepeat(text: string): boolean {
  return /\b(repeat|poll|retry|again)\b|\buntil\b/i.test(text);
}

/** A text of an answer says that what was asked for is not done. */
export function saysUnfinished(text: string): boolean {
  return /\bnot (yet )?(ready|complete|finished|processed)\b|\bstill (being )?\w+(ed|ing)\b|\b(in progress|processing|being (processed|generated|created|prepared)|try again|retry)\b/i.test(
    text,
  );
}

/** A text of a question says that it asks whether work has come to its end. */
export function saysToFinish(text: string): boolean {
  return saysToPoll(text) || /\b(has|have|is|are) (finished|done) \w+ing\b/i.test(text);
}
