import { expect, test } from "vitest";
import { createHuaweiDrsClient, exportTemplates } from "../../src/huawei-drs.ts";
import { bindElb, createExtDataSource, createHuaweiDwsClient, stopCluster } from "../../src/huawei-dws.ts";
import {
  actOnGraph,
  createGraphBackup,
  createGraphBackupV2,
  createHuaweiGesClient,
  deleteGraph,
  deleteGraphV2,
  startGraph,
  stopGraph,
} from "../../src/huawei-ges.ts";
import { createHuaweiIamClient, iamToken, listProjects } from "../../src/huawei-iam.ts";
import { ApiError, JobFailedError, PollingError, poll, start } from "../../src/index.ts";
import { huaweiToken, sizeOf, world } from "./world.ts";

test("DWS: a load balancer is bound to a cluster, which then shows it", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const dws = createHuaweiDwsClient({ fetch, auth: huaweiToken({ sandbox }) });
  const project_id = sandbox.credentials.huawei.projectId;
  const cluster_id = sandbox.huaweiDws.clusters[0]?.id ?? "";
  const elb_id = sandbox.huaweiDws.elbs.find((elb) => elb.privateIp)?.id ?? "";
  const job = await start(dws, bindElb, { project_id, cluster_id, elb_id }, options);
  expect(await until(job.result())).toMatchObject({ status: "SUCCESS", job_name: "ecfClusterElbCreateJob" });
  expect((await job.follow("cluster", { cluster_id })).cluster).toMatchObject({ elb: { id: elb_id } });
  expect(asked().slice(0, 3)).toEqual(["createToken, 0 s", "bindElb, 0 s", "getJob, 10 s"]);
});

test("DWS: a starter may answer with more than the job", async () => {
  const { sandbox, fetch, options, until } = world();
  const dws = createHuaweiDwsClient({ fetch, auth: huaweiToken({ sandbox }) });
  const project_id = sandbox.credentials.huawei.projectId;
  const cluster_id = sandbox.huaweiDws.clusters[0]?.id ?? "";
  const body = {
    type: "OBS",
    data_source_name: "test154",
    user_name: "DWSAccessOBS",
    connect_info: "gaussdb",
  } as const;
  const job = await start(dws, createExtDataSource, { project_id, cluster_id, body }, options);
  await until(job.result());
  const { data_sources: sources = [] } = await job.follow("extDataSources", { cluster_id });
  expect(sources.map(({ id, name }) => [id, name])).toEqual([[job.accepted.id, "test154"]]);
});

test("DWS: what runs already is refused, and the start is repeated until it may", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const dws = createHuaweiDwsClient({ fetch, auth: huaweiToken({ sandbox }) });
  const project_id = sandbox.credentials.huawei.projectId;
  const cluster_id = sandbox.huaweiDws.clusters[0]?.id ?? "";
  sandbox.plan({ api: "huawei-dws", duration: 2_000 });
  const elb_id = sandbox.huaweiDws.elbs.find((elb) => elb.privateIp)?.id ?? "";
  await start(dws, bindElb, { project_id, cluster_id, elb_id }, options);
  await until(start(dws, stopCluster, { project_id, cluster_id }, options));
  const stops = asked().filter((each) => each.startsWith("stopCluster"));
  expect(stops.length).toBeGreaterThan(1);
});

test("GES: a graph is stopped, backed up and deleted", async () => {
  const { sandbox, fetch, options, until } = world();
  const ges = createHuaweiGesClient({ fetch, auth: huaweiToken({ sandbox }) });
  const projectId = sandbox.credentials.huawei.projectId;
  const graphId = sandbox.huaweiGes.graphs[0]?.id ?? "";
  const backup = await start(ges, createGraphBackup, { projectId, graphId }, options);
  await until(backup.result());
  const { backupCount } = await backup.follow("backups", { limit: 10 });
  expect(backupCount).toBe(2);
  const stop = await start(ges, actOnGraph, { projectId, graphId, action_id: "stop" }, options);
  await until(stop.result());
  expect((await stop.follow("graph")).graph).toMatchObject({ status: "900" });
  const gone = await start(ges, deleteGraph, { projectId, graphId }, options);
  await until(gone.result());
  await expect(gone.follow("graph")).rejects.toMatchObject({ status: 400, code: "GES.7000" });
});

