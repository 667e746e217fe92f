import { lookAt } from "../course.ts";
import { type Fields, fieldsOf, textOf } from "../json.ts";
import type { Undertaking } from "../settle.ts";
import type { Refusal } from "../vendor.ts";
import type { FeishuDocument } from "./documents.ts";
import type { FeishuCourse } from "./export-tasks.ts";
import { badField, refusal } from "./refusals.ts";
import type { Identity } from "./tokens.ts";

/** A file that was uploaded to be imported. The sandbox has no call to upload with: put yours into its list. */
export interface FeishuFile {
  token: string;
  /** With its extension. */
  name: string;
  /** It can be imported for five minutes. Default: the moment of the import. */
  uploadedAt?: number;
}

/** The file that every sandbox begins with, and the one folder besides the root. */
export function seedFiles(): FeishuFile[] {
  return [{ token: "boxcnrHpsg1QDqXAAAyachabcef", name: "Sales.xlsx" }];
}
const folder = "AbqrfuRTjlJEIJduwDwcnIabcef";

export interface ImportTask extends Undertaking {
  readonly ticket: string;
  readonly type: FeishuDocument["type"];
  readonly owner: Identity;
  readonly course: FeishuCourse;
  /** The token of the document to be. */
  readonly token: string;
}

/** What each type is made from, by extension; more than these is documented, and none of it matters here. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  docx: ["docx", "doc", "txt", "md", "mark", "markdown", "html"],
  sheet: ["xlsx", "xls", "csv"],
  bitable: ["xlsx", "csv"],
};

const fileLife = 300_000;

/** What is to be imported and as what, or why it is not. */
export function readImport(
  body: Fields,
  files: readonly FeishuFile[],
  now: number,
): { title: string; type: FeishuDocument["type"] } | Refusal {
  for (const name of ["file_extension", "file_token", "type"]) {
    if (textOf(body[name]) === undefined) return badField(name, body[name], `${name} is required`);
  }
  const { mount_type, mount_key } = fieldsOf(body.point);
  if (mount_type !== 1 || typeof mount_key !== "string")
    return badField("point", body.point, "point is required");
  const file = files.find((each) => each.token === body.file_token);
  if (!file) return refusal(1069907);
  if (now >= (file.uploadedAt ?? now) + fileLife) return refusal(1069913);
  if (!isType(body.type)) return refusal(1069904);
  const [title = "", extension = ""] = file.name.split(/\.(?=[^.]*$)/);
  if (extension !== body.file_extension) return refusal(1069910);
  if (!extensions[body.type]?.includes(extension)) return refusal(1069911);
  if (mount_key !== "" && mount_key !== folder) return refusal(1069908);
  return { title: textOf(body.file_name) ?? title, type: body.type };
}

/** `data.result` of the status answer. */
export function importResultOf(
  task: ImportTask,
  now: number,
): { job_status: number } & Record<string, unknown> {
  const { ticket, type, course, token } = task;
  const look = lookAt(course, now);
  if (look.state === "under way") return { ticket, type, job_status: look.step };
  if (course.failure) {
    const { job_status, job_error_msg = failures[job_status] ?? "internal error" } = course.failure;
    return { ticket, type, job_status, job_error_msg };
  }
  const path = { docx: "docx", sheet: "sheets", bitable: "base", doc: "docs" }[type];
  const url = `https://example.feishu.cn/${path}/${token}`;
  return { ticket, type, job_status: 0, job_error_msg: "success", token, url, extra: [] };
}

/** Those whose meaning is not an internal error. */
const failures: Readonly<Record<number, string>> = {
  100: "the file is encrypted",
  104: "the storage of the tenant is full",
  105: "too many nodes in the folder",
  108: "processing timed out",
  110: "no permission",
  112: "the format is not supported",
  113: "the office format is not supported",
  115: "the file is too large",
  116: "no permission to import into the folder",
  117: "the folder is deleted",
  118: "the extension of the file is another than the task's",
  119: "the folder does not exist",
  120: "the type of the file is another than the task's",
  121: "the file has expired",
  122: "export is forbidden while a copy is being made",
  129: "the file is damaged",
  7000: "too many blocks",
  7001: "blocks are nested too deep",
  7002: "a block is too large",
};
const internal = [3, 101, 102, 103, 106, 109, 114, 5000];

/** Whether a page of the vendor names this `job_status` of an import. */
export function isDocumentedImport(jobStatus: number): boolean {
  return jobStatus <= 2 || jobStatus in failures || internal.includes(jobStatus);
}

function isType(type: unknown): type is FeishuDocument["type"] {
  return typeof type === "string" && Object.hasOwn(extensions, type);
}
