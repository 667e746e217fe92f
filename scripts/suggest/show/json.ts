import type { OtherJob, Suggestions } from "../suggestions.ts";
import type { Reason } from "../weigh/evidence.ts";

/** What was found, for programs. */
export interface JsonSuggestions {
  readonly jobs: readonly (JsonJob & {
    readonly name: string;
    readonly starters: readonly string[];
    readonly check: readonly string[];
    /** Why the answer at each JSONPath has links. */
    readonly links: readonly { readonly target: string; readonly text: string; readonly where: string }[];
  })[];
  readonly others: readonly JsonJob[];
  /** How many jobs the document declares already, which are not listed. */
  readonly declared: number;
}

interface JsonJob {
  readonly operation: string;
  readonly confidence: string;
  readonly evidence: readonly { readonly text: string; readonly weight: number; readonly where: string }[];
}

export function json(
  { jobs, others, declared }: Suggestions,
  where: (reason: Reason) => string,
): JsonSuggestions {
  const plain = ({ operation, confidence, evidence }: OtherJob): JsonJob => ({
    operation,
    confidence,
    evidence: evidence.map((each) => ({ text: each.text, weight: each.weight, where: where(each) })),
  });
  return {
    jobs: jobs.map((job) => ({
      ...plain(job),
      name: job.name,
      starters: job.starters,
      check: job.actions.flatMap(({ doubts }) => doubts.map(({ way, text }) => `${way.join("/")}: ${text}`)),
      links: job.actions.flatMap(({ target, reasons = [] }) =>
        reasons.map((reason) => ({ target, text: reason.text, where: where(reason) })),
      ),
    })),
    others: others.map(plain),
    declared,
  };
}
