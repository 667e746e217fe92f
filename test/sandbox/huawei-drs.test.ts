import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { type Answer, ask, asUser, field, send } from "./ask.ts";

const drs = "https://drs.cn-north-4.myhuaweicloud.com/v5/05f2cff45100d5112f4bc00b794ea08e";
const task = "2e69ebb1-f06d-4eb2-a789-2883629jb204";

let sandbox: Sandbox;
let user: Record<string, string>;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2025, 6, 3, 9, 44, 8) });
  sandbox = createSandbox();
  user = await asUser(sandbox);
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

const start = (...jobs: string[]): Promise<Answer> =>
  ask(sandbox, `POST ${drs}/jobs/export/template`, user, { jobs });
const progress = (id = "62a055ae-ce03-4232-beb6-46c83b8ef2b2"): Promise<Answer> =>
  ask(sandbox, `GET ${drs}/jobs/${id}/export/progress`, user);
const list = async (query = ""): Promise<unknown> =>
  (await ask(sandbox, `GET ${drs}/templates${query}`, user)).body;
const download = (...files: string[]): Promise<Response> =>
  send(sandbox, `POST ${drs}/templates/download`, user, { files });

it("exports a task to a file that is listed and can be downloaded", async () => {
  expect(await start(task)).toEqual({
    status: 202,
    body: { id: "62a055ae-ce03-4232-beb6-46c83b8ef2b2", status: "SUCCESS" },
  });
  // The example of the vendor's page.
  expect(await progress()).toEqual({ status: 200, body: { process_status: "pending" } });
  expect(await list()).toEqual({ count: 0, export_report_obs_files: [] });
  vi.advanceTimersByTime(4000);
  expect(await progress()).toEqual({ status: 200, body: { process_status: "success" } });
  const file_name = `${task}_postgresql_20250703094412.xlsx`;
  expect(await list("?offset=0&limit=10")).toEqual({
    count: 1,
    export_report_obs_files: [{ file_name, last_modified: "2025-07-03T09:44:12Z" }],
  });

  const file = await download(file_name);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect([file.status, file.headers.get("content-type"), file.headers.get("content-disposition")]).toEqual([
    200,
    "application/octet-stream",
    `attachment; filename="${file_name}"`,
  ]);
  expect([bytes.subarray(0, 2).toString(), `${bytes.length}`]).toEqual([
    "PK",
    file.headers.get("content-length"),
  ]);
});

it("makes a file of each task, newest first, and sends several as one archive", async () => {
  await start(task);
  vi.advanceTimersByTime(4000);
  await start(task, "7d04c5a8-31be-4f6a-90c2-5b7e8d1jb101");
  vi.advanceTimersByTime(4000);
  const names = [
    `${task}_postgresql_20250703094416.xlsx`,
    "7d04c5a8-31be-4f6a-90c2-5b7e8d1jb101_mysql_20250703094416.xlsx",
    `${task}_postgresql_20250703094412.xlsx`,
  ];
  const files = await list();
  expect([0, 1, 2].map((index) => field(files, "export_report_obs_files", `${index}`, "file_name"))).toEqual(
    names,
  );
  expect(field(await list("?offset=2&limit=1"), "export_report_obs_files", "0", "file_name")).toBe(names[2]);
  const archive = Buffer.from(await (await download(...names.slice(0, 2))).arrayBuffer()).toString("latin1");
  expect(names.map((name) => archive.includes(name))).toEqual([true, true, false]);
});

it("fails without a reason and without a file", async () => {
  sandbox.plan({ api: "huawei-drs", failure: {} });
  await start(task);
  vi.advanceTimersByTime(4000);
  expect(await progress()).toEqual({ status: 200, body: { process_status: "failed" } });
  expect(await list()).toEqual({ count: 0, export_report_obs_files: [] });
});

it("writes its status in any words a plan asks for, since no page lists them", async () => {
  sandbox.plan({ api: "huawei-drs", steps: ["PENDING", "exporting"], success: "SUCCESS" });
  await start(task);
  const seen: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    seen.push(field((await progress()).body, "process_status"));
    vi.advanceTimersByTime(2000);
  }
  expect(seen).toEqual(["PENDING", "exporting", "SUCCESS"]);
});

it("refuses unknown and deleted tasks, unknown exports, and unknown files", async () => {
  const code = async (answer: Promise<Answer>): Promise<string[]> => {
    const { status, body } = await answer;
    return [`${status}`, field(body, "error_code")];
  };
  expect(await code(start())).toEqual(["400", "DRS.M00007"]);
  expect(await code(start(task, "unknown"))).toEqual(["400", "DRS.M05003"]);
  expect(await code(start("c3f81b72-6a9d-4e05-b8f7-0a4d2c6jb101"))).toEqual(["400", "DRS.M05004"]);
  expect(await code(progress())).toEqual(["400", "DRS.M05003"]);
  expect(await (await download("nope.xlsx")).json()).toEqual({
    error_code: "DRS.10030009",
    error_msg: "Download template file failed.",
  });
  expect((await download()).status).toBe(400);
});

it("insists on the header that its pages ask for, on GET too", async () => {
  const { status, body } = await ask(sandbox, `GET ${drs}/templates`, { ...user, "content-type": "" });
  expect([status, field(body, "error_code")]).toEqual([400, "DRS.M00007"]);
});
