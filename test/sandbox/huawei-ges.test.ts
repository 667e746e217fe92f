import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { type Answer, ask, asUser, field, send } from "./ask.ts";

const graphs = "https://ges.cn-north-4.myhuaweicloud.com/v1.0/05f2cff45100d5112f4bc00b794ea08e/graphs";
const demo = "f1529b88-c958-493e-8452-fccfe932cde1";
const gesUiAuto = "4c5f882d-a813-4d78-a8e3-6d3212ddd121";
const asleep = "2b7d6f10-9c3e-4a58-b1f4-8e0d5c6a7b92";

let sandbox: Sandbox;
let user: Record<string, string>;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2018, 10, 27, 21, 39) });
  sandbox = createSandbox({ jobs: { duration: 56_000 } });
  user = await asUser(sandbox);
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

const act = (action: string, body?: unknown, graph = demo): Promise<Answer> =>
  ask(sandbox, `POST ${graphs}/${graph}/action?action_id=${action}`, user, body);
const job = async (id: string, graph = demo): Promise<Answer> =>
  ask(sandbox, `GET ${graphs}/${graph}/jobs/${id}/status`, user);
const statusOf = async (graph = demo): Promise<string> =>
  field((await ask(sandbox, `GET ${graphs}/${graph}`, user)).body, "graph", "status");
const end = (): void => void vi.advanceTimersByTime(56_000);
const refused = (errorCode: string): Answer => ({
  status: 400,
  body: { errorCode, errorMessage: expect.any(String) },
});

describe("a job", () => {
  const files = {
    vertexsetPath: "ges-ui/auDatas/list_set_vertex.csv",
    edgesetPath: "ges-ui/auDatas/list_set_edge.csv",
    schemaPath: "ges-ui/auDatas/list_set_schema.xml",
  };

  it("is pending, runs, and succeeds as in the vendor's example", async () => {
    expect(await act("import-graph", files, gesUiAuto)).toEqual({
      status: 200,
      body: { jobId: "ff80808167f09aaa0167f19b35ec0305" },
    });
    const begun = {
      jobId: "ff80808167f09aaa0167f19b35ec0305",
      jobType: "GraphManagement",
      jobName: "ImportGraph",
      relatedGraph: "GES_UI_AUTO",
      beginTime: "2018-11-27T21:39:00",
      jobProgress: 0,
    };
    expect((await job(begun.jobId, gesUiAuto)).body).toEqual({ ...begun, status: "pending" });
    vi.advanceTimersByTime(20_000);
    expect((await job(begun.jobId, gesUiAuto)).body).toEqual({ ...begun, status: "running" });
    vi.advanceTimersByTime(36_000);
    const done = { log: null, cause: null, status: "success" };
    expect(await job(begun.jobId, gesUiAuto)).toEqual({
      status: 200,
      body: {
        ...begun,
        status: "success",
        endTime: "2018-11-27T21:39:56",
        jobDetail: {
          vertexsetPath: [{ path: files.vertexsetPath, ...done }],
          edgesetPath: [{ path: files.edgesetPath, ...done }],
          schemaPath: [{ path: files.schemaPath, ...done }],
        },
      },
    });
  });

  it("of the edition of 2018 waits, and tells nothing but its status", async () => {
    sandbox.plan({ api: "huawei-ges", edition: 2018 });
    const { body } = await act("stop");
    const seen: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      seen.push((await job(field(body, "jobId"))).body);
      vi.advanceTimersByTime(28_000);
    }
    expect(seen).toEqual([{ status: "waiting" }, { status: "running" }, { status: "success" }]);
  });

  it("that fails says why, and leaves the graph as it was", async () => {
    sandbox.plan({ api: "huawei-ges", failure: { failReason: "The export path does not exist." } });
    const names = { graphExportPath: "a/", edgeSetName: "e", vertexSetName: "v", schemaName: "s" };
    const { body } = await act("export-graph", names);
    expect(await statusOf()).toBe("204");
    end();
    expect(await job(field(body, "jobId"))).toEqual({
      status: 200,
      body: {
        jobId: "f99f60f1-bba6-4cde-bd1a-ff4bdd1fd500000168232",
        status: "failed",
        jobType: "GraphManagement",
        jobName: "ExportGraph",
        relatedGraph: "demo",
        beginTime: "2018-11-27T21:39:00",
        endTime: "2018-11-27T21:39:56",
        failReason: "The export path does not exist.",
        jobProgress: 0,
      },
    });
    expect(await statusOf()).toBe("200");
    sandbox.plan({ api: "huawei-ges", failure: { failReason: "No." } });
    await act("stop");
    end();
    expect(await statusOf()).toBe("200");
  });

  it("that nobody started is HTTP 400, as in the vendor's example", async () => {
    expect(await job("ff808081646e81d40164c5fb414b2b1a1")).toEqual({
      status: 400,
      body: {
        errorMessage: "can not find job, jobId is ff808081646e81d40164c5fb414b2b1a1",
        errorCode: "GES.8301",
      },
    });
  });

  it("can show a status that no page names", async () => {
    sandbox.plan({ api: "huawei-ges", steps: ["paused"], stall: true });
    const { body } = await act("stop");
    vi.advanceTimersByTime(600_000);
    expect(field((await job(field(body, "jobId"))).body, "status")).toBe("paused");
  });
});

