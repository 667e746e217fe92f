import { nearest } from "../../../vocabulary/nearest.ts";
import { singular, tokensOf } from "../../../vocabulary/tokens.ts";
import { isObject } from "../../document.ts";
import type { Hint } from "../../hint.ts";
import type { Operation } from "../../operations.ts";
import { theyAre } from "../../words.ts";
import type { Link } from "./link.ts";

/** Where links may lead. */
export interface Targets {
  readonly byId: ReadonlyMap<string, Operation>;
  /** Polled operations that no link can lead to. */
  readonly nameless: readonly Operation[];
  /** Polled operations that no link leads to, although it could. */
  readonly lonely: readonly Operation[];
}

/**
 * What helps a person whose link names an operation that is not there: misspelt, or renamed by whoever publishes the document.
 * A renamed one still takes the parameters that the link gives, and its name is often of the same words.
 */
export function meantOperation(id: string, link: Link, { byId, nameless, lonely }: Targets): Hint {
  const [unnamed] = nameless;
  if (unnamed !== undefined)
    return { suggest: [], others: ` If \`${unnamed.name}\` is meant, it needs that \`operationId\`.` };

  const ids = [...byId.keys()];
  const fitting = [...byId.values()].filter((operation) => takes(operation, link)).map(({ name }) => name);
  const [alone, ...more] = link.isStart ? lonely.filter((each) => fitting.includes(each.name)) : [];
  const isOnly = alone !== undefined && more.length === 0;
  const misspelt = nearest(id, fitting);
  const near = [misspelt, ...(isOnly ? [alone.name] : []), ...ofSameWords(id, fitting)];
  const suggest = [...new Set([...near, nearest(id, ids)].flatMap((each) => each ?? []))].slice(0, 3);
  if (suggest.length === 0) {
    // of hundreds of operations, few take what this link gives
    return fitting.length <= 3 && fitting.length < ids.length
      ? { suggest: fitting, others: "" }
      : { suggest: [], others: theyAre("There are", ids) };
  }
  const others =
    isOnly && misspelt !== alone.name
      ? ` No link leads to \`${alone.name}\`, which is \`${alone.method} ${alone.path}\` and tells a job's status.`
      : "";
  return { suggest, others };
}

/** It has every parameter that the link gives. */
function takes({ parameters, lacksParameters }: Operation, { fields }: Link): boolean {
  const given = fields.get("parameters")?.value;
  if (lacksParameters || !isObject(given)) return true;
  return Object.keys(given).every((spelling) =>
    parameters.some((one) => spelling === one.name || spelling === `${one.in}.${one.name}`),
  );
}

/** `jobs.retrieve` and `getJobById` have the same words. */
function ofSameWords(id: string, candidates: readonly string[]): readonly string[] {
  const wanted = wordsOf(id);
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(wanted, wordsOf(candidate)) }))
    .filter((each) => each.likeness >= 0.6)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ candidate }) => candidate);
}

function wordsOf(id: string): ReadonlySet<string> {
  const words = tokensOf(id).map((word) => (asking.has(word) ? "get" : singular(word)));
  return new Set(words.filter((word) => !filling.has(word)));
}

const asking: ReadonlySet<string> = new Set(["get", "read", "retrieve", "fetch", "show", "describe", "view"]);
const filling: ReadonlySet<string> = new Set(["by", "id", "of", "the", "a", "an", "v"]);

/** How many of the words of either both have. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : [...one].filter((word) => other.has(word)).length / all.size;
}
