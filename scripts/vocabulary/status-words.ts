import type { StatusList } from "./keys.ts";
import { tokensOf } from "./tokens.ts";

/** What a status most likely means. */
export interface Meaning {
  readonly list: StatusList;
  /** A word that means this wherever it stands; for the others somebody has to look at the service. */
  readonly isSure: boolean;
}

/**
 * What each status of a service means, read off the words. The others of the list count: `ready` is the end where
 * nothing else is, and a beginning beside `succeeded`.
 */
export function meaningsOf(values: readonly string[]): readonly Meaning[] {
  const phrases = withoutCommonStart(values.map(tokensOf));
  const known = phrases.map(meaningOf);
  const first = known.map((meaning, index) => meaning ?? endOf(phrases[index] ?? [], phrases, known));
  const hasEnd = first.some((meaning) => meaning?.list === "succeeded" && meaning.isSure);
  return first.map((meaning, index): Meaning => {
    const words = phrases[index] ?? [];
    if (meaning && (meaning.isSure || meaning.list !== "succeeded" || !hasEnd)) return meaning;
    // `completed_with_errors`, `partially_succeeded`
    if (meaning && words.some((word) => succeeded.has(word))) return meaning;
    return { list: "pending", isSure: false };
  });
}

/** Beside `dubbing`, `dubbed` is the end; surely, where there is a failure besides, and no other end. */
function endOf(
  words: readonly string[],
  phrases: readonly (readonly string[])[],
  known: readonly (Meaning | undefined)[],
): Meaning | undefined {
  const stem = stemOf(words);
  if (stem === undefined || !phrases.some((each) => each.at(-1) === `${stem}ing`)) return undefined;
  const others = known.filter((meaning) => meaning?.list !== "pending" && meaning?.list !== "canceled");
  const isAlone = others.filter((meaning) => meaning?.list !== "failed").length === 1;
  return isAlone && others.length > 1 && !resting.test(stem) ? sure("succeeded") : unsure("succeeded");
}

/** The text beside one that goes on tells of its end: `dubbed` beside `dubbing`. */
export function isEndAmong(value: string, values: readonly string[]): boolean {
  const stem = stemOf(tokensOf(value));
  return stem !== undefined && values.some((each) => tokensOf(each).at(-1) === `${stem}ing`);
}

function stemOf(words: readonly string[]): string | undefined {
  return /^(?!de|un|dis)(\w{3,})ed$/.exec(words.at(-1) ?? "")?.[1];
}

/** What is paused may go on. */
const resting = /^(paus|suspend|block|throttl|lock|reserv|isolat|quarantin|freez|archiv)$/;

/** The word is an end or a stage of work, so that a text which lists such words is about a status. */
export function isStatusWord(value: string): boolean {
  return meaningOf(tokensOf(value))?.isSure === true;
}

/** `undefined`: a word that nobody here knows. */
export function meaningOf(words: readonly string[]): Meaning | undefined {
  const said = withoutAbsence(words);
  const at = said.findIndex(denies);
  return at === -1 ? plainMeaning(said) : deniedMeaning(said, at);
}

/** `completed_without_errors` says that it is completed. */
function withoutAbsence(words: readonly string[]): readonly string[] {
  const at = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^(no|without)$/.test(word) &&
      /^(any|error|warning|issue)s?$/.test(words[index + 1] ?? ""),
  );
  return at === -1 ? words : words.slice(0, at);
}

/** What follows is not what the value says: `never`, `not`, or `unsuccessfully` for itself. */
function denies(word: string): boolean {
  return (
    /^(never|not|no|non|un|without|cannot|unable|isn|wasn|hasn|doesn|didn)$/.test(word) ||
    (/^(un|non|in)/.test(word) && !failed.has(word) && succeeded.has(word.replace(/^(un|non|in)/, "")))
  );
}

/** `never_generated` is no success and `not_failed` no failure; what they are, somebody has to look up. */
function deniedMeaning(words: readonly string[], at: number): Meaning | undefined {
  const before = at === 0 ? undefined : plainMeaning(words.slice(0, at));
  if (before?.isSure) return before.list === "succeeded" ? unsure("succeeded") : before;
  const [first = "", ...others] = words.slice(at);
  const rest = others.join(" ");
  if (/^(not|un|non)$/.test(first) && notYet.test(rest)) return sure("pending");
  if (/^(cannot|unable)$/.test(first) || impossible.test(rest) || /success|succe+d/.test(first + rest))
    return unsure("failed");
  const isKnown = others.length === 0 || plainMeaning(others) !== undefined;
  return at === 0 || isKnown ? unsure("pending") : undefined;
}

/** It has not begun. */
const notYet = /^(yet\b|(started|scheduled|ready|processed|initiali[sz]ed|queued|submitted)$)/;
/** `not_found`, `not_renderable` */
const impossible =
  /^(found|supported|allowed|permitted|authori[sz]ed|possible|enough|exists?|(?!(avail|applic)able)\w{3,}able)$/;

