import type { Operation } from "../../plugin/operations.ts";
import { singular, tokensOf } from "../../vocabulary/tokens.ts";
import { isStanding, isWork, isWorkAlone } from "../words/nouns.ts";

/** What an operation is about, as its path says it. */
export interface Resource {
  /** `["fine", "tuning", "job"]` of `/fine_tuning/jobs/{id}/status`. */
  readonly words: readonly string[];
  /** The path up to the parameter that names one of them: `/fine_tuning/jobs/{}`; without one, up to the noun. */
  readonly item: string;
  /** The path that such things are made at: `/fine_tuning/jobs`. */
  readonly collection: string;
  /** The name of that parameter, or of the member of the request that says which one is asked for. */
  readonly key: string | undefined;
  readonly keyIn: "path" | "query" | "body";
  /** The member of the request that has the key among others that filter: `filters` of `filters: { task_ids }`. */
  readonly keyWithin?: string;
  /** What follows the item: `status`, if anything. */
  readonly rest: readonly string[];
}

export function resourceOf({
  path,
  id,
  parameters,
}: Pick<Operation, "path" | "id" | "parameters">): Resource {
  if (isOfVerbs(path))
    return {
      words: nounOf(undefined, id),
      item: path,
      collection: path,
      key: undefined,
      keyIn: "query",
      rest: [],
    };
  const segments = segmentsOf(path);
  if (isNewest(path)) return newestOf(segments, id);
  const last = segments.findLastIndex((segment) => segment.includes("{"));
  const rest = segments.slice(last + 1);
  const key = /\{\+?([^}]+)\}/.exec(segments[last] ?? "")?.[1];
  // `/jobs/{async_job_id}/export/progress`
  const isOfJob =
    aspects.test(rest.at(-1) ?? "") && /job|task|async|operation|export|import/i.test(key ?? "");
  const isItem = last > 0 && (isOfJob || rest.every((segment) => aspects.test(segment)));
  if (isItem) {
    const noun = segments
      .slice(0, last)
      .findLastIndex(
        (segment) =>
          !segment.includes("{") &&
          segment !== key &&
          !/^(by-?)?id$/i.test(segment) &&
          !/^v\d+\w*$/i.test(segment) &&
          !aspects.test(segment) &&
          !isVerb(segment),
      );
    return {
      words: nounOfKey(key, segments.slice(0, last)) ?? nounAt(noun, segments, id),
      item: template(segments.slice(0, last + 1)),
      collection: template(segments.slice(0, last)),
      key,
      keyIn: "path",
      rest,
    };
  }
  const stem = segments.slice(0, segments.findLastIndex((segment) => !aspects.test(segment)) + 1);
  const ids = parameters.filter((one) => one.in === "query" && idLike.test(one.name));
  const queried =
    ids.find((one) => one.required) ??
    ids.find(({ name }) => isIdOf(name, stem)) ??
    ids.find(({ name }) => idOfWork.test(name));
  return {
    words: nounAt(
      stem.findLastIndex((segment) => !segment.includes("{") && !isVerb(segment)),
      stem,
      id,
    ),
    item: template(stem),
    collection: template(stem),
    key: queried?.name,
    keyIn: "query",
    rest: segments.slice(stem.length),
  };
}

/** `/sites/{site}/builds/latest`, or `/analyzer/lastRun`: of all that there are, the one that was made last. */
export function isNewest(path: string): boolean {
  const [last = "", noun = ""] = path.split("/").toReversed();
  const [first = "", ...others] = tokensOf(last);
  if (/^(latest|last|newest)$/.test(first) && others.length === 1 && isWorkAlone(others[0] ?? ""))
    return true;
  return /^(latest|current|last|newest|active)$/i.test(last) && /(s|sync)$/i.test(noun);
}

function newestOf(segments: readonly string[], id: string | undefined): Resource {
  const collection = template(segments.slice(0, -1));
  return {
    words: nounAt(segments.length - 2, segments, id),
    item: template(segments),
    collection,
    key: undefined,
    keyIn: "path",
    rest: segments.slice(-1),
  };
}

/** One URL for all operations, which a header tells apart: `/#X-Amz-Target=Transcribe.GetTranscriptionJob`. */
function isOfVerbs(path: string): boolean {
  return path.startsWith("/#");
}

/** `get_light` of `/jobs/get_light` */
function isVerb(segment: string): boolean {
  const [first = "", ...others] = tokensOf(segment);
  return others.length > 0 && asking.test(first);
}

const idLike = /(ids?|uid|key|token|name)$/i;
const idOfWork = /^(async_?)?(job|task|execution|operation|process)_?(uu)?id$/i;