describe("a graph", () => {
  it.each([
    ["stop", undefined, "901", "900"],
    ["start", undefined, "920", "200"],
    ["restart", undefined, "920", "200"],
    ["import-graph", {}, "202", "200"],
    [
      "export-graph",
      { graphExportPath: "a/", edgeSetName: "e", vertexSetName: "v", schemaName: "s" },
      "204",
      "200",
    ],
    ["clear-graph", undefined, "205", "200"],
    ["upgrade", { upgradeVersion: "2.0.0" }, "201", "200"],
  ])(
    "has a status of its own while a job does %s, and another after it",
    async (action, body, meanwhile, after) => {
      expect((await act(action, body)).status).toBe(200);
      expect(await statusOf()).toBe(meanwhile);
      end();
      expect(await statusOf()).toBe(after);
    },
  );

  it("is started from the state it was stopped in, or from a backup", async () => {
    expect((await act("start", undefined, asleep)).status).toBe(200);
    expect(await act("start", { graph_backup_id: "nope" })).toEqual(refused("GES.7024"));
    expect((await act("start", { graph_backup_id: "08a898ae-3ff8-40e8-a7ed-03afe05aedbb" })).status).toBe(
      200,
    );
  });

  it("refuses what does not fit its state", async () => {
    expect(await act("stop", undefined, asleep)).toEqual({
      status: 400,
      body: { errorCode: "GES.7001", errorMessage: "The graph is not running." },
    });
    await act("stop");
    expect(await act("start")).toEqual({
      status: 400,
      body: { errorCode: "GES.7015", errorMessage: "The graph is not running or stopped." },
    });
  });

  it("refuses actions that are unknown, missing or empty, and bodies that lack something", async () => {
    expect(await act("dance")).toEqual(refused("GES.7048"));
    expect(await ask(sandbox, `POST ${graphs}/${demo}/action`, user)).toEqual(refused("GES.7049"));
    expect(await act("")).toEqual(refused("GES.7050"));
    expect(await act("export-graph", {})).toEqual(refused("GES.7049"));
    expect(await act("upgrade")).toEqual(refused("GES.7049"));
  });

  it("is deleted by a job that can be asked for afterwards", async () => {
    const { body } = await ask(sandbox, `DELETE ${graphs}/${demo}`, user);
    expect(await act("stop")).toEqual(refused("GES.7054"));
    end();
    const gone = {
      status: 400,
      body: { errorCode: "GES.7000", errorMessage: "The graph does not exist or has been deleted." },
    };
    expect(await ask(sandbox, `GET ${graphs}/${demo}`, user)).toEqual(gone);
    expect(await ask(sandbox, `DELETE ${graphs}/${demo}`, user)).toEqual(gone);
    expect(await act("stop")).toEqual(gone);
    const { body: ended } = await job(field(body, "jobId"));
    expect([field(ended, "jobName"), field(ended, "status")]).toEqual(["DeleteGraph", "success"]);
  });

  it("has requests with an id for the vendor's support", async () => {
    const { headers } = await send(sandbox, `GET ${graphs}/${demo}`, user);
    expect([headers.get("traceid"), headers.get("x-request-id")]).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]);
  });
});

