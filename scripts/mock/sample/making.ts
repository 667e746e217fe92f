import type { Direction, Judged } from "../judge/judging.ts";
import type { All } from "./ways.ts";

/** A value under way. */
export interface Making {
  readonly all: boolean;
  readonly direction: Direction;
  readonly nth: number;
  readonly pins: readonly Pin[];
  /** Rather no state is that of a failure. */
  readonly isAccepting: boolean;
  readonly document: unknown;
  readonly text: string | undefined;
  /** The schemas that this one is a part of. */
  readonly within: readonly string[];
  readonly effort: Effort;
  readonly sampleOf: (places: All, making: Making) => unknown;
}

/** Documents may ask for more than anybody would wait for. */
export interface Effort {
  /** How many more schemas and values may be looked at. */
  left: number;
  /** How often a schema was a part of itself for too long. */
  cuts: number;
  /** Schemas for which there is no value, wherever they stand. */
  readonly impossible: Set<string>;
  /** What was found of each part of the value, so that it is not judged again in each whole that it comes into. */
  readonly judged: Judged;
  /** The schema for which there was no value. */
  blame?: string | undefined;
}

/** What has to stand somewhere in the value, as far as the schema allows it. */
export interface Pin {
  readonly at: readonly string[];
  /** The first of these that is allowed; without any, whatever the schema says, as long as something is there. */
  readonly values: readonly unknown[];
  /** Rather nothing at all than one of these. */
  readonly ratherNone?: boolean;
}

/** Not what a client takes for a field that is not there: `null`, or text without a character. */
export function isSomething(value: unknown): boolean {
  return typeof value === "string" ? value.trim() !== "" : value !== undefined && value !== null;
}

/** The pins of what stands at a key, as seen from there. */
export function pinsBelow(pins: readonly Pin[], key: string): readonly Pin[] {
  return pins.filter(({ at }) => at[0] === key).map((pin) => ({ ...pin, at: pin.at.slice(1) }));
}
