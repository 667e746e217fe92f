import { type Course, lookAt, setOut } from "../course.ts";
import type { Ids } from "../ids.ts";
import type { World } from "../vendor.ts";
import type { MintlifyFailure, MintlifyPlan } from "./jobs.ts";

/** What deployments, previews and the agent are about. */
export interface MintlifyProject {
  /** As the API keys page shows it. */
  id: string;
  subdomain: string;
  /** `owner/name` of the repository, which the agent works on. */
  repository: string;
}

/** The project that every sandbox begins with. */
export function seedProjects(): MintlifyProject[] {
  return [{ id: "6510aa11bb22cc33dd44ee55", subdomain: "acme", repository: "acme/docs" }];
}

/** A site on its way to its readers. */
export interface SiteDeployment {
  readonly statusId: string;
  readonly project: MintlifyProject;
  readonly course: Course<string, MintlifyFailure>;
}

const steps = ["queued", "in_progress", "in_progress"];

export function startDeployment(
  world: World,
  ids: Ids,
  plan: MintlifyPlan,
  project: MintlifyProject,
): SiteDeployment {
  const statusId = ids.first("6863a1f2c4b5d6e7f8091a2b", () => ids.hex(24));
  return { statusId, project, course: setOut(plan, { duration: world.duration, steps }, world.now()) };
}

/** The answer about a deployment. */
export function describeDeployment(
  { statusId, project, course }: SiteDeployment,
  now: number,
): { status: string } & Record<string, unknown> {
  const look = lookAt(course, now);
  const ended = { "under way": look.step, succeeded: "success", failed: "failure" } as const;
  return {
    _id: statusId,
    projectId: project.id,
    status: ended[look.state],
    createdAt: new Date(course.startedAt).toISOString(),
    ...(look.endedAt !== undefined && { endedAt: new Date(look.endedAt).toISOString() }),
    ...(look.state === "succeeded" && { summary: "Successfully updated the docs." }),
    ...(look.state === "failed" && { summary: course.failure?.error, logs: [course.failure?.error] }),
    subdomain: project.subdomain,
    source: "api",
  };
}

export function isDocumentedDeployment(status: string): boolean {
  return ["queued", "in_progress", "success", "failure"].includes(status);
}
