import type { Callers } from "../huawei/callers.ts";
import { createServiceApp, expiredToken } from "../huawei/gateway.ts";
import { createIds } from "../ids.ts";
import { type Fields, readFields } from "../json.ts";
import { createPlans } from "../plans.ts";
import { createUndertakings } from "../settle.ts";
import { answerRefusal, type Refusal, type Vendor, type World } from "../vendor.ts";
import { jobId, readAction } from "./actions.ts";
import { backUp, listBackups } from "./backups.ts";
import { type GesGraph, seedGraphs } from "./graphs.ts";
import { type Change, describeJob, type GesPlan, type GraphJob, isDocumented, startJob } from "./jobs.ts";
import { noJob, refusal, refusalFor } from "./refusals.ts";
import { inSnakeCase, snakeCased } from "./snake-case.ts";

export interface Ges extends Vendor {
  /** The graphs there are; one that a job has deleted is gone from here. */
  readonly graphs: GesGraph[];
  plan(plan: GesPlan): void;
}

interface Place {
  project: string;
  graph: string;
}

export function createGes(world: World, callers: Callers): Ges {
  const ids = createIds("huawei-ges");
  const graphs = seedGraphs();
  const plans = createPlans<GesPlan>();
  const jobs: GraphJob[] = [];
  const open = createUndertakings<GraphJob>();

  const app = createServiceApp(world, "huawei-ges", callers, (pathname) => {
    const refused = refusal("GES.0016");
    return pathname.startsWith("/v2/") ? { ...refused, body: snakeCased(refused.body) } : refused;
  });
  app.use(async (c, next) => {
    open.settle(world.now());
    await next();
    c.res.headers.set("TraceID", ids.hex(32));
  });
  app.use("/v2/*", async (c, next) => {
    await next();
    c.res = await inSnakeCase(c.res);
  });

  /** The graph of this id in this project, or why there is none. */
  function find({ project, graph: id }: Place): GesGraph | Refusal {
    return graphs.find((each) => each.id === id && each.projectId === project) ?? refusal("GES.7000");
  }

  function begin(graph: GesGraph, change: Change | Refusal): Response {
    if ("body" in change) return answerRefusal(change);
    const job = startJob(world, plans.take() ?? {}, graph, change);
    jobs.push(job);
    open.add(job);
    return Response.json({ jobId: change.jobId });
  }

  /** Why nothing else can be done to a graph, if a job that takes everything away is at work. */
  function refuseDoomed(graph: GesGraph): Refusal | undefined {
    const doomed = open.find((job) => job.graph === graph && job.change.jobName === "DeleteGraph");
    return doomed && refusal("GES.7054");
  }

  function act(place: Place, action: string | undefined, body: Fields): Response {
    const graph = find(place);
    if ("body" in graph) return answerRefusal(graph);
    return begin(graph, refuseDoomed(graph) ?? readAction(action, graph, ids, body));
  }

  function remove(place: Place): Response {
    const graph = find(place);
    if ("body" in graph) return answerRefusal(graph);
    const finish = (succeeded: boolean): void => {
      if (succeeded) graphs.splice(graphs.indexOf(graph), 1);
    };
    const change = { jobId: jobId(ids), jobName: "DeleteGraph", finish };
    return begin(graph, refuseDoomed(graph) ?? change);
  }

  function makeBackup(place: Place): Response {
    const graph = find(place);
    if ("body" in graph) return answerRefusal(graph);
    if (graph.status === "903") return answerRefusal(refusal("GES.7002"));
    if (graph.status !== "200") return answerRefusal(refusal("GES.7003"));
    return begin(graph, refuseDoomed(graph) ?? backUp(graph, ids, world.now()));
  }

  for (const version of ["/v1.0", "/v2"]) {
    app.get(`${version}/:project/graphs/:graph/jobs/:job/status`, (c) => {
      const { project, graph, job: id } = c.req.param();
      // Also when the graph is gone by now; whether the vendor does so is not documented.
      const job = jobs.find(
        (each) => each.change.jobId === id && each.graph.id === graph && each.graph.projectId === project,
      );
      if (!job) return answerRefusal(noJob(id));
      const answer = describeJob(job, world.now());
      if (!isDocumented(answer.status)) c.env.deliberate();
      return Response.json(answer);
    });
    app.delete(`${version}/:project/graphs/:graph`, (c) => remove(c.req.param()));
    app.post(`${version}/:project/graphs/:graph/backups`, (c) => makeBackup(c.req.param()));
  }

  app.post("/v1.0/:project/graphs/:graph/action", async (c) =>
    act(c.req.param(), c.req.query("action_id"), await readFields(c.req.raw)),
  );
  app.post("/v2/:project/graphs/:graph/stop", (c) => act(c.req.param(), "stop", {}));
  app.post("/v2/:project/graphs/:graph/start", async (c) =>
    act(c.req.param(), "start", await readFields(c.req.raw)),
  );

  app.get("/v1.0/:project/graphs/:graph", (c) => {
    const graph = find(c.req.param());
    return "body" in graph ? answerRefusal(graph) : Response.json({ graph: describeGraph(graph) });
  });

  app.get("/v1.0/:project/graphs/:graph/backups", (c) => {
    const graph = find(c.req.param());
    if ("body" in graph) return answerRefusal(graph);
    return Response.json(
      listBackups(graph, Number(c.req.query("offset") ?? 0), Number(c.req.query("limit") ?? 10)),
    );
  });

  return {
    app,
    graphs,
    plan: (plan) => plans.add(plan),
    refusal: refusalFor,
    expired: () => expiredToken,
    jobStatus: ["status"],
  };
}

function describeGraph({ id, name, status, version }: GesGraph): Record<string, unknown> {
  return {
    id,
    name,
    regionCode: "cn-north-4",
    azCode: "cn-north-4a",
    status,
    graphSizeTypeIndex: "1",
    created: "2018-07-23T04:09:44",
    // A stopped graph has no address to be reached at.
    ...(status === "900" ? {} : { privateIp: "192.168.0.4" }),
    dataStoreVersion: version,
    arch: "x86_64",
  };
}
