import type { StatusList } from "../../vocabulary/keys.ts";

/** What a text says of each value of a status: "* `done` - the job has ended". */
export function valueTexts(values: readonly string[], about: string): ReadonlyMap<string, string> {
  const found = values.flatMap((value) => {
    const match = mentionOf(value).exec(about);
    return match ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
  });
  return new Map(
    found.map(({ value, end }) => {
      const next = Math.min(...found.map(({ start }) => start).filter((start) => start >= end), end + 400);
      return [value, about.slice(end, next).split("\n\n")[0]?.trim() ?? ""];
    }),
  );
}

/** The value, set apart or at the start of an item, and what leads over to its meaning. */
function mentionOf(value: string): RegExp {
  const name = value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `(?:[\`'"“‘*]+${name}[\`'"”’*]+|^[ \\t]*[-*•][ \\t]*${name})\\s*(?:[:=–—|-]|means\\b|indicates\\b)\\s*`,
    "m",
  );
}

/** The text says what the value alone leaves open. */
export function confirms(list: StatusList, text: string): boolean {
  const isFault = faulty.test(text);
  if (list === "failed") return isFault;
  if (list === "canceled") return !isFault && canceling.test(text);
  if (list === "pending") return !isFault && !ended.test(text) && working.test(text);
  return !isFault && ended.test(text) && !/\b(not|yet|never|without|waiting)\b/i.test(text);
}

const faulty =
  /\b(could ?n[o']t|cannot|can't|unable|fail(s|ed|ure)?|errors?|invalid|unsuccessful(ly)?|went wrong|crashed)\b/i;
const canceling =
  /\b(cancel(s|l?ed|lation)?|abort(s|ed)?)\b|\b(users?|you|callers?|clients?|customers?|someone|somebody)\b.*\b(deleted?|stop(ped)?|removed?|interrupted|terminated|revoked|discarded|dismissed)\b|\b(deleted|stopped|removed|interrupted|terminated|revoked|discarded|dismissed) by (the |a |an )?(users?|you|callers?|clients?|customers?)\b/i;
const working =
  /\b(waits?|waiting|queued?|being|about to|will be|not (yet )?started|in progress|running|scheduled|preparing|allocating|started but)\b/i;
const ended =
  /\b(success(ful(ly)?)?|succeeded|completed|finished|ended|can be (downloaded|retrieved|fetched))\b/i;

/** What is said of an `expired` is that its results are gone, so that it may have succeeded before. */
export function mayHaveSucceeded(own: string | undefined, texts: readonly string[]): boolean {
  if (own === undefined || own === "") return texts.some((text) => goes.test(text));
  return (
    gone.test(own) &&
    !/\b(before|could not|was not|not (be )?(completed?|finish(ed)?)|timed? ?out|too long)\b/i.test(own)
  );
}

const gone =
  /\b(delet|remov|purg|clean)\w*|\bno longer\b|\bretention\b|\b(results?|outputs?|downloads?|links?|urls?|files?|done|completed|succeeded)\b/i;
const goes =
  /\bretention\b|\b(results?|outputs?|files?|exports?|archives?|links?|urls?|reports?|data|transcripts?|artifacts?|jobs?)\b[^.\n]{0,60}(\b(is|are|be|gets?) (then |automatically |permanently )*(deleted|removed|purged|kept|retained|stored|available)\b[^.\n]{0,30}\b(for|after|until|within)\b|\bexpires?\b)/i;