/** `job_id` of `/jobs`: a filter that leaves one of them. */
function isIdOf(name: string, stem: readonly string[]): boolean {
  const noun = tokensOf(stem.at(-1) ?? "").map(singular);
  const words = tokensOf(name);
  return (
    /^u?u?ids?$/.test(words.at(-1) ?? "") &&
    words.length > 1 &&
    words.slice(0, -1).every((word) => noun.includes(word))
  );
}

/** A path without the names of its parameters. */
function template(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replace(/\{[^}]*\}/g, "{}")}`).join("");
}

export function templateOf(path: string): string {
  return isOfVerbs(path) ? path : template(segmentsOf(path));
}

/** The parts of a path, without an ending that names a format; `jobs.info` is two. */
function segmentsOf(path: string): readonly string[] {
  return path
    .replace(/#.*$/, "")
    .replace(/(\.(json|xml)|\/json)$/i, "")
    .split("/")
    .flatMap((segment) => {
      const [, noun = "", verb = ""] = /^([^{}]+)[.:](\w+)$/.exec(segment) ?? [];
      return aspects.test(verb) ? [noun, verb] : questionOf(segment);
    })
    .filter((segment) => segment !== "");
}

/** `GetBackupProgress` asks for the progress of a backup. */
function questionOf(segment: string): readonly string[] {
  const words = segment.includes("{") ? [] : tokensOf(segment);
  const [first = "", ...others] = words;
  const isQuestion =
    words.length > 2 && asking.test(first) && /^(status|state|progress)$/.test(words.at(-1) ?? "");
  return isQuestion ? [others.slice(0, -1).join("-"), others.at(-1) ?? ""] : [segment];
}

/** Parts of a path that tell how something is getting on, and are nothing of their own. */
const aspects =
  /^(get|describe|(get|query|check|poll|fetch|show|job|task|detailed)?[-_]?(status|statuses|state|progress|info|detail|details|summary|poll|wait|result|results)|_?stats|_status)$/i;

/** The noun at an index of a path; in `/reports/sales`, the last part says which kind of report. */
function nounAt(index: number, segments: readonly string[], id: string | undefined): readonly string[] {
  const words = nounOf(segments[index], id);
  const last = tokensOf(segments[index - 1] ?? "").at(-1) ?? "";
  const isOfWork = last === singular(last) ? /^(task|job|run)$/.test(last) : isWorkAlone(last);
  const isKind = isOfWork && !isWork(words) && !isStanding(words);
  return isKind ? [...words, singular(last)] : words;
}

/** In `/applications/{application_id}/status/{scan_request_id}`, the key says whose status it is. */
function nounOfKey(key = "", before: readonly string[]): readonly string[] | undefined {
  const [status = "", owner = ""] = before.toReversed();
  if (!aspects.test(status) || !owner.includes("{")) return undefined;
  const words = tokensOf(key).filter((word) => !/^(id|uuid|guid|gid|key|token|request)$/.test(word));
  return isWork(words.slice(-1)) ? words : undefined;
}

/** Where the path has no noun, as in `/v1/{name}`, the operation's name has it: `projects.dlpJobs.get`. */
function nounOf(segment: string | undefined, id = ""): readonly string[] {
  const isNoun = segment !== undefined && !/^(api|v\d+\w*)$/i.test(segment);
  const words = isNoun ? tokensOf(segment.replace(/\{[^}]*\}/g, "")) : wordsOfId(id);
  // `migration-status` is that of a migration; `statuses` are things of their own
  const own =
    words.length > 1 && /^(status|state|progress)$/.test(words.at(-1) ?? "") ? words.slice(0, -1) : words;
  return own.map((word, index) => (index === own.length - 1 ? singular(word) : word));
}

function wordsOfId(id: string): readonly string[] {
  const named = id.split(".").filter((part) => !asking.test(part));
  const [first = "", ...others] = tokensOf(named.at(-1) ?? "");
  // `query` asks in `queryJob` and is what is asked about in `getQuery`
  return (asking.test(first) ? others : [first, ...others]).filter((word) => !/^(by|id)$/.test(word));
}

const asking = /^(get|retrieve|read|fetch|describe|show|query|check|poll|find|view|by|id)$/i;

/** The first two parts of a path that are no parameters. */
export function startOf(path: string): string {
  return path
    .split("/")
    .filter(
      (segment) => segment !== "" && !segment.includes("{") && !/^(api|rest|v?\d[\w.]*)$/i.test(segment),
    )
    .slice(0, 2)
    .join("/");
}
