import { type Course, lookAt, type Plan, setOut } from "../course.ts";
import { plainTime } from "../huawei/time.ts";
import type { Ids } from "../ids.ts";
import type { Undertaking } from "../settle.ts";
import type { World } from "../vendor.ts";
import type { DwsCluster } from "./clusters.ts";

export interface DwsFailure {
  /** Step and code: `CreateELBTask-fail:DWS.0114`. */
  failed_code: string;
  failed_detail: string;
  /** Default: `FAIL`. */
  status?: "FAIL" | "STOP" | "ERROR";
}

export type DwsPlan = Plan<string, DwsFailure>;

/** What a job does to its cluster. */
export interface Change {
  /** The vendor's internal name of the job; only that of binding is documented. */
  readonly name: string;
  /** `task_status` of the cluster meanwhile. Values are assumed; those documented end in ING, too. */
  readonly task: string;
  /** Takes effect when the job succeeds. */
  apply(at: number): void;
  /** How the job goes if no plan says otherwise. */
  readonly plan?: DwsPlan;
}

export interface ClusterJob extends Undertaking {
  readonly id: string;
  readonly cluster: DwsCluster;
  readonly change: Change;
  readonly course: Course<string, DwsFailure>;
}

const steps = ["INIT", "WAITING", "RUNNING", "RUNNING", "RUNNING", "RUNNING"];

export function startJob(
  world: World,
  ids: Ids,
  plan: DwsPlan | undefined,
  cluster: DwsCluster,
  change: Change,
): ClusterJob {
  return {
    id: ids.first("2c9080e88459fa44018459fbeb600001", () => `2c90${ids.hex(28)}`),
    cluster,
    change,
    course: setOut(plan ?? change.plan ?? {}, { duration: world.duration, steps }, world.now()),
    finish(succeeded, at) {
      if (succeeded) change.apply(at);
    },
  };
}

/** The answer about a job. */
export function describeJob(job: ClusterJob, now: number): { status: string } & Record<string, unknown> {
  const { course } = job;
  const look = lookAt(course, now);
  const failure = look.state === "failed" ? course.failure : undefined;
  const ended = failure ? (failure.status ?? "FAIL") : "SUCCESS";
  return {
    status: look.state === "under way" ? look.step : ended,
    progress: `${look.progress}%`,
    job_id: job.id,
    job_name: job.change.name,
    begin_time: plainTime(course.startedAt),
    ...(look.endedAt !== undefined && { end_time: plainTime(look.endedAt) }),
    ...(failure && { failed_code: failure.failed_code, failed_detail: failure.failed_detail }),
  };
}

export function isDocumented(status: string): boolean {
  return ["INIT", "WAITING", "RUNNING", "DELAY_SCHEDULED", "SUCCESS", "FAIL", "STOP", "ERROR"].includes(
    status,
  );
}

/** What the answer about a cluster says of the job that runs on it. */
export function describeTask(job: ClusterJob | undefined, now: number): Record<string, unknown> {
  if (!job) return { task_status: "", action_progress: {} };
  const { task } = job.change;
  return { task_status: task, action_progress: { [task]: `${lookAt(job.course, now).progress}%` } };
}
