import type { Document } from "../../plugin/document.ts";
import { wayTo } from "../document/bundle.ts";
import { statusNameOf } from "../see/statuses.ts";
import type { Evidence } from "../weigh/evidence.ts";
import { isDescribedAsOfWork } from "../weigh/names.ts";
import { isOwn } from "../weigh/values.ts";
import { weights } from "../weigh/weights.ts";
import { isWork } from "../words/nouns.ts";
import { isAnsweredAs } from "./answered-as.ts";
import type { FoundJob } from "./found-job.ts";
import { scoreOf } from "./found-job.ts";

/** What asks about the very thing that a job is, or has its very values, is the more probably one, too. */
export function withSisters(found: readonly FoundJob[], document: Document): readonly FoundJob[] {
  const jobs = found.filter(({ score }) => score >= weights.fairly);
  return found.map((one) => {
    if (one.score >= weights.fairly) return one;
    const sign = aboutSame(one, jobs) ?? aboutTwin(one, jobs, document) ?? aboutAlike(one, jobs, document);
    if (sign === undefined) return one;
    const way = wayTo(one.candidate.status.member.schema);
    const evidence = [...one.evidence, { ...sign, way }];
    return { ...one, evidence, score: scoreOf(evidence) };
  });
}

type Sign = Omit<Evidence, "way">;

/** Beside `/tasks/{id}/status`, `/tasks/{id}` tells the same. */
function aboutSame(one: FoundJob, jobs: readonly FoundJob[]): Sign | undefined {
  const { resource, status } = one.candidate;
  const same = jobs.find(
    ({ candidate }) =>
      candidate.resource.item === resource.item &&
      statusNameOf(candidate.status.member) === statusNameOf(status.member),
  );
  return same && { text: `${same.candidate.operation.name} tells the same of it`, weight: weights.same };
}

/** Below `/runs/{id}`, `/runs/{id}/attempts/{number}` is answered with one, too. */
function aboutTwin(one: FoundJob, jobs: readonly FoundJob[], document: Document): Sign | undefined {
  const twin = jobs.find(
    ({ candidate }) =>
      isAnsweredAs(candidate, one.candidate, document) &&
      one.candidate.resource.item.startsWith(`${candidate.resource.collection}/`),
  );
  return (
    twin && { text: `its answer is just as that of ${twin.candidate.operation.name}`, weight: weights.twin }
  );
}

function aboutAlike(one: FoundJob, jobs: readonly FoundJob[], document: Document): Sign | undefined {
  const values = valuesOf(one);
  const sister =
    values === "" || !mayBeOne(one, document) ? undefined : jobs.find((job) => valuesOf(job) === values);
  const text = `it has the very values that ${sister?.candidate.operation.name} has`;
  return sister && { text, weight: weights.sister };
}

/** The values, where there are enough of them to be no coincidence. */
function valuesOf({ candidate: { status } }: FoundJob): string {
  return status.known === "enum" && status.values.length >= 3
    ? status.values.map(({ value }) => String(value)).join()
    : "";
}

/** It is work or is started, its status is its own, and nothing weighs much against it, such as callers who set it. */
function mayBeOne(
  { candidate: { resource, status }, starters, evidence }: FoundJob,
  document: Document,
): boolean {
  const isRefuted = evidence.some(({ weight }) => weight <= weights.statusOfWorkIsSet);
  const isOfWork = isWork(resource.words) || isDescribedAsOfWork(status, document);
  return !isRefuted && isOwn(status, resource) && (isOfWork || starters.length > 0);
}
