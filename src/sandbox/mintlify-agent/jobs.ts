import { type Course, lookAt, type Plan, setOut } from "../course.ts";
import { isoTime } from "../mintlify/jobs.ts";
import type { MintlifyProject } from "../mintlify/projects.ts";
import type { World } from "../vendor.ts";

export interface AgentFailure {
  /** How it ends: the agent fails, or somebody archives the job. Default: failed. */
  status?: "failed" | "archived";
}

export interface AgentPlan extends Plan<string, AgentFailure> {
  /** Nothing needs changing, so that there is no pull request. */
  nothingToDo?: boolean;
}

export interface AgentJob {
  readonly id: string;
  readonly project: MintlifyProject;
  readonly createdAt: number;
  readonly nothingToDo: boolean;
  readonly course: Course<string, AgentFailure>;
}

export function startJob(world: World, id: string, plan: AgentPlan, project: MintlifyProject): AgentJob {
  return {
    id,
    project,
    createdAt: world.now(),
    nothingToDo: plan.nothingToDo ?? false,
    course: setOut(plan, { duration: world.duration, steps: ["active"] }, world.now()),
  };
}

/** The job as every answer about it shows it. */
export function describeJob(job: AgentJob, now: number): { status: string } & Record<string, unknown> {
  const { id, project, course } = job;
  const look = lookAt(course, now);
  const failed = course.failure?.status ?? "failed";
  const status = { "under way": look.step, succeeded: "completed", failed }[look.state];
  const changed = look.state === "succeeded" && !job.nothingToDo;
  return {
    id,
    status,
    source: { repository: project.repository, ref: null },
    model: "sonnet",
    prLink: changed ? `https://github.com/${project.repository}/pull/42` : null,
    createdAt: isoTime(job.createdAt),
    archivedAt: status === "archived" ? isoTime(look.changedAt) : null,
  };
}

export function isDocumented(status: string): boolean {
  return ["active", "completed", "archived", "failed"].includes(status);
}
