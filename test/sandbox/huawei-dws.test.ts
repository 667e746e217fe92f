import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { type Answer, ask, asUser, field } from "./ask.ts";

const project = "05f2cff45100d5112f4bc00b794ea08e";
const cluster = "97cbaab3-939e-4dbc-9187-0fe240f2b9fd";
const host = "https://dws.cn-north-4.myhuaweicloud.com";
const elb = "1e6e0b66-6223-4523-bfd9-033c88b4ce9f";
const elbWithoutAddress = "7c1f2a90-58d3-4b1e-9a60-3f4d5e6c7b82";

let sandbox: Sandbox;
let user: Record<string, string>;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2022, 10, 9, 20, 25) });
  sandbox = createSandbox({ jobs: { duration: 300_000 } });
  user = await asUser(sandbox);
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

/** A call about the cluster: `"POST /v1 /stop"`. */
function on(call: string, body?: unknown, id = cluster): Promise<Answer> {
  const [method, version, rest = ""] = call.split(" ");
  return ask(sandbox, `${method} ${host}${version}/${project}/clusters/${id}${rest}`, user, body);
}
const job = (id: string): Promise<Answer> => ask(sandbox, `GET ${host}/v1.0/${project}/job/${id}`, user);
const end = (): void => void vi.advanceTimersByTime(300_000);

const busy = {
  externalMessage: "Cluster status is not allowed to operation.",
  errCode: "DWS.7023",
  error_code: "DWS.7023",
  error_msg: "Cluster status is not allowed to operation.",
};

describe("a job", () => {
  it("is initialised, waits, runs and succeeds, with its progress as a text", async () => {
    const { body } = await on(`POST /v2 /elbs/${elb}`);
    const id = field(body, "job_id");
    const begun = { job_id: id, job_name: "ecfClusterElbCreateJob", begin_time: "2022-11-09T20:25:00" };
    const seen: unknown[] = [];
    for (const wait of [0, 60_000, 60_000, 180_000]) {
      vi.advanceTimersByTime(wait);
      seen.push((await job(id)).body);
    }
    expect(seen).toEqual([
      { ...begun, status: "INIT", progress: "0%" },
      { ...begun, status: "WAITING", progress: "20%" },
      { ...begun, status: "RUNNING", progress: "40%" },
      { ...begun, status: "SUCCESS", progress: "100%", end_time: "2022-11-09T20:30:00" },
    ]);
  });

  it("that binds a load balancer without a private address fails as in the vendor's example", async () => {
    expect(await on(`POST /v2 /elbs/${elbWithoutAddress}`)).toEqual({
      status: 200,
      body: { job_id: "2c9080e88459fa44018459fbeb600001" },
    });
    end();
    expect(await job("2c9080e88459fa44018459fbeb600001")).toEqual({
      status: 200,
      body: {
        status: "FAIL",
        progress: "9%",
        job_id: "2c9080e88459fa44018459fbeb600001",
        job_name: "ecfClusterElbCreateJob",
        begin_time: "2022-11-09T20:25:00",
        end_time: "2022-11-09T20:30:00",
        failed_code: "CreateELBTask-fail:DWS.0114",
        failed_detail: "DWS.0114:ELB private IP is not configured.",
      },
    });
    expect(field((await on("GET /v1.0")).body, "cluster", "elb")).toBe("undefined");
  });

  it("can be stopped, and leaves things as they were", async () => {
    const failure = {
      failed_code: "StopTask-fail:DWS.9999",
      failed_detail: "DWS.9999:Stopped.",
      status: "STOP",
    } as const;
    sandbox.plan({ api: "huawei-dws", failure, reach: 60 });
    const { body } = await on("POST /v1 /stop");
    end();
    const { body: ended } = await job(field(body, "job_id"));
    expect([field(ended, "status"), field(ended, "progress")]).toEqual(["STOP", "60%"]);
    expect(field((await on("GET /v1.0")).body, "cluster", "status")).toBe("AVAILABLE");
  });

  it("can show a status that no page names", async () => {
    sandbox.plan({ api: "huawei-dws", steps: ["HIBERNATING"] });
    const { body } = await on("POST /v1 /stop");
    expect(field((await job(field(body, "job_id"))).body, "status")).toBe("HIBERNATING");
  });

  it("that nobody started is not found", async () => {
    const { status, body } = await job("2c9080e8845b207101845b245e1e0001");
    expect([status, field(body, "error_msg")]).toEqual([404, "The job does not exist."]);
  });
});

