import type { Operation } from "../../plugin/operations.ts";
import type { Answer } from "../see/answers.ts";
import type { Resource } from "../see/resource.ts";

/** A question, and what it is about. */
export interface Asked {
  readonly operation: Operation;
  readonly resource: Resource;
  readonly answers: readonly Answer[];
}
