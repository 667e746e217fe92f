import { type Course, lookAt, type Plan, setOut } from "../course.ts";
import { plainTime } from "../huawei/time.ts";
import type { Undertaking } from "../settle.ts";
import type { World } from "../vendor.ts";
import type { GesGraph } from "./graphs.ts";

export interface GesFailure {
  failReason: string;
}

export interface GesPlan extends Plan<string, GesFailure> {
  /**
   * Which state of the vendor's page the answers about the job follow: since 2021 they describe it, in 2018 they held
   * nothing but its status. Default: 2021.
   */
  edition?: 2018 | 2021;
}

/** What a job does to its graph. */
export interface Change {
  /** The id of the job to be. */
  readonly jobId: string;
  /** `ImportGraph` and `DeleteGraph` are documented, the others made after them. */
  readonly jobName: string;
  /** The graph's status meanwhile; left out, it stays what it is. */
  readonly meanwhile?: string;
  /** The graph's status after success; left out, what it was before. */
  readonly after?: string;
  readonly jobDetail?: Record<string, unknown>;
  /** Whatever else takes effect when the job ends. */
  finish?(succeeded: boolean, at: number): void;
}

export interface GraphJob extends Undertaking {
  readonly graph: GesGraph;
  readonly change: Change;
  readonly edition: 2018 | 2021;
  readonly course: Course<string, GesFailure>;
}

const steps = { 2018: ["waiting", "running", "running"], 2021: ["pending", "running", "running"] };

export function startJob(world: World, plan: GesPlan, graph: GesGraph, change: Change): GraphJob {
  const { edition = 2021 } = plan;
  const before = graph.status;
  graph.status = change.meanwhile ?? before;
  return {
    graph,
    change,
    edition,
    course: setOut(plan, { duration: world.duration, steps: steps[edition] }, world.now()),
    finish(succeeded, at) {
      graph.status = succeeded ? (change.after ?? before) : before;
      change.finish?.(succeeded, at);
    },
  };
}

/** The answer about a job. */
export function describeJob(job: GraphJob, now: number): { status: string } & Record<string, unknown> {
  const { change, course } = job;
  const look = lookAt(course, now);
  const status = { "under way": look.step, succeeded: "success", failed: "failed" }[look.state];
  if (job.edition === 2018) return { status };
  return {
    jobId: change.jobId,
    status,
    jobType: "GraphManagement",
    jobName: change.jobName,
    relatedGraph: job.graph.name,
    beginTime: plainTime(course.startedAt),
    ...(look.endedAt !== undefined && { endTime: plainTime(look.endedAt) }),
    ...(look.state === "succeeded" && change.jobDetail && { jobDetail: change.jobDetail }),
    ...(look.state === "failed" && course.failure && { failReason: course.failure.failReason }),
    // Reserved, and 0 even when the job is done.
    jobProgress: 0,
  };
}

export function isDocumented(status: string): boolean {
  return ["waiting", "pending", "running", "success", "failed"].includes(status);
}
