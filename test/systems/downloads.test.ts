import { describe, expect, test } from "vitest";
import {
  createExportTask,
  createFeishuClient,
  downloadExport as downloadDocument,
  ExportGoneError,
  tenantAccessToken,
} from "../../src/feishu.ts";
import {
  createHuaweiDrsClient,
  downloadExport,
  exportTemplates,
  templateExport,
} from "../../src/huawei-drs.ts";
import type { Clock } from "../../src/index.ts";
import { ApiError, poll, start } from "../../src/index.ts";
import { huaweiToken, sizeOf, world } from "./world.ts";

describe("DRS: the file of a task", () => {
  const project_id = "05f2cff45100d5112f4bc00b794ea08e";

  test("is the newest that begins with the task's id, among those of other tasks and exports", async () => {
    const { sandbox, fetch, options, until } = world();
    const drs = createHuaweiDrsClient({ fetch, auth: huaweiToken({ sandbox }) });
    const [postgres = "", mysql = ""] = sandbox.huaweiDrs.tasks.map(({ id }) => id);
    const earlier = await start(drs, exportTemplates, { project_id, body: { jobs: [mysql] } }, options);
    await until(earlier.result());
    const body = { jobs: [postgres, mysql] };
    const job = await start(drs, exportTemplates, { project_id, body }, options);
    const file = await until(downloadExport(job, mysql));
    // the sandbox's exports take a minute
    const time = new Date(Date.parse(job.ref.startedAt ?? "") + 60_000).toISOString().slice(0, 19);
    const written = time.replace(/\D/g, "");
    expect(file.name).toBe(`${mysql}_mysql_${written}.xlsx`);
    expect(file.size).toBe(await sizeOf(file.body));
    expect((await downloadExport(job, postgres)).name).toBe(`${postgres}_postgresql_${written}.xlsx`);
  });

  test("is found on whichever page it is, however short the pages are", async () => {
    const { drs, asked } = listing({
      files: ["other_1", "other_2", "other_3", "task_4", "other_5"],
      page: 2,
    });
    const job = poll(drs, templateExport, { project_id, async_job_id: "e-1" });
    expect((await downloadExport(job, "task")).name).toBe("task_4.xlsx");
    expect(asked).toEqual([
      "progress",
      "templates?offset=0&limit=100",
      "templates?offset=2&limit=100",
      "templates?offset=4&limit=100",
      'download {"files":["task_4.xlsx"]}',
    ]);
  });

  test("is not one of another task whose id begins alike", async () => {
    const { drs } = listing({ files: ["task2_1"], page: 10 });
    const job = poll(drs, templateExport, { project_id, async_job_id: "e-1" });
    await expect(downloadExport(job, "task")).rejects.toThrow(
      "huawei-drs/templateExport: no file of the task task is listed that this export made.",
    );
  });

  test("is not one of an export that was made before this one was started", async () => {
    const { drs } = listing({ files: ["task_1"], page: 10 });
    const startedAt = "2026-01-01T12:02:01.000Z";
    const ref = { job: "huawei-drs/templateExport", params: { project_id, async_job_id: "e-1" } };
    await expect(downloadExport(poll(drs, templateExport, { ...ref, startedAt }), "task")).rejects.toThrow(
      "huawei-drs/templateExport: no file of the task task is listed that this export made, only task_1.xlsx of an earlier one.",
    );
    // clocks may be two minutes apart
    const sooner = poll(drs, templateExport, { ...ref, startedAt: "2026-01-01T12:02:00.000Z" });
    expect((await downloadExport(sooner, "task")).name).toBe("task_1.xlsx");
  });
});

describe("Feishu: an exported document", () => {
  const body = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" } as const;

  test("can be downloaded for ten minutes after its export; then the error says to export it again", async () => {
    const { sandbox, fetch, options, until } = world();
    const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
    const task = await start(feishu, createExportTask, { body }, options);
    const ended = Date.parse(task.ref.startedAt ?? "") + 60_000;
    await until(task.result());

    await until(later(options.clock, ended + 600_000 - 1));
    const file = await downloadDocument(task);
    expect([file.name, await sizeOf(file.body)]).toEqual(["docName.pdf", 34356]);

    await until(later(options.clock, ended + 600_000));
    const error: unknown = await downloadDocument(task).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExportGoneError);
    expect(error).toMatchObject({ ref: task.ref, cause: { status: 400, code: 1060001 } });
    const { cause } = error as Error;
    expect(String(error)).toBe(
      "ExportGoneError: The exported file is gone: Feishu deletes it ten minutes after the export has ended. " +
        `Export the document again. (${(cause as Error).message})`,
    );
  });

  test.each([403, 500])("that is refused with %i is not said to be gone", async (status) => {
    const { sandbox, fetch, options, until } = world();
    const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
    const task = await start(feishu, createExportTask, { body }, options);
    await until(task.result());
    sandbox.fault({ operation: "downloadExportFile", kind: "status", status });
    const error: unknown = await downloadDocument(task).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ operation: "downloadExportFile", status });
  });
});

/** Resolves when the clock shows this. */
function later(clock: Clock, time: number): Promise<void> {
  return new Promise((resolve) => clock.after(time - clock.now(), resolve));
}

/** A DRS whose only export has succeeded, with these files on pages of this length, all written at noon. */
function listing({ files, page }: { readonly files: readonly string[]; readonly page: number }) {
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search, searchParams } = new URL(request.url);
    const last = pathname.split("/").at(-1);
    const body = await request.text();
    asked.push(`${last}${search}${body && ` ${body}`}`);
    if (last === "progress") return Response.json({ process_status: "success" });
    if (last === "download") return new Response("a workbook");
    const offset = Number(searchParams.get("offset"));
    return Response.json({
      count: files.length,
      export_report_obs_files: files
        .slice(offset, offset + page)
        .map((name) => ({ file_name: `${name}.xlsx`, last_modified: "2026-01-01T12:00:00Z" })),
    });
  };
  return { drs: createHuaweiDrsClient({ fetch, auth: "token" }), asked };
}
