import { valueAt } from "../../vocabulary/pointer.ts";
import { pointerOf, schemaIn, type Way } from "../document/schema.ts";
import { allows } from "../judge/fault.ts";
import type { Direction } from "../judge/judging.ts";
import { candidates } from "./candidates.ts";
import type { Effort, Making, Pin } from "./making.ts";
import { isSomething } from "./making.ts";
import type { All } from "./ways.ts";
import { waysOf } from "./ways.ts";

export interface SampleOptions {
  /** Optional properties as well. */
  readonly all: boolean;
  /** Where it goes. Default: into an answer. */
  readonly direction?: Direction;
  /** What a text is, of which nothing more is known. Default: `text`. */
  readonly text?: string;
  /** Another number gives another text or number, where the schema leaves room for it. Default: 0. */
  readonly nth?: number;
  readonly pins?: readonly Pin[];
  /** In an answer that accepts: rather no state in it is that of a failure. */
  readonly isAccepting?: boolean;
}

/** A value that the schema at a place of the document allows; `undefined` where none is found. */
export function sample(document: unknown, way: Way, options: SampleOptions): unknown {
  return attempt(document, [way], options).value;
}

/** A value that the schemas at all these places allow; where there is no schema, nothing is said. */
export function sampleOfAll(document: unknown, ways: readonly Way[], options: SampleOptions): unknown {
  return attempt(document, ways, options).value;
}

/** The schema, as a pointer into the document, because of which no value is found; `undefined` where one is. */
export function obstacle(document: unknown, way: Way): string | undefined {
  const { value, blame } = attempt(document, [way], { all: true });
  return value === undefined ? `\`#${blame}\`` : undefined;
}

function attempt(
  document: unknown,
  ways: readonly Way[],
  { all, direction = "answer", text, nth = 0, pins = [], isAccepting = false }: SampleOptions,
): { readonly value: unknown; readonly blame: string | undefined } {
  const places = ways.flatMap((way) => schemaIn(document, way) ?? []);
  if (places.length === 0) return { value: undefined, blame: undefined };
  const tried = (all: boolean): { readonly value: unknown; readonly effort: Effort } => {
    const effort: Effort = { left: 4000, cuts: 0, impossible: new Set(), judged: new WeakMap() };
    const making: Making = {
      document,
      direction,
      all,
      text,
      nth,
      pins,
      isAccepting,
      within: [],
      effort,
      sampleOf,
    };
    return { value: sampleOf(places, making), effort };
  };
  const first = tried(all);
  // what is optional may have taken all the effort
  const { value, effort } = first.value === undefined && all ? tried(false) : first;
  return { value, blame: effort.blame };
}

function sampleOf(places: All, before: Making): unknown {
  const { document, direction, pins, within, effort } = before;
  const name = places.map(pointerOf).join("` and `#");
  if (effort.impossible.has(name)) return undefined;
  // one that is a part of itself comes to an end; with as little as can be, it need not be repeated at all
  const repeated = within.filter((each) => each === name).length;
  if (--effort.left < 0 || within.length > 30 || repeated > (before.all ? 1 : 0)) {
    effort.cuts++;
    return undefined;
  }
  const isAllowed = (value: unknown): boolean =>
    value !== undefined &&
    --effort.left >= 0 &&
    places.every((place) => allows(place, value, document, direction, effort.judged));
  const pin = pins.find(({ at }) => at.length === 0);
  const pinned = pin?.values.find(isAllowed);
  if (pinned !== undefined) return pinned;
  const making: Making = { ...before, all: before.all && effort.left > 2000, within: [...within, name] };
  const { cuts } = effort;
  const isWanted = (value: unknown): boolean => isSomething(value) && isAllowed(value);
  const found =
    (pin && isAnything(pin) ? best(places, making, isWanted) : undefined) ?? best(places, making, isAllowed);
  if (found !== undefined) return found;
  effort.blame ??= name;
  if (effort.cuts === cuts && effort.left >= 0) effort.impossible.add(name);
  return undefined;
}

/** The value that has most of what is pinned, the first of several. */
function best(places: All, making: Making, isAllowed: (value: unknown) => boolean): unknown {
  const { document, pins } = making;
  let found: { readonly value: unknown; readonly met: number } | undefined;
  let ways = 0;
  for (const all of waysOf(places, document)) {
    if (++ways > 100 || making.effort.left < 0) break;
    const value = first(candidates(all, making), isAllowed);
    if (value === undefined) continue;
    const met = pins.filter((pin) => isMet(pin, value)).length;
    if (found === undefined || met > found.met) found = { value, met };
    if (met === pins.length) break;
  }
  return found?.value;
}

function first(values: Iterable<unknown>, isWanted: (value: unknown) => boolean): unknown {
  for (const value of values) if (isWanted(value)) return value;
  return undefined;
}

function isMet(pin: Pin, whole: unknown): boolean {
  const value = valueAt(whole, pin.at);
  if (value === undefined) return pin.ratherNone === true;
  if (isAnything(pin)) return isSomething(value);
  return pin.values.length === 0 || pin.values.includes(value);
}

/** Something has to be there, whatever it is. */
function isAnything({ values, ratherNone }: Pin): boolean {
  return values.length === 0 && ratherNone !== true;
}
