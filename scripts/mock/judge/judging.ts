import type { Place } from "../../../src/sandbox/contract/pointer.ts";

/** In what a value is not as its schema asks. */
export interface Fault {
  /** Where in the value. */
  readonly at: readonly string[];
  /** The rest of a sentence: `is no number`. */
  readonly what: string;
}

/** Where a value goes. What is only for the other direction need not be there. */
export type Direction = "request" | "answer";

/**
 * What is allowed of that which is not known for certain, such as whether a text is an address: nothing, or all that may be;
 * trusting, whatever is said to have a format has it.
 */
export type Rigor = "certain" | "possible" | "trusting";

/** By rigor, schema and the schema of the whole. */
export type Known = Map<string, Fault | undefined>;

/** What was found of each object and list. */
export type Judged = WeakMap<object, Known>;

export interface Judging {
  readonly document: unknown;
  readonly direction: Direction;
  readonly rigor: Rigor;
  /** The schema of the whole value. */
  readonly whole: Place;
  /** What was found for this same value: a schema may be a part of itself, and of others many times. */
  readonly known: Known;
  /** The same of each object and list in the whole value, for many schemas may lead to one. */
  readonly all: Judged;
  /** Whether it is certain that a value fits a schema. */
  readonly allows: (place: Place, value: unknown) => boolean;
}

/** Judges what stands at a key. */
export type Inner = (part: Place | undefined, value: unknown, key: string) => Fault | undefined;
