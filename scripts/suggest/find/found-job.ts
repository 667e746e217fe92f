import type { Starter } from "../start/starters.ts";
import type { Candidate } from "../weigh/candidate.ts";
import type { Evidence } from "../weigh/evidence.ts";

/** A job, as far as the document lets one see. */
export interface FoundJob {
  readonly candidate: Candidate;
  readonly starters: readonly Starter[];
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

export function scoreOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}
