import { type Course, lookAt, type Plan, setOut } from "../course.ts";
import { type ExportedFile, exportedFile, type FileKind } from "../files/file.ts";
import type { Ids } from "../ids.ts";
import type { Plans } from "../plans.ts";
import type { World } from "../vendor.ts";
import type { FeishuDocument } from "./documents.ts";
import type { Identity } from "./tokens.ts";

export interface FeishuFailure {
  /** `job_status` of the failed task: of an export 3, 107 to 111, 122, 123, 6000; or one that no page names. */
  job_status: number;
  /** Default: the meaning of the status. */
  job_error_msg?: string;
}

export interface FeishuPlan extends Plan<number, FeishuFailure> {
  /** For how long a task that has succeeded has no `file_token` yet, in milliseconds. Default: 0. */
  fileTokenDelay?: number;
}

export type FeishuCourse = Course<number, FeishuFailure>;

export interface ExportTask {
  readonly ticket: string;
  readonly document: FeishuDocument;
  readonly extension: FileKind;
  readonly owner: Identity;
  readonly course: FeishuCourse;
  readonly fileTokenDelay: number;
  readonly fileToken: string;
  readonly file: ExportedFile;
}

/** Files are deleted this long after their task has ended. */
const fileLife = 600_000;

/** The `job_status` values on the way. */
export const steps: readonly number[] = [1, 2, 2, 2];

const failures: Readonly<Record<number, string>> = {
  3: "internal error",
  107: "export document is too large",
  108: "processing timed out",
  109: "no permission for a block of the document",
  110: "no permission",
  111: "document is deleted",
  122: "export is forbidden while a copy is being made",
  123: "document does not exist",
  6000: "too many images in the document",
};

export function startTask(
  world: World,
  ids: Ids,
  plans: Plans<FeishuPlan>,
  document: FeishuDocument,
  extension: FileKind,
  owner: Identity,
): ExportTask {
  const own = document.failure === undefined ? {} : { failure: { job_status: document.failure } };
  const plan = plans.take() ?? own;
  return {
    ticket: ids.first("7143131813848809492", () => ids.digits(19)),
    document,
    extension,
    owner,
    course: setOut(plan, { duration: world.duration, steps }, world.now()),
    fileTokenDelay: "fileTokenDelay" in plan ? (plan.fileTokenDelay ?? 0) : 0,
    fileToken: ids.first("boxcnxe5OdjlAkNgSNdsJvabcef", () => `boxcn${ids.word(22)}`),
    file: exportedFile(extension, document.title, document.size),
  };
}

/** `data.result` of the status answer. */
export function resultOf(task: ExportTask, now: number): { job_status: number } & Record<string, unknown> {
  const { document, extension, course } = task;
  const look = lookAt(course, now);
  const kind = { file_extension: extension, type: document.type };
  if (look.state === "under way") return { ...kind, job_status: look.step };
  if (course.failure) {
    const { job_status, job_error_msg = failures[job_status] ?? "unknown error" } = course.failure;
    return { ...kind, job_error_msg, job_status };
  }
  const hasToken = now >= (look.endedAt ?? 0) + task.fileTokenDelay;
  return {
    ...kind,
    file_name: document.title,
    file_token: hasToken ? task.fileToken : "",
    file_size: hasToken ? task.file.size : 0,
    job_error_msg: "success",
    job_status: 0,
  };
}

/** Whether the file can be downloaded: made, and not deleted yet. */
export function hasFile(task: ExportTask, now: number): boolean {
  const look = lookAt(task.course, now);
  return look.state === "succeeded" && now < (look.endedAt ?? 0) + fileLife;
}

/** Whether a page of the vendor names this `job_status`. */
export function isDocumented(jobStatus: number): boolean {
  return jobStatus <= 2 || jobStatus in failures;
}
