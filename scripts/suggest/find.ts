import type { Document } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { answerReader } from "./answers.ts";
import { wayTo } from "./bundle.ts";
import type { Candidate } from "./candidates.ts";
import { candidateOf, total } from "./candidates.ts";
import type { Evidence } from "./evidence.ts";
import type { Starter, Target } from "./starters.ts";
import { starterFor } from "./starters.ts";
import { aboutChanges, aboutKey } from "./surroundings.ts";

/** A job, as far as the document lets one see. */
export interface FoundJob {
  readonly candidate: Candidate;
  readonly starters: readonly Starter[];
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

/** Everything that may be a job, the surest first. */
export function findJobs(operations: readonly Operation[], document: Document): readonly FoundJob[] {
  const answers = answerReader(document);
  const candidates = operations
    .filter(({ isPolled }) => !isPolled)
    .flatMap((operation) => candidateOf(operation, answers(operation), document) ?? [])
    .filter((candidate) => total(candidate) > 0);
  const starters = assign(candidates, operations, (candidate, operation) =>
    starterFor(targetOf(candidate), operation, answers(operation), document),
  );
  return candidates
    .map((candidate) => jobOf(candidate, starters.get(candidate) ?? [], operations, document))
    .sort((a, b) => b.score - a.score);
}

/** Each operation starts one job at most: the one that its answer fits best. */
function assign(
  candidates: readonly Candidate[],
  operations: readonly Operation[],
  link: (candidate: Candidate, operation: Operation) => readonly Starter[],
): ReadonlyMap<Candidate, readonly Starter[]> {
  const starters = new Map<Candidate, Starter[]>();
  for (const operation of operations) {
    const links = candidates.flatMap((candidate) =>
      link(candidate, operation).map((starter) => ({ candidate, starter })),
    );
    const [best] = links.sort((a, b) => b.starter.rank - a.starter.rank);
    if (best === undefined) continue;
    const own = links.filter(({ candidate }) => candidate === best.candidate).map(({ starter }) => starter);
    starters.set(best.candidate, [...(starters.get(best.candidate) ?? []), ...own]);
  }
  return starters;
}

function jobOf(
  candidate: Candidate,
  starters: readonly Starter[],
  operations: readonly Operation[],
  document: Document,
): FoundJob {
  const evidence = [
    ...candidate.evidence,
    ...aboutChanges(candidate, operations, document),
    ...(starters.length === 0 ? aboutKey(candidate) : []),
    ...aboutStarters(starters, candidate),
  ];
  return { candidate, starters, evidence, score: evidence.reduce((sum, { weight }) => sum + weight, 0) };
}

function aboutStarters(starters: readonly Starter[], { operation, status }: Candidate): readonly Evidence[] {
  const [first] = starters;
  if (first === undefined) {
    const text = "no operation was found that starts one";
    return status.known === "codes" ? [] : [{ text, way: wayTo(operation.place), weight: -1 }];
  }
  const way = wayTo(first.operation.place);
  const isAccepted = starters.some(({ answer }) => answer.response.code === "202");
  return [
    { text: `${first.operation.name} starts one: ${first.why}`, way, weight: 1 },
    ...(isAccepted ? [{ text: "it is accepted with 202", way, weight: 1 }] : []),
  ];
}

function targetOf({ operation, resource, siblings, status }: Candidate): Target {
  return { operation, resource, siblings, status: status.member.pointer.at(-1) ?? "" };
}
