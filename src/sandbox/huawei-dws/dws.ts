import type { Callers } from "../huawei/callers.ts";
import { createServiceApp, expiredToken, gatewayRefusal } from "../huawei/gateway.ts";
import { createIds } from "../ids.ts";
import { readFields } from "../json.ts";
import { createPlans } from "../plans.ts";
import { createUndertakings } from "../settle.ts";
import { answerRefusal, type Refusal, type Vendor, type World } from "../vendor.ts";
import { addNodes, bind, removeNodes, switchTo, unbind } from "./changes.ts";
import { type DwsCluster, type DwsElb, seedClusters, seedElbs } from "./clusters.ts";
import { create, readDataSource, remove, update } from "./data-sources.ts";
import {
  type Change,
  type ClusterJob,
  type DwsPlan,
  describeJob,
  describeTask,
  isDocumented,
  startJob,
} from "./jobs.ts";
import { noCluster, noJob, notNow, notUuid, refusal, refusalFor } from "./refusals.ts";

export interface Dws extends Vendor {
  readonly clusters: DwsCluster[];
  readonly elbs: DwsElb[];
  plan(plan: DwsPlan): void;
}

export function createDws(world: World, callers: Callers): Dws {
  const ids = createIds("huawei-dws");
  const clusters = seedClusters();
  const elbs = seedElbs();
  const plans = createPlans<DwsPlan>();
  const jobs = new Map<string, ClusterJob>();
  const open = createUndertakings<ClusterJob>();
  const jobOn = (cluster: DwsCluster): ClusterJob | undefined => open.find((job) => job.cluster === cluster);

  // What another project's id is answered with is not documented; this is the gateway's for what one may not do.
  const app = createServiceApp(world, "huawei-dws", callers, () => gatewayRefusal(403));
  app.use(async (_, next) => {
    open.settle(world.now());
    await next();
  });

  /** The cluster of this id in this project, or why there is none. */
  function find(project: string, id: string): DwsCluster | Refusal {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return notUuid;
    return clusters.find((each) => each.id === id && each.projectId === project) ?? noCluster;
  }

  /** Starts the job that makes a change, unless something else runs on the cluster. */
  function begin(
    { project, cluster: id }: { project: string; cluster: string },
    change: (cluster: DwsCluster) => Change | Refusal,
    more: Record<string, unknown> = {},
  ): Response {
    const cluster = find(project, id);
    if ("status" in cluster) return answerRefusal(cluster);
    if (jobOn(cluster)) return answerRefusal(notNow);
    const wanted = change(cluster);
    if ("status" in wanted) return answerRefusal(wanted);
    const job = startJob(world, ids, plans.take(), cluster, wanted);
    jobs.set(job.id, job);
    open.add(job);
    return Response.json({ ...more, job_id: job.id });
  }

  app.get("/v1.0/:project/job/:job", (c) => {
    const job = jobs.get(c.req.param("job"));
    if (job?.cluster.projectId !== c.req.param("project")) return answerRefusal(noJob);
    const answer = describeJob(job, world.now());
    if (!isDocumented(answer.status)) c.env.deliberate();
    return Response.json(answer);
  });

  app.get("/v1.0/:project/clusters/:cluster", (c) => {
    const cluster = find(c.req.param("project"), c.req.param("cluster"));
    if ("status" in cluster) return answerRefusal(cluster);
    return Response.json({ cluster: describeCluster(cluster, jobOn(cluster), world.now()) });
  });

  const noError = { error_code: null, error_msg: null };
  app.post("/v1/:project/clusters/:cluster/stop", (c) =>
    begin(c.req.param(), (cluster) => switchTo(cluster, false), noError),
  );
  app.post("/v1/:project/clusters/:cluster/start", (c) =>
    begin(c.req.param(), (cluster) => switchTo(cluster, true), noError),
  );

  app.post("/v2/:project/clusters/:cluster/elbs/:elb", (c) => {
    const elb = elbs.find((each) => each.id === c.req.param("elb"));
    return begin(c.req.param(), (cluster) => bind(cluster, elb));
  });
  app.delete("/v2/:project/clusters/:cluster/elbs/:elb", (c) =>
    begin(c.req.param(), (cluster) => unbind(cluster, c.req.param("elb"))),
  );

  app.post("/v1.0/:project/clusters/:cluster/cns/batch-create", async (c) => {
    const body = await readFields(c.req.raw);
    return begin(c.req.param(), (cluster) => addNodes(cluster, ids, body));
  });
  app.post("/v1.0/:project/clusters/:cluster/cns/batch-delete", async (c) => {
    const body = await readFields(c.req.raw);
    return begin(c.req.param(), (cluster) => removeNodes(cluster, body));
  });

  const sources = "/v1.0/:project/clusters/:cluster/ext-data-sources";
  app.get(sources, (c) => {
    const cluster = find(c.req.param("project"), c.req.param("cluster"));
    if ("status" in cluster) return answerRefusal(cluster);
    const type = c.req.query("type");
    const data_sources = cluster.dataSources.filter((source) => type === undefined || source.type === type);
    return Response.json({
      data_sources,
      project_id: cluster.projectId,
      cluster_id: cluster.id,
      ...(type !== undefined && { type }),
      count: data_sources.length,
    });
  });
  app.post(sources, async (c) => {
    const source = readDataSource(await readFields(c.req.raw));
    if ("status" in source) return answerRefusal(source);
    const id = ids.first("d303f19c-fbd1-4716-ae04-07d1ff358f22", () => ids.uuid());
    return begin(c.req.param(), (cluster) => create(cluster, { id, ...source }), { id });
  });
  app.put(`${sources}/:source`, async (c) => {
    const body = await readFields(c.req.raw);
    return begin(c.req.param(), (cluster) => {
      const source = cluster.dataSources.find((each) => each.id === c.req.param("source"));
      return source ? update(source, body) : noSource;
    });
  });
  app.delete(`${sources}/:source`, (c) =>
    begin(c.req.param(), (cluster) => {
      const source = cluster.dataSources.find((each) => each.id === c.req.param("source"));
      return source ? remove(cluster, source) : noSource;
    }),
  );

  return {
    app,
    clusters,
    elbs,
    plan: (plan) => plans.add(plan),
    refusal: refusalFor,
    expired: () => expiredToken,
    jobStatus: ["status"],
  };
}

const noSource = refusal(404, "DWS.0047", "The data source does not exist.");

/** Which status a stopped cluster has is not documented; of those that are, this one fits. */
function describeCluster(
  cluster: DwsCluster,
  job: ClusterJob | undefined,
  now: number,
): Record<string, unknown> {
  const { id, name, running, elb } = cluster;
  return {
    id,
    name,
    status: running ? "AVAILABLE" : "UNAVAILABLE",
    ...describeTask(job, now),
    ...(elb && { elb: { id: elb.id, name: elb.name, private_ip: elb.privateIp } }),
  };
}
