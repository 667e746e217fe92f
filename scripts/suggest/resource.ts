import type { Operation } from "../plugin/operations.ts";
import { singular, tokensOf } from "../vocabulary/tokens.ts";

/** What an operation is about, as its path says it. */
export interface Resource {
  /** `["fine", "tuning", "job"]` of `/fine_tuning/jobs/{id}/status`. */
  readonly words: readonly string[];
  /** The path up to the parameter that names one of them: `/fine_tuning/jobs/{}`; without one, up to the noun. */
  readonly item: string;
  /** The path that such things are made at: `/fine_tuning/jobs`. */
  readonly collection: string;
  /** The name of that parameter. */
  readonly key: string | undefined;
  /** What follows the item: `status`, if anything. */
  readonly rest: readonly string[];
}

export function resourceOf({ path, parameters }: Pick<Operation, "path" | "parameters">): Resource {
  const segments = segmentsOf(path);
  const last = segments.findLastIndex((segment) => segment.includes("{"));
  const rest = segments.slice(last + 1);
  const key = /\{([^}]+)\}/.exec(segments[last] ?? "")?.[1];
  // `/jobs/{async_job_id}/export/progress`
  const isOfJob =
    aspects.test(rest.at(-1) ?? "") && /job|task|async|operation|export|import/i.test(key ?? "");
  const isItem = last > 0 && (isOfJob || rest.every((segment) => aspects.test(segment)));
  if (isItem) {
    const noun = segments
      .slice(0, last)
      .findLast(
        (segment) => !segment.includes("{") && !/^(by-?)?id$/i.test(segment) && !aspects.test(segment),
      );
    return {
      words: nounOf(noun ?? ""),
      item: template(segments.slice(0, last + 1)),
      collection: template(segments.slice(0, last)),
      key,
      rest,
    };
  }
  const stem = segments.slice(0, segments.findLastIndex((segment) => !aspects.test(segment)) + 1);
  const queried = parameters.find(
    (one) => one.in === "query" && one.required && /(id|uid|key|token|name)$/i.test(one.name),
  );
  return {
    words: nounOf(stem.findLast((segment) => !segment.includes("{")) ?? ""),
    item: template(stem),
    collection: template(stem),
    key: queried?.name,
    rest: segments.slice(stem.length),
  };
}

/** A path without the names of its parameters. */
function template(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replace(/\{[^}]*\}/g, "{}")}`).join("");
}

export function templateOf(path: string): string {
  return template(segmentsOf(path));
}

/** The parts of a path, without an ending that names a format. */
function segmentsOf(path: string): readonly string[] {
  return path
    .replace(/\.(json|xml)$/i, "")
    .split("/")
    .filter((segment) => segment !== "");
}

/** Parts of a path that tell how something is getting on, and are nothing of their own. */
const aspects =
  /^(get|(get|query|check|poll|fetch|show|job|task)?[-_]?(status|statuses|state|progress|info|detail|details|poll|result|results))$/i;

function nounOf(segment: string): readonly string[] {
  const words = tokensOf(segment.replace(/\{[^}]*\}/g, ""));
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
}
