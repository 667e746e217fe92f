import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSandbox, type Fault, type Sandbox } from "../../src/sandbox/index.ts";
import { type Answer, asApp, ask, asUser, field, send } from "./ask.ts";

const jobs = "https://api.mintlify.com/v1/static-export/jobs";
const body = { domain: "docs.example.com" };

let sandbox: Sandbox;
let key: Record<string, string>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 6) });
  sandbox = createSandbox();
  key = { authorization: `Bearer ${sandbox.credentials.mintlify.apiKey}` };
});

afterEach(() => {
  expect([sandbox.violations, vi.getTimerCount()]).toEqual([[], 0]);
  vi.useRealTimers();
});

const start = (): Promise<Answer> => ask(sandbox, `POST ${jobs}`, key, body);
const get = (): Promise<Answer> => ask(sandbox, `GET ${jobs}/se_3f9a2c1b8e7d4a06`, key);
const statuses = async (count: number): Promise<number[]> => {
  const seen: number[] = [];
  while (seen.length < count) seen.push((await get()).status);
  return seen;
};

describe("a fault strikes", () => {
  it("one call, or as many as it says, after as many as it says", async () => {
    await start();
    sandbox.fault({ kind: "status", status: 503 });
    expect(await statuses(2)).toEqual([503, 200]);
    sandbox.fault({ kind: "status", status: 500, after: 1, times: 2 });
    expect(await statuses(4)).toEqual([200, 500, 500, 200]);
  });

  it("only calls of its API and operation, each fault in its turn", async () => {
    sandbox.fault({ operation: "getStaticExportJob", kind: "status", status: 500 });
    sandbox.fault({ api: "feishu", kind: "status", status: 501 });
    sandbox.fault({ api: "mintlify", kind: "status", status: 502, after: 1 });
    expect((await start()).status).toBe(202);
    expect(await statuses(3)).toEqual([500, 502, 200]);
  });

  it("never when it is misspelt, which is said at once", () => {
    const order = (fault: Fault) => () => sandbox.fault(fault);
    expect(order({ operation: "getStaticExportJbo", kind: "hang" })).toThrow(
      /^No fault can strike the operation "getStaticExportJbo", .* There are: .*getStaticExportJob.*\.$/,
    );
    expect(order({ api: "feishu", operation: "getStaticExportJob", kind: "hang" })).toThrow(TypeError);
    expect(order({ api: "mintlify-storage", operation: "get", kind: "hang" })).toThrow(
      /^No fault can strike the operation "get", .* Calls of mintlify-storage have no names: leave operation out\.$/,
    );
    // @ts-expect-error as somebody would write it in JavaScript
    expect(order({ api: "mintlfy", kind: "hang" })).toThrow(
      /^No fault can strike the API "mintlfy"\. There are: feishu/,
    );
    // @ts-expect-error as somebody would write it in JavaScript
    expect(order({ kind: "hnag" })).toThrow(/^There is no fault of the kind "hnag"\. There are: status, /);
    expect(order({ kind: "hang", times: 0 })).toThrow("`times` is a number of 1 or more, and not 0.");
    expect(() => sandbox.plan({ api: "mintlify", jobs: 0 })).toThrow(
      "`jobs` is a number of 1 or more, and not 0.",
    );
  });
});

describe("a refusal", () => {
  it("has the vendor's own body, and headers and a body of the caller's if given", async () => {
    sandbox.fault({ kind: "status", status: 409 });
    expect(await get()).toEqual({ status: 409, body: { error: "The export job has not completed." } });
    sandbox.fault({
      kind: "status",
      status: 429,
      headers: { "retry-after": "7" },
      body: { error: "Slow down." },
    });
    const response = await send(sandbox, `GET ${jobs}/1`, key);
    expect([response.status, response.headers.get("retry-after"), await response.json()]).toEqual([
      429,
      "7",
      { error: "Slow down." },
    ]);
  });

  it.each([
    ["feishu", "https://open.feishu.cn/open-apis/drive/v1/export_tasks/1?token=x", 429, { code: 99991400 }],
    ["huawei-iam", "https://iam.myhuaweicloud.com/v3/projects", 503, { error: { code: 503 } }],
    [
      "huawei-dws",
      "https://dws.cn-north-4.myhuaweicloud.com/v1.0/1/job/1",
      429,
      { error_code: "APIGW.0308" },
    ],
    [
      "huawei-ges",
      "https://ges.cn-north-4.myhuaweicloud.com/v1.0/1/graphs/1",
      408,
      { errorCode: "GES.7005" },
    ],
    [
      "huawei-drs",
      "https://drs.cn-north-4.myhuaweicloud.com/v5/1/templates",
      400,
      { error_code: "DRS.M01503" },
    ],
  ] as const)("of %s is as %s says", async (api, url, status, expected) => {
    sandbox.fault({ api, kind: "status", status });
    expect(await ask(sandbox, `GET ${url}`)).toMatchObject({ status, body: expected });
  });

  it("does nothing, so that the call can be made again", async () => {
    sandbox.fault({ kind: "status", status: 429 });
    expect((await start()).status).toBe(429);
    expect((await get()).status).toBe(404);
  });

  it("for an expired token is each vendor's own", async () => {
    const expired = async (url: string): Promise<unknown> => {
      sandbox.fault({ kind: "expired-token" });
      return ask(sandbox, `GET ${url}`, {});
    };
    expect([
      await expired(`${jobs}/1`),
      await expired("https://open.feishu.cn/open-apis/drive/v1/export_tasks/1?token=x"),
      await expired("https://dws.cn-north-4.myhuaweicloud.com/v1.0/1/job/1"),
    ]).toMatchObject([
      { status: 401, body: { error: "This API key has expired." } },
      { status: 400, body: { code: 99991663 } },
      { status: 401, body: { error_code: "APIGW.0307" } },
    ]);
  });
});