function plainMeaning(words: readonly string[]): Meaning | undefined {
  const text = words.join(" ");
  const has = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  if (/\b(in ?progress|in ?process|in ?queue|to ?do|on ?going|being|to be)\b/.test(text))
    return sure("pending");
  if (/^(partial|partially)$/.test(words[0] ?? "") || /\bwith\b.*\b(errors?|warnings?|issues)\b/.test(text))
    return unsure("succeeded");
  if (/\b(timed? ?out|timeout)\b/.test(text)) return sure("failed");
  if (words[0]?.startsWith("retry") || (isDoing(words.at(-1) ?? "") && !has(failed))) return sure("pending");
  if (has(failed)) return sure("failed");
  if (wanted.test(text)) return sure("pending");
  if (perhapsWanted.test(text)) return unsure("pending");
  if (has(canceled)) return sure("canceled");
  if (tooMuch.test(text)) return unsure("failed");
  if (has(succeeded)) return sure("succeeded");
  if (has(pending)) return sure("pending");
  if (words.some(isDoing)) return sure("pending");
  if (has(failedPerhaps)) return unsure("failed");
  if (has(canceledPerhaps)) return unsure("canceled");
  if (has(succeededPerhaps)) return unsure("succeeded");
  return undefined;
}

/** An end that somebody wants and that has not come: `CANCEL_REQUESTED`, `pending_abort`, `waiting_for_completion`. */
const wanted = (() => {
  const end = "(cancel|cancell?ation|abort|complete|completion|finish|succeed|success|pass)";
  const asked = "(requested|pending|scheduled|queued|enqueued|initiated|submitted|issued|triggered|planned)";
  const before = `(${asked}|waiting|awaiting|marked|flagged|^about|^will|^to)( for| to)?`;
  return new RegExp(`\\b${end} (is |was )?${asked}( by .*)?$|\\b${before} ${end}$`);
})();
/** Or one that has come as it was wanted: `requested_canceled`. */
const perhapsWanted = /^((pending|requested) (cancell?ed|aborted)|(cancell?ed|aborted) requested)$/;

/** `document_too_small`, `rag_limit_exceeded` */
const tooMuch =
  /\b(too (big|few|large|long|many|much|short|small|old|late)|(limit|quota|size|length|time|maximum) (exceeded|reached)|exceed(s|ed))\b/;

/** `exporting`, but not `warning`. */
export function isDoing(word: string): boolean {
  return (
    word.endsWith("ing") &&
    !/^(warning|missing|outstanding|remaining|existing|nothing|ping|string)$/.test(word)
  );
}

function sure(list: StatusList): Meaning {
  return { list, isSure: true };
}

function unsure(list: StatusList): Meaning {
  return { list, isSure: false };
}

/** Of `JOB_STATE_RUNNING` and `JOB_STATE_DONE`, `RUNNING` and `DONE`. */
function withoutCommonStart(phrases: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first = []] = phrases;
  if (phrases.length < 2) return phrases;
  const same = first.findIndex(
    (word, at) =>
      // `not_started` and `not_ready` are not `started` and `ready`
      denies(word) || phrases.some((each) => each[at] !== word || each.length === at + 1),
  );
  return phrases.map((each) => each.slice(Math.max(same, 0)));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

const succeeded = words(
  `succeeded success successful successfully succeed completed complete done finished finish processed imported
  exported generated built deployed indexed trained transcoded transcribed converted executed concluded restored
  ingested committed passed pass solved ended sucess succes sucessful successed complated finised`,
);
const succeededPerhaps = words(
  `ready available active online live published uploaded sent delivered valid validated verified enabled provisioned
  up healthy ok closed resolved normal fulfilled approved applied stored saved synced current finalized installed migrated warning warnings printed`,
);
const failed = words(
  `failed fail failure error errored errors crashed crash timedout unsuccessful unsuccessfully exception incomplete expired
  unhealthy faulted faild`,
);
const failedPerhaps = words(
  `rejected invalid broken denied declined undelivered bounced unavailable lost degraded dead dropped offline inactive
  blocked unsupported unprocessable unreadable unreachable undeliverable unparsable unparseable corrupt corrupted malformed
  insufficient unauthorized forbidden infected violated`,
);
const canceled = words("canceled cancelled cancel aborted abort killed terminated cancled");
const canceledPerhaps = words(
  "stopped stop skipped interrupted revoked deleted dismissed removed discarded disabled superseded stopped halted",
);
const pending = words(
  `queued enqueued pending running processing inprogress started start starting init initialized initialised waiting
  wait submitted scheduled created new accepted received assembling notstarted executing dispatched delayed retry
  building scheduling preparing prepare progress working undergoing requested incoming initiated triggered unstarted
  postponed deferred planned requested registered unprocessed unscheduled throttled inprocess inqueue onhold`,
);