describe("a cluster", () => {
  const described = {
    id: cluster,
    name: "dws-demo",
    status: "AVAILABLE",
    task_status: "",
    action_progress: {},
  };

  it("shows the job that runs on it, and lets no second one begin", async () => {
    await on("POST /v1 /stop");
    vi.advanceTimersByTime(60_000);
    expect(await on("GET /v1.0")).toEqual({
      status: 200,
      body: { cluster: { ...described, task_status: "STOPPING", action_progress: { STOPPING: "20%" } } },
    });
    expect(await on(`POST /v2 /elbs/${elb}`)).toEqual({ status: 403, body: busy });
    expect((await on("POST /v1 /stop", undefined, "194408fa-9d41-435c-a140-91edcf5fe519")).status).toBe(200);
    end();
    expect((await on("POST /v1 /start")).status).toBe(200);
  });

  it("is stopped and started", async () => {
    expect(await on("POST /v1 /start")).toEqual({ status: 403, body: busy });
    expect(await on("POST /v1 /stop")).toEqual({
      status: 200,
      body: { error_code: null, error_msg: null, job_id: "2c9080e88459fa44018459fbeb600001" },
    });
    end();
    expect(await on("GET /v1.0")).toEqual({
      status: 200,
      body: { cluster: { ...described, status: "UNAVAILABLE" } },
    });
    expect(await on("POST /v1 /stop")).toEqual({ status: 403, body: busy });
    expect((await on("POST /v1 /start")).status).toBe(200);
    end();
    expect(await on("GET /v1.0")).toEqual({ status: 200, body: { cluster: described } });
  });

  it("gets a load balancer and loses it again", async () => {
    await on(`POST /v2 /elbs/${elb}`);
    end();
    const bound = { id: elb, name: "elb-demo", private_ip: "192.168.0.9" };
    expect(await on("GET /v1.0")).toEqual({ status: 200, body: { cluster: { ...described, elb: bound } } });
    expect((await on(`DELETE /v2 /elbs/${elbWithoutAddress}`)).status).toBe(404);
    expect((await on(`DELETE /v2 /elbs/${elb}`)).status).toBe(200);
    end();
    expect(await on("GET /v1.0")).toEqual({ status: 200, body: { cluster: described } });
  });

  it("gets coordinator nodes up to a number, and loses those that are named", async () => {
    const [first = ""] = sandbox.huaweiDws.clusters[0]?.cns ?? [];
    expect((await on("POST /v1.0 /cns/batch-create", { num: 3 })).status).toBe(200);
    end();
    await on("GET /v1.0");
    expect(sandbox.huaweiDws.clusters[0]?.cns).toHaveLength(3);
    expect((await on("POST /v1.0 /cns/batch-create", { num: 2 })).status).toBe(400);
    expect((await on("POST /v1.0 /cns/batch-delete", { instances: [] })).status).toBe(400);
    expect((await on("POST /v1.0 /cns/batch-delete", { instances: [first, "nope"] })).status).toBe(400);
    expect((await on("POST /v1.0 /cns/batch-delete", { instances: [first] })).status).toBe(200);
    end();
    await on("GET /v1.0");
    expect(sandbox.huaweiDws.clusters[0]?.cns).not.toContain(first);
  });

  it("is refused when its id is none, or unknown", async () => {
    const unknown = "00000000-0000-0000-0000-000000000000";
    expect(await on("GET /v1.0", undefined, "demo")).toEqual({
      status: 400,
      body: { error_code: "DWS.0001", error_msg: "The cluster ID is not a standard UUID." },
    });
    expect(await on("POST /v1 /stop", undefined, unknown)).toEqual({
      status: 404,
      body: { error_code: "DWS.0047", error_msg: "The cluster does not exist." },
    });
  });
});

describe("an external data source", () => {
  const source = {
    type: "OBS",
    data_source_name: "test154",
    user_name: "DWSAccessOBS",
    connect_info: "gaussdb",
  };
  const list = async (query = ""): Promise<unknown> => (await on(`GET /v1.0 /ext-data-sources${query}`)).body;
  const listed = { project_id: project, cluster_id: cluster };

  it("appears when its job has succeeded, changes, and disappears", async () => {
    expect(await on("POST /v1.0 /ext-data-sources", { ...source, description: "xxx" })).toEqual({
      status: 200,
      body: { id: "d303f19c-fbd1-4716-ae04-07d1ff358f22", job_id: "2c9080e88459fa44018459fbeb600001" },
    });
    expect(await list()).toEqual({ data_sources: [], ...listed, count: 0 });
    end();
    const made = {
      id: "d303f19c-fbd1-4716-ae04-07d1ff358f22",
      name: "test154",
      type: "OBS",
      user_name: "DWSAccessOBS",
      connect_info: "gaussdb",
      description: "xxx",
      configure_status: "300",
      created: "2022-11-09T20:30:00",
    };
    expect(await list()).toEqual({ data_sources: [made], ...listed, count: 1 });
    expect(await list("?type=MRS")).toEqual({ data_sources: [], ...listed, type: "MRS", count: 0 });

    const one = `/v1.0 /ext-data-sources/${made.id}`;
    expect((await on(`PUT ${one}`, { reconfigure: { agency: "Other" } })).status).toBe(200);
    end();
    expect(await list()).toEqual({ data_sources: [{ ...made, user_name: "Other" }], ...listed, count: 1 });
    expect((await on(`DELETE ${one}`)).status).toBe(200);
    end();
    expect(await list()).toEqual({ data_sources: [], ...listed, count: 0 });
    expect((await on(`DELETE ${one}`)).status).toBe(404);
    expect((await on(`PUT ${one}`, { reconfigure: {} })).status).toBe(404);
  });

  it("never appears when its job fails", async () => {
    sandbox.plan({
      api: "huawei-dws",
      failure: { failed_code: "Task-fail:DWS.9999", failed_detail: "DWS.9999:No." },
    });
    await on("POST /v1.0 /ext-data-sources", source);
    end();
    expect(await list()).toEqual({ data_sources: [], ...listed, count: 0 });
  });

  it.each([
    ["type", { type: "S3" }],
    ["data_source_name", { data_source_name: "a-b" }],
    ["user_name", { user_name: "ab" }],
    ["connect_info", { connect_info: undefined }],
    ["user_pwd", { type: "MRS", data_source_id: "x" }],
    ["description", { description: "a<b" }],
  ])("is refused for a bad %s", async (name, change) => {
    expect(await on("POST /v1.0 /ext-data-sources", { ...source, ...change })).toEqual({
      status: 400,
      body: { error_code: "DWS.5001", error_msg: `The parameter ${name} is invalid.` },
    });
  });
});