describe("a connection", () => {
  it("that is reset rejects as fetch does, before anything is done", async () => {
    sandbox.fault({ kind: "reset" });
    const error = await start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
    expect((await get()).status).toBe(404);
  });

  it("can be reset when the work is done, so that only the answer is lost", async () => {
    sandbox.fault({ kind: "reset", processed: true });
    await expect(start()).rejects.toThrow("fetch failed");
    expect((await get()).status).toBe(200);
  });
});

describe("an answer", () => {
  it("can be slow, with the work done at once", async () => {
    sandbox.fault({ operation: "startStaticExportJob", kind: "slow", ms: 30_000 });
    const slow = start();
    await vi.advanceTimersByTimeAsync(29_999);
    expect((await get()).body).toMatchObject({ status: "completed" });
    await vi.advanceTimersByTimeAsync(1);
    expect(await slow).toMatchObject({ status: 202, body: { status: "queued" } });
  });

  it.each([
    ["slow", { kind: "slow", ms: 30_000 }],
    ["missing", { kind: "hang" }],
  ] as const)(
    "that is %s ends as soon as the request is aborted, and leaves nothing behind",
    async (_, fault) => {
      sandbox.fault(fault);
      const controller = new AbortController();
      const request = new Request(`${jobs}/1`, { headers: key, signal: controller.signal });
      const listeners = (): number => getEventListeners(request.signal, "abort").length;
      const answer = sandbox.fetch(request).catch((reason: unknown) => reason);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(listeners()).toBe(1);
      controller.abort("enough");
      expect(await answer).toBe("enough");
      expect(listeners()).toBe(0);
    },
  );

  it("to a request that was aborted before is none, and the request is not even noted", async () => {
    const error = await sandbox
      .fetch(jobs, { signal: AbortSignal.abort("never mind") })
      .catch((reason: unknown) => reason);
    expect([error, sandbox.requests]).toEqual(["never mind", []]);
  });

  it("can be a proxy's page, cut off, or empty", async () => {
    await start();
    sandbox.fault({ kind: "html" });
    sandbox.fault({ kind: "html", status: 200 });
    expect(await get()).toEqual({ status: 502, body: expect.stringContaining("<h1>502 Bad Gateway</h1>") });
    expect(await get()).toEqual({ status: 200, body: expect.stringMatching(/^<html>/) });

    sandbox.fault({ kind: "truncated" });
    const half = await send(sandbox, `GET ${jobs}/se_3f9a2c1b8e7d4a06`, key);
    expect([half.status, half.headers.get("content-type"), await half.text()]).toEqual([
      200,
      "application/json",
      '{"jobId":"se_3f9a2c1b8e7d4a06","status":"queued","progress":0,"pageCount"',
    ]);

    sandbox.fault({ kind: "empty" });
    const empty = await send(sandbox, `GET ${jobs}/se_3f9a2c1b8e7d4a06`, key);
    expect([empty.status, await empty.text()]).toEqual([200, ""]);
  });

  it("can have any status of the job in it, or none", async () => {
    await start();
    sandbox.fault({ kind: "job-status", value: "paused" });
    sandbox.fault({ kind: "no-job-status" });
    const job = {
      jobId: "se_3f9a2c1b8e7d4a06",
      progress: 0,
      pageCount: 0,
      createdAt: "2026-07-01T06:00:00Z",
      updatedAt: "2026-07-01T06:00:00Z",
    };
    expect(await get()).toEqual({ status: 200, body: { ...job, status: "paused" } });
    expect(await get()).toEqual({ status: 200, body: job });
  });

  it("has the status of the job where the vendor has it", async () => {
    const { projectId } = sandbox.credentials.huawei;
    const app = await asApp(sandbox);
    const user = await asUser(sandbox);
    const tasks = "https://open.feishu.cn/open-apis/drive/v1/export_tasks";
    const token = "docbcZVGtv1papC6jAVGiyabcef";
    const drs = `https://drs.cn-north-4.myhuaweicloud.com/v5/${projectId}`;
    const task = await ask(sandbox, `POST ${tasks}`, app, { token, type: "doc", file_extension: "pdf" });
    const templates = await ask(sandbox, `POST ${drs}/jobs/export/template`, user, {
      jobs: ["2e69ebb1-f06d-4eb2-a789-2883629jb204"],
    });
    sandbox.fault({ operation: "getExportTask", kind: "job-status", value: 5 });
    sandbox.fault({ operation: "getExportProgress", kind: "job-status", value: "x" });
    const polled = await ask(
      sandbox,
      `GET ${tasks}/${field(task.body, "data", "ticket")}?token=${token}`,
      app,
    );
    expect(field(polled.body, "data", "result", "job_status")).toBe("5");
    const progress = await ask(
      sandbox,
      `GET ${drs}/jobs/${field(templates.body, "id")}/export/progress`,
      user,
    );
    expect(progress.body).toEqual({ process_status: "x" });
  });
});
