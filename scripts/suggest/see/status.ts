import type { Scalar } from "../../vocabulary/extensions.ts";
import type { StatusList } from "../../vocabulary/keys.ts";
import type { Meaning } from "../../vocabulary/status-words.ts";
import type { Member } from "../document/schema-members.ts";

/** Something in an answer that may tell how far a job is. */
export interface Status {
  readonly member: Member;
  readonly known: Known;
  readonly values: readonly StatusValue[];
  /** What tells the values, where neither the schema nor an example does. */
  readonly toldBy?: string;
}

/**
 * What is known of its values: an enum; words of a description or of examples; yes or no; how much of it is done; when it
 * ended; HTTP codes; nothing; not even where it is.
 */
export type Known = "enum" | "text" | "flag" | "percentage" | "time" | "codes" | "nothing" | "nowhere";

/** What the values of a whole course tell: that it begins, succeeds and fails. */
export const course: readonly StatusList[] = ["pending", "succeeded", "failed"];

/** One of its values certainly means that. */
export function tellsOf(values: readonly Meaning[], list: StatusList): boolean {
  return values.some((each) => each.list === list && each.isSure);
}

/** It begins, succeeds and fails. */
export function isWholeCourse(values: readonly Meaning[]): boolean {
  return course.every((list) => tellsOf(values, list));
}

/** Its values are told. */
export function isTold({ known }: Status): boolean {
  return known === "enum" || known === "text";
}

/** Its values are told, and begin and succeed. */
export function beginsAndSucceeds(status: Status): boolean {
  return isTold(status) && tellsOf(status.values, "pending") && tellsOf(status.values, "succeeded");
}

export interface StatusValue extends Meaning {
  readonly value: Scalar;
}