test("GES, version 2: a graph is backed up, stopped, started from the backup and deleted", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const ges = createHuaweiGesClient({ fetch, auth: huaweiToken({ sandbox }) });
  const where = {
    project_id: sandbox.credentials.huawei.projectId,
    graph_id: sandbox.huaweiGes.graphs[0]?.id ?? "",
  };
  const backup = await start(ges, createGraphBackupV2, where, options);
  expect(await until(backup.result())).toMatchObject({ status: "success", job_name: "BackupGraph" });
  const { backupList = [] } = await backup.follow("backups");
  const graph_backup_id = backupList.at(-1)?.id ?? "";
  expect(asked().slice(0, 3)).toEqual([
    "createToken, 0 s",
    "createGraphBackupV2, 0 s",
    "getGraphJobV2, 15 s",
  ]);

  const stop = await start(ges, stopGraph, where, options);
  await until(stop.result());
  expect((await stop.follow("graph")).graph).toMatchObject({ status: "900" });
  const begin = await start(ges, startGraph, { ...where, body: { graph_backup_id } }, options);
  await until(begin.result());
  expect((await begin.follow("graph")).graph).toMatchObject({ status: "200" });
  await until((await start(ges, deleteGraphV2, { ...where, keep_backup: true }, options)).result());
  await expect(start(ges, stopGraph, where, options)).rejects.toMatchObject({
    status: 400,
    code: "GES.7000",
  });
});

test("GES, version 2: a job that failed tells why", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "huawei-ges", failure: { failReason: "no resources" } });
  const ges = createHuaweiGesClient({ fetch, auth: huaweiToken({ sandbox }) });
  const where = {
    project_id: sandbox.credentials.huawei.projectId,
    graph_id: sandbox.huaweiGes.graphs[0]?.id ?? "",
  };
  const job = await start(ges, stopGraph, where, options);
  const error = await until(job.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobFailedError);
  expect(error).toMatchObject({ message: "huawei-ges/graphJobV2 failed: no resources", status: "failed" });
});

test("GES: a job that nobody knows is an answer about the question, not about a job", async () => {
  const { sandbox, fetch, options, until } = world();
  const ges = createHuaweiGesClient({ fetch, auth: huaweiToken({ sandbox }) });
  const { graphJob } = await import("../../src/huawei-ges.ts");
  const projectId = sandbox.credentials.huawei.projectId;
  const graphId = sandbox.huaweiGes.graphs[0]?.id ?? "";
  const error = await until(
    poll(ges, graphJob, { projectId, graphId, jobId: "ff808081646e81d40164c5fb414b2b1a1" }, options)
      .result()
      .catch((reason: unknown) => reason),
  );
  expect(error).toBeInstanceOf(PollingError);
  expect(error).toMatchObject({ cause: { status: 400, code: "GES.8301" } });
});

test("DRS: templates are exported, listed and downloaded", async () => {
  const { sandbox, fetch, options, until } = world();
  const drs = createHuaweiDrsClient({ fetch, auth: huaweiToken({ sandbox }) });
  const project_id = sandbox.credentials.huawei.projectId;
  const jobs = [sandbox.huaweiDrs.tasks[0]?.id ?? ""];
  const job = await start(drs, exportTemplates, { project_id, body: { jobs } }, options);
  expect(job.accepted).toEqual({ id: "62a055ae-ce03-4232-beb6-46c83b8ef2b2", status: "SUCCESS" });
  expect(await until(job.result())).toEqual({ process_status: "success" });
  const { export_report_obs_files: files = [] } = await job.follow("templates");
  const name = files[0]?.file_name ?? "";
  expect(name).toMatch(/^2e69ebb1-f06d-4eb2-a789-2883629jb204_postgresql_\d{14}\.xlsx$/);
  const file = await job.follow("download", { body: { files: [name] } });
  expect([file.name, file.size === (await sizeOf(file.body))]).toEqual([name, true]);
});

test("DRS: a failed export gives no reason, and the error says so", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "huawei-drs", failure: {} });
  const drs = createHuaweiDrsClient({ fetch, auth: huaweiToken({ sandbox }) });
  const project_id = sandbox.credentials.huawei.projectId;
  const jobs = [sandbox.huaweiDrs.tasks[0]?.id ?? ""];
  const job = await start(drs, exportTemplates, { project_id, body: { jobs } }, options);
  const error = await until(job.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobFailedError);
  expect(String(error)).toBe("JobFailedError: huawei-drs/templateExport failed: its status is failed");
});

test("IAM: a token is good for finding the project", async () => {
  const { sandbox, fetch } = world();
  const iam = createHuaweiIamClient({ fetch, auth: huaweiToken({ sandbox }) });
  const { projects } = await listProjects(iam, { name: "cn-north-4" });
  expect(projects.map(({ id, name }) => [id, name])).toEqual([
    [sandbox.credentials.huawei.projectId, "cn-north-4"],
  ]);
});

test("IAM: a wrong password is an ApiError of the call that wanted the token", async () => {
  const { sandbox, fetch } = world();
  const { user, domain, project } = sandbox.credentials.huawei;
  const iam = createHuaweiIamClient({
    fetch,
    auth: iamToken({ user, password: "wrong-password", domain, project }),
  });
  const error: unknown = await listProjects(iam).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    operation: "createToken",
    status: 401,
    code: 401,
    message: expect.stringContaining("The username or password is wrong."),
  });
  expect(JSON.stringify(error) + String(error)).not.toContain("wrong-");
});
