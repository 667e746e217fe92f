import { type Course, lookAt, type Plan, setOut } from "../course.ts";
import type { Ids } from "../ids.ts";
import { type Fields, textOf, textsOf } from "../json.ts";
import type { Refusal, World } from "../vendor.ts";
import type { MintlifyDeployment } from "./deployments.ts";
import { refusal } from "./keys.ts";

export interface MintlifyFailure {
  error: string;
}

export type MintlifyPlan = Plan<string, MintlifyFailure>;

export interface ExportJob {
  readonly jobId: string;
  readonly domain: string;
  readonly pages: readonly string[];
  readonly course: Course<string, MintlifyFailure>;
}

const steps = ["queued", "running", "running", "running"];

/** Which pages are to be exported, or why none are. */
export function readStart(
  body: Fields,
  deployments: readonly MintlifyDeployment[],
): { domain: string; pages: readonly string[] } | Refusal {
  const domain = textOf(body.domain);
  if (domain === undefined) return refusal(400, "domain is required.");
  if (/[:/]/.test(domain)) return refusal(400, "domain must be a host name, without scheme, port or path.");
  const deployment = deployments.find((each) => each.domain === domain);
  if (!deployment) return refusal(400, `The domain ${domain} could not be reached.`);
  if (body.version !== undefined && textOf(body.version) === undefined) {
    return refusal(400, "version must be a string.");
  }
  if (body.paths === undefined) return { domain, pages: deployment.pages };
  const pages = textsOf(body.paths);
  if (!pages) return refusal(400, "paths must be a list of strings.");
  const unknown = pages.find((page) => !deployment.pages.includes(page));
  return unknown === undefined ? { domain, pages } : refusal(400, `There is no published page ${unknown}.`);
}

export function startJob(
  world: World,
  ids: Ids,
  plan: MintlifyPlan,
  { domain, pages }: { domain: string; pages: readonly string[] },
): ExportJob {
  return {
    jobId: ids.first("se_3f9a2c1b8e7d4a06", () => `se_${ids.hex(16)}`),
    domain,
    pages,
    course: setOut(plan, { duration: world.duration, steps }, world.now()),
  };
}

/** The job as every answer about it shows it. */
export function describeJob(job: ExportJob, now: number): { status: string } & Record<string, unknown> {
  const { course, pages } = job;
  const look = lookAt(course, now);
  const queued = look.state === "under way" && look.step === "queued";
  const progress = queued ? 0 : look.progress;
  const ended = { "under way": look.step, succeeded: "completed", failed: "failed" } as const;
  return {
    jobId: job.jobId,
    status: ended[look.state],
    progress,
    pageCount: Math.floor((pages.length * progress) / 100),
    createdAt: isoTime(course.startedAt),
    updatedAt: isoTime(queued ? course.startedAt : look.changedAt),
    ...(look.state === "failed" && course.failure && { error: course.failure.error }),
  };
}

export function isDocumented(status: string): boolean {
  return ["queued", "running", "completed", "failed"].includes(status);
}

/** `2026-07-01T06:00:00Z`. */
export function isoTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
