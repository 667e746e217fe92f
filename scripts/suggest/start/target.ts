import type { Place } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import type { Resource } from "../see/resource.ts";

/** An operation that tells a status, and where in its answer the thing is whose status it is. */
export interface Target {
  readonly operation: Operation;
  readonly resource: Resource;
  /** Names of what stands beside the status, itself included. */
  readonly siblings: ReadonlySet<string>;
  /** Where the path begins. */
  readonly start: string;
  /** The schema of the answer. */
  readonly body: Place | undefined;
  /** The name of what alone stands around the status in it: `job`. */
  readonly envelope: string | undefined;
  /** The name of the status among them. */
  readonly status: string;
  /** Its values are those of work, from the beginning to the end. */
  readonly isCourse: boolean;
}
