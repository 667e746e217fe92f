import type { Document, Place } from "../../plugin/document.ts";
import { isObject } from "../../plugin/document.ts";
import { jsonPath } from "../../vocabulary/json-path.ts";
import { addressOf } from "../document/bundle.ts";
import type { Reason } from "../weigh/evidence.ts";

/** One action of an overlay, with what a person has to know of it. */
export interface Action {
  /** A JSONPath. */
  readonly target: string;
  readonly update?: unknown;
  readonly remove?: true;
  readonly doubts: readonly Doubt[];
  /** Why it is there. */
  readonly comment?: string;
  /** What makes one think that its links are right. */
  readonly reasons?: readonly Reason[];
}

/** Something in an `update` that a person has to look at. */
export interface Doubt {
  readonly way: readonly string[];
  readonly text: string;
}

/** A link on a response: what a response has of its own stays. */
export interface NewLink {
  readonly response: Place;
  readonly name: string;
  readonly link: Readonly<Record<string, unknown>>;
  readonly doubts: readonly string[];
  readonly why: Reason;
}

/**
 * The actions that put links on responses. A response that several operations share is written out where it is used, for
 * the link is true of that one alone.
 */
export function linkActions(links: readonly NewLink[], document: Document): readonly Action[] {
  const byResponse = new Map<string, NewLink[]>();
  for (const link of links) {
    const key = link.response.location.absolutePointer;
    byResponse.set(key, [...(byResponse.get(key) ?? []), link]);
  }
  const uses = byResponse.size > 0 ? countRefs(document.root.value) : new Map<string, number>();
  return [...byResponse.values()].flatMap((all) => {
    const [{ response } = { response: undefined }] = all;
    return response ? actionsFor(response, all, uses, document) : [];
  });
}

function actionsFor(
  response: Place,
  links: readonly NewLink[],
  uses: ReadonlyMap<string, number>,
  document: Document,
): readonly Action[] {
  const update = { links: Object.fromEntries(links.map(({ name, link }) => [name, link])) };
  const doubts = links.flatMap((each) =>
    each.doubts.map((text): Doubt => ({ way: ["links", each.name], text })),
  );
  const reasons = links.map(({ name, why }) =>
    links.length === 1 ? why : { ...why, text: `${name}: ${why.text}` },
  );
  const end = document.follow(response) ?? response;
  if (end === response) return [{ target: jsonPath(addressOf(response)), update, doubts, reasons }];
  const isShared = (uses.get(end.location.absolutePointer) ?? 0) > 1;
  if (!isShared) return [{ target: jsonPath(addressOf(end)), update, doubts, reasons }];
  const target = jsonPath(addressOf(response));
  const whole = isObject(end.value) ? end.value : {};
  const own = isObject(whole.links) ? whole.links : {};
  return [
    { target: `${target}['$ref']`, remove: true, doubts: [], comment: shared },
    { target, update: { ...whole, links: { ...own, ...update.links } }, doubts, reasons },
  ];
}

const shared = "written out here, for other operations have this response, too, and no such link";

/** How often each place is referred to. */
function countRefs(root: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  const left: unknown[] = [root];
  const seen = new Set<object>();
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isObject(value) && typeof value.$ref === "string") {
      counts.set(value.$ref, (counts.get(value.$ref) ?? 0) + 1);
    }
    left.push(...Object.values(value));
  }
  return counts;
}
