import type { Document } from "../../plugin/document.ts";
import type { Parameter } from "../../plugin/operations.ts";
import { singular, tokensOf } from "../../vocabulary/tokens.ts";
import type { Member } from "../document/schema-members.ts";
import { wordsAbout } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";
import { templateOf } from "../see/resource.ts";
import { isWork } from "../words/nouns.ts";
import type { Target } from "./target.ts";

interface Context {
  readonly key: Parameter;
  readonly target: Target;
  readonly document: Document;
}

/** "The id of the task that was created", where tasks are asked for, or whatever by a `taskId`. */
export function isDescribed({ schema }: Member, answer: Answer, { key, target, document }: Context): boolean {
  const nouns = [target.resource.words.at(-1) ?? "", singular(tokensOf(key.name).at(-2) ?? "")];
  const words = wordsAbout(schema, document).toLowerCase().split(/\W+/).map(singular);
  const named = nouns.filter((noun) => isWork([noun]) && isNamed(noun, words, answer));
  return named.length > 0 && isOfKind(answer, words, named, target);
}

/** "The id of the migration source", where a source is made, is that of no migration. */
function isNamed(noun: string, words: readonly string[], { path, ownItem = "" }: Answer): boolean {
  if (wordsIn(ownItem.split("/")).includes(noun)) return false;
  const own = wordsIn(path.split("/"));
  return words.some((word, index) => {
    const next = words[index + 1] ?? "";
    return word === noun && (isWork([next]) || !own.includes(next));
  });
}

/** "The id of the run" of `/crons/{id}/runs` is that of no task run, for nothing there speaks of tasks. */
function isOfKind(
  { path, words, text }: Answer,
  about: readonly string[],
  nouns: readonly string[],
  { resource }: Target,
): boolean {
  const kind = [...new Set([...apart(resource.collection, templateOf(path)), ...resource.words])].filter(
    (word) => !nouns.includes(word) && !ofAnyKind.test(word),
  );
  const told = [...about, ...words, ...text.toLowerCase().split(/\W+/)].map(singular);
  return kind.filter((word) => told.some((each) => isAkin(each, word))).length >= kind.length / 2;
}

/** The words of a path after its last parameter, from where it is not the same as another. */
function apart(path: string, other: string): readonly string[] {
  const [segments, others] = [path.split("/"), other.split("/")];
  const same = segments.findIndex((segment, index) => segment !== others[index]);
  const start = Math.max(same, segments.lastIndexOf("{}") + 1);
  const own = segments.slice(start).filter((segment) => !/^(jobs?|tasks?|operations?)$/.test(segment));
  return same === -1 ? [] : wordsIn(own);
}

function wordsIn(segments: readonly string[]): readonly string[] {
  return segments
    .filter((segment) => !segment.includes("{"))
    .flatMap((segment) => tokensOf(segment).map(singular));
}

/** `render` and `rendering` */
function isAkin(one: string, other: string): boolean {
  return one === other || (one.length >= 4 && other.length >= 4 && one.slice(0, 4) === other.slice(0, 4));
}

/** Words that say nothing of what the work is. */
const ofAnyKind =
  /^(.|\d+|api|rest|of|and|with|async|asynchronou?s?|background|system|admin|internal|long|running|queue|worker|status)$/;
