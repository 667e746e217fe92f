import { type Course, lookAt, type Plan, setOut } from "../course.ts";
import type { World } from "../vendor.ts";
import type { DrsTask } from "./tasks.ts";

export interface DrsFailure {
  /** Default: `failed`. */
  process_status?: string;
}

export interface DrsPlan extends Plan<string, DrsFailure> {
  /** The word for success, of which no page tells. Default: `success`. */
  success?: string;
}

export interface TemplateExport {
  readonly id: string;
  readonly tasks: readonly DrsTask[];
  readonly course: Course<string, DrsFailure>;
  readonly success: string;
}

/** A file that an export made. */
export interface DrsTemplate {
  file_name: string;
  last_modified: string;
}

export function startExport(
  world: World,
  id: string,
  plan: DrsPlan,
  tasks: readonly DrsTask[],
): TemplateExport {
  const course = setOut(plan, { duration: world.duration, steps: ["pending"] }, world.now());
  return { id, tasks, course, success: plan.success ?? "success" };
}

/** `process_status` of the answer about an export. */
export function statusOf({ course, success }: TemplateExport, now: number): string {
  const look = lookAt(course, now);
  if (look.state === "under way") return look.step;
  return look.state === "succeeded" ? success : (course.failure?.process_status ?? "failed");
}

/** The files of all exports that have succeeded, newest first. */
export function templatesOf(exports: readonly TemplateExport[], now: number): DrsTemplate[] {
  const made = exports.flatMap(({ course, tasks }) => {
    const { state, endedAt = 0 } = lookAt(course, now);
    return state === "succeeded" ? tasks.map((task) => ({ endedAt, task })) : [];
  });
  made.sort((a, b) => b.endedAt - a.endedAt);
  return made.map(({ endedAt, task }) => {
    const time = new Date(endedAt).toISOString().slice(0, 19);
    return {
      file_name: `${task.id}_${task.engine}_${time.replace(/\D/g, "")}.xlsx`,
      last_modified: `${time}Z`,
    };
  });
}
