import type { Evidence } from "./weigh/evidence.ts";
import type { Action } from "./write/actions.ts";

/** What a document says of jobs, put into the words of this package for a person to look through. */
export interface Suggestions {
  readonly jobs: readonly SuggestedJob[];
  /** What may be a job, but more probably is none; nothing is written for these. */
  readonly others: readonly OtherJob[];
  /** The action that adds `x-errors`, unless the document has it or nothing can be seen. */
  readonly errors?: Action;
  /** How many operations there are. */
  readonly operations: number;
  /** How many of them tell the status of a job that is declared already. */
  readonly declared: number;
  /** How many answer in XML alone, whose status a poll could not read, so that nobody looked at it. */
  readonly inXml: number;
}

export interface OtherJob {
  /** `GET /exports/{id}` */
  readonly operation: string;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

export interface SuggestedJob extends OtherJob {
  readonly name: string;
  /** `POST /exports` */
  readonly starters: readonly string[];
  readonly notes: readonly string[];
  readonly actions: readonly Action[];
  /** Somebody has to fill in a list before the actions can be used. */
  readonly isOpen: boolean;
}

export type Confidence = "high" | "medium" | "low";
