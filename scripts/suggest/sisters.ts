import { wayTo } from "./bundle.ts";
import { isOwn } from "./evidence/values.ts";
import { weights } from "./evidence/weights.ts";
import type { FoundJob } from "./found-job.ts";
import { scoreOf } from "./found-job.ts";
import { isWork } from "./nouns.ts";

/** What has the very values that a job of the same document has is the more probably one, too. */
export function withSisters(found: readonly FoundJob[]): readonly FoundJob[] {
  const jobs = found.filter(({ score }) => score >= weights.enough);
  return found.map((one) => {
    const values = valuesOf(one);
    const sister = values === "" ? undefined : jobs.find((job) => valuesOf(job) === values);
    if (one.score >= weights.enough || sister === undefined || !mayBeOne(one)) return one;
    const text = `it has the very values that ${sister.candidate.operation.name} has`;
    const way = wayTo(one.candidate.status.member.schema);
    const evidence = [...one.evidence, { text, way, weight: weights.sister }];
    return { ...one, evidence, score: scoreOf(evidence) };
  });
}

/** The values, where there are enough of them to be no coincidence. */
function valuesOf({ candidate: { status } }: FoundJob): string {
  return status.known === "enum" && status.values.length >= 3
    ? status.values.map(({ value }) => String(value)).join()
    : "";
}

/** It is work or is started, its status is its own, and no caller sets it. */
function mayBeOne({ candidate: { resource, status }, starters, evidence }: FoundJob): boolean {
  const isSet = evidence.some(({ weight }) => weight === weights.statusIsSet);
  return !isSet && isOwn(status, resource) && (isWork(resource.words) || starters.length > 0);
}
