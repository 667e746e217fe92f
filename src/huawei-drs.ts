/**
 * Huawei Cloud DRS template export: `createHuaweiDrsClient`, `exportTemplates`, `templateExport`, `downloadExport`.
 * @module
 */
import type { templateExport } from "../generated/huawei-drs/index.ts";
import type { Download } from "./runtime/call/download.ts";
import { bareName } from "./runtime/call/file-name.ts";
import type { CallOptions } from "./runtime/call/operation.ts";
import type { HandleOf } from "./runtime/wait/handle.ts";

// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/huawei-drs/index.ts";
export { huaweiAdvice } from "./huawei/advice.ts";

/** Files to list with one call. No page names a greatest number. */
const PAGE = 100;

/** How far the clocks of DRS and of this machine may be apart. */
const APART = 120_000;

/**
 * The file that an export made of one task: waits for the export, lists the files of all exports, and opens the newest
 * whose name begins with the id of the task. Throws an `Error` when none is listed that could be of this export, besides
 * what `result()` and the calls throw.
 *
 * @example const file = await downloadExport(await start(drs, exportTemplates, { project_id, body: { jobs: [id] } }), id);
 */
export async function downloadExport(
  job: HandleOf<typeof templateExport>,
  task: string,
  options: CallOptions = {},
): Promise<Download> {
  const { startedAt } = job.ref;
  const earliest = startedAt === undefined ? 0 : Date.parse(startedAt) - APART;
  const [newest] = (await listed(job, options))
    // inferred, from the vendor's examples: <task>_<database>_<time>.xlsx
    .filter(({ name }) => name.startsWith(`${task}_`))
    .sort((a, b) => b.written - a.written);
  if (newest === undefined || newest.written < earliest) {
    const found = newest === undefined ? "" : `, only ${newest.name} of an earlier one`;
    throw new Error(`${job.ref.job}: no file of the task ${task} is listed that this export made${found}.`);
  }
  const file = await job.follow("download", { body: { files: [newest.name] } }, options);
  const name = bareName(newest.name);
  return { ...(name === undefined ? {} : { name }), ...file };
}

interface Listed {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly written: number;
}

async function listed(job: HandleOf<typeof templateExport>, options: CallOptions): Promise<Listed[]> {
  const files: Listed[] = [];
  for (let offset = 0; ; ) {
    const page = await job.follow("templates", { offset, limit: PAGE }, options);
    const found = page.export_report_obs_files ?? [];
    for (const { file_name: name = "", last_modified = "" } of found) {
      files.push({ name, written: Date.parse(last_modified) || 0 });
    }
    offset += found.length;
    if (found.length === 0 || offset >= (page.count ?? Number.POSITIVE_INFINITY)) return files;
  }
}
