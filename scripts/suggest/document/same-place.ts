import type { Document, Place } from "../../plugin/document.ts";

/** Whether both lead to one and the same place, each through its `$ref`s. */
export function isSamePlace(one: Place | undefined, other: Place | undefined, document: Document): boolean {
  const [end, otherEnd] = [one, other].map((place) => place && document.follow(place));
  return end !== undefined && end.location.absolutePointer === otherEnd?.location.absolutePointer;
}
