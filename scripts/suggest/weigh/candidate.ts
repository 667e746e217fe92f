import type { Operation } from "../../plugin/operations.ts";
import type { Answer } from "../see/answers.ts";
import type { Resource } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import type { Evidence } from "./evidence.ts";

/** An operation whose answer tells a status. */
export interface Told {
  readonly operation: Operation;
  readonly resource: Resource;
  readonly answer: Answer;
  readonly status: Status;
  /** Members of the object that the status is in, by name. */
  readonly siblings: ReadonlySet<string>;
  /** The same, and those of the objects around that one. */
  readonly around: ReadonlySet<string>;
}

/** The same, with what speaks for a job and against it. */
export interface Candidate extends Told {
  readonly evidence: readonly Evidence[];
}