describe("a backup", () => {
  const list = async (query = "", graph = gesUiAuto): Promise<unknown> =>
    (await ask(sandbox, `GET ${graphs}/${graph}/backups${query}`, user)).body;

  it("is listed while it is made, and when it is done", async () => {
    expect(await ask(sandbox, `POST ${graphs}/${gesUiAuto}/backups`, user)).toEqual({
      status: 200,
      body: { jobId: "ff8080815f9a3c84015f9a438ff70001" },
    });
    expect(await statusOf(gesUiAuto)).toBe("903");
    expect(await act("stop", undefined, gesUiAuto)).toEqual(refused("GES.7002"));
    const backup = {
      id: expect.any(String),
      name: "GES_UI_AUTO_20181127213900_manual",
      backupMethod: "manual",
      graphId: gesUiAuto,
      graphName: "GES_UI_AUTO",
      graphSizeTypeIndex: "1",
      dataStoreVersion: "2.2.21",
      arch: "x86_64",
      startTimestamp: 1543354740000,
      startTime: "2018-11-27T21:39:00",
    };
    expect(await list()).toEqual({
      backupCount: 1,
      backupList: [{ ...backup, graphStatus: "903", status: "backing_up" }],
    });
    end();
    const ended = { endTimestamp: 1543354796000, endTime: "2018-11-27T21:39:56", size: 1, duration: 56 };
    expect(await list()).toEqual({
      backupCount: 1,
      backupList: [{ ...backup, graphStatus: "200", status: "success", ...ended }],
    });
  });

  it("that failed is listed as such", async () => {
    sandbox.plan({ api: "huawei-ges", failure: { failReason: "No space." } });
    await ask(sandbox, `POST ${graphs}/${gesUiAuto}/backups`, user);
    end();
    expect(field(await list(), "backupList", "0", "status")).toBe("failed");
  });

  it("is not made of a graph that is stopped or being backed up", async () => {
    expect(await ask(sandbox, `POST ${graphs}/${asleep}/backups`, user)).toEqual(refused("GES.7003"));
    await ask(sandbox, `POST ${graphs}/${demo}/backups`, user);
    expect(await ask(sandbox, `POST ${graphs}/${demo}/backups`, user)).toEqual(refused("GES.7002"));
    expect(field(await list("?offset=1&limit=1", demo), "backupList", "0", "backupMethod")).toBe("manual");
  });
});

it("says in version 2 what it says in version 1.0, in snake case", async () => {
  const v2 = graphs.replace("/v1.0/", "/v2/");
  const job_id = "ff8080816025a0a1016025a5a2700007";
  expect(await ask(sandbox, `POST ${v2}/${demo}/stop`, user)).toEqual({ status: 200, body: { job_id } });
  expect(await ask(sandbox, `GET ${v2}/${demo}/jobs/${job_id}/status`, user)).toEqual({
    status: 200,
    body: {
      job_id,
      status: "pending",
      job_type: "GraphManagement",
      job_name: "StopGraph",
      related_graph: "demo",
      begin_time: "2018-11-27T21:39:00",
      job_progress: 0,
    },
  });
  expect(await ask(sandbox, `GET ${v2}/${demo}/jobs/1/status`, user)).toEqual({
    status: 400,
    body: { error_msg: "can not find job, jobId is 1", error_code: "GES.8301" },
  });
  const elsewhere = v2.replace(/\/v2\/\w+/, "/v2/5237e10fe9aa4ad5b16b6a5245248314");
  expect(await ask(sandbox, `POST ${elsewhere}/${demo}/stop`, user)).toMatchObject({
    status: 400,
    body: { error_code: "GES.0016" },
  });
});
