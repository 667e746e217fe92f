import type { Document, LocationObject, Source } from "@redocly/openapi-core";
import { bundle } from "@redocly/openapi-core";
import { child, parseFragment, printPointer } from "../../vocabulary/pointer.ts";
import type { ApiConfiguration } from "./configuration.ts";
import type { LocalResolverOptions } from "./local-resolver.ts";
import { LocalResolver } from "./local-resolver.ts";

/** Finds, for a place in what overlays made of a document, the place where a person wrote it. */
export type Relocate = (location: LocationObject) => LocationObject;

/**
 * Lays the overlays once more, over a document in which every object knows where it was written, and with a mark in each
 * update. What cannot be traced, such as a copy, stays where it is shown in the outcome.
 */
export async function originsOf(
  outcome: Source,
  { root, overlays, rules }: ApiConfiguration,
  options: LocalResolverOptions,
): Promise<Relocate> {
  const resolver = new MarkingResolver(options, overlays);
  const doc = await resolver.resolveDocument(null, root, true);
  if (doc instanceof Error) return (location) => location;
  const marked = await bundle({ doc, config: rules, externalRefResolver: resolver, overlays: [...overlays] });
  return (location) => {
    if (location.source !== outcome || location.pointer === undefined) return location;
    const found = trace(marked.bundle.parsed, parseFragment(location.pointer), resolver.updates);
    return found ? { ...location, source: found.source, pointer: `#${printPointer(found.way)}` } : location;
  };
}

/** A place in a file, and what stood there before anything was laid over it. */
interface Origin {
  readonly source: Source;
  readonly way: readonly string[];
  readonly value: unknown;
}

/** The origin of an object of the document itself. JSONPath and the bundler take no notice of it. */
const origin: unique symbol = Symbol("origin");
/** A key that no document has; its number is that of the update which it came with. */
const mark = "x-\u0000update-";

class MarkingResolver extends LocalResolver {
  readonly updates: Origin[] = [];
  readonly #overlays: readonly string[];

  constructor(options: LocalResolverOptions, overlays: readonly string[]) {
    super(options);
    this.#overlays = overlays;
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = super.parseDocument(source, isRoot);
    if (this.#overlays.includes(source.absoluteRef)) this.#markUpdates(document);
    else markAll(document.parsed, { source: document.source, way: [] });
    return document;
  }

  #markUpdates({ source, parsed }: Document): void {
    const actions = child(parsed, "actions");
    for (const [index, action] of Array.isArray(actions) ? actions.entries() : []) {
      const update = child(action, "update");
      const way = ["actions", String(index), "update"];
      const items = Array.isArray(update)
        ? update.map((item, at) => [item, [...way, String(at)]] as const)
        : [];
      for (const [item, at] of [[update, way] as const, ...items]) {
        if (!isObject(item) || Array.isArray(item)) continue;
        const value = structuredClone(item);
        Object.assign(item, { [`${mark}${this.updates.length}`]: {} });
        this.updates.push({ source, way: at, value });
      }
    }
  }
}

function markAll(value: unknown, { source, way }: Omit<Origin, "value">): void {
  if (!isObject(value) || origin in value) return;
  const known: Origin = { source, way, value: { ...value } };
  for (const [key, each] of Object.entries(value)) markAll(each, { source, way: [...way, key] });
  // a property like any other, so that copies have it too
  Object.assign(value, { [origin]: known });
}

function trace(root: unknown, way: readonly string[], updates: readonly Origin[]): Origin | undefined {
  let node = root;
  let own = originOf(root);
  // the updates that had a part in this node, the last one last
  let laid: readonly Origin[] = [];
  for (const token of way) {
    const holder = node;
    node = child(holder, token);
    if (node === undefined) break;
    laid = [...laid, ...marksIn(holder, updates)].flatMap((update) => within(update, token, holder));
    const before = within(own, token, holder)[0];
    own = isObject(node) ? originOf(node) : before?.value === node ? before : undefined;
  }
  // what was there before is the whole, and an update a part of it; a value has been replaced
  return (isObject(node) ? own : undefined) ?? laid.at(-1) ?? own ?? marksIn(node, updates).at(-1);
}

function originOf(value: unknown): Origin | undefined {
  // written by nobody but `markAll`
  return isObject(value) ? (value as { readonly [origin]?: Origin })[origin] : undefined;
}

function marksIn(node: unknown, updates: readonly Origin[]): readonly Origin[] {
  const keys = isObject(node) ? Object.keys(node).filter((key) => key.startsWith(mark)) : [];
  return keys.flatMap((key) => updates[Number(key.slice(mark.length))] ?? []);
}

/** One step further; the items of an update stand at the end of the list that they were laid over. */
function within(from: Origin | undefined, token: string, holder: unknown): readonly Origin[] {
  if (from === undefined) return [];
  const { source, way, value } = from;
  const isLaid = Array.isArray(value) && Array.isArray(holder) && way[0] === "actions";
  const key = isLaid ? String(Number(token) - (holder.length - value.length)) : token;
  const next = child(value, key);
  return next === undefined ? [] : [{ source, way: [...way, key], value: next }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
