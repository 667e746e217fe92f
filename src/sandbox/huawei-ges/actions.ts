import type { Ids } from "../ids.ts";
import { type Fields, textOf } from "../json.ts";
import type { Refusal } from "../vendor.ts";
import type { GesGraph } from "./graphs.ts";
import type { Change } from "./jobs.ts";
import { refusal } from "./refusals.ts";

/** What an action does to a graph, or why it does nothing. */
export function readAction(
  action: string | undefined,
  graph: GesGraph,
  ids: Ids,
  body: Fields,
): Change | Refusal {
  if (action === undefined) return refusal("GES.7049");
  if (action === "") return refusal("GES.7050");
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  return act ? act(graph, ids, body) : refusal("GES.7048");
}

type Act = (graph: GesGraph, ids: Ids, body: Fields) => Change | Refusal;

const actions: Readonly<Record<string, Act>> = {
  stop: (graph, ids) =>
    whenRunning(graph, { jobId: jobId(ids), jobName: "StopGraph", meanwhile: "901", after: "900" }),
  start(graph, ids, body) {
    if (graph.status !== "200" && graph.status !== "900") return refusal("GES.7015");
    const backup = textOf(body.graph_backup_id);
    if (backup !== undefined && !graph.backups.some((each) => each.id === backup)) return refusal("GES.7024");
    return { jobId: jobId(ids), jobName: "StartGraph", meanwhile: "920", after: "200" };
  },
  restart: (graph, ids) =>
    whenRunning(graph, { jobId: jobId(ids), jobName: "RestartGraph", meanwhile: "920" }),
  "import-graph": (graph, ids, body) =>
    whenRunning(graph, {
      jobId: ids.first("ff80808167f09aaa0167f19b35ec0305", () => ids.uuid()),
      jobName: "ImportGraph",
      meanwhile: "202",
      jobDetail: Object.fromEntries(
        ["vertexsetPath", "edgesetPath", "schemaPath"].map((name) => [name, imported(body[name])]),
      ),
    }),
  "export-graph"(graph, ids, body) {
    const needed = ["graphExportPath", "edgeSetName", "vertexSetName", "schemaName"];
    if (needed.some((name) => textOf(body[name]) === undefined)) return refusal("GES.7049");
    return whenRunning(graph, { jobId: longId(ids), jobName: "ExportGraph", meanwhile: "204" });
  },
  "clear-graph": (graph, ids) =>
    whenRunning(graph, { jobId: jobId(ids), jobName: "ClearGraph", meanwhile: "205" }),
  upgrade(graph, ids, body) {
    const version = textOf(body.upgradeVersion);
    if (version === undefined) return refusal("GES.7049");
    return whenRunning(graph, {
      jobId: longId(ids),
      jobName: "UpgradeGraph",
      meanwhile: "201",
      finish(succeeded) {
        if (succeeded) graph.version = version;
      },
    });
  },
};

/** The hex form of a job id, first as in the documentation. */
export function jobId(ids: Ids): string {
  return ids.first("ff8080816025a0a1016025a5a2700007", () => `ff80${ids.hex(28)}`);
}

/** Some jobs have a UUID with digits after it. */
function longId(ids: Ids): string {
  return ids.first("f99f60f1-bba6-4cde-bd1a-ff4bdd1fd500000168232", () => `${ids.uuid()}${ids.digits(9)}`);
}

function whenRunning(graph: GesGraph, change: Change): Change | Refusal {
  if (graph.status === "200") return change;
  if (graph.status === "903") return refusal("GES.7002");
  return refusal("GES.7001");
}

/** The files under a path, as the details of an import list them. */
function imported(path: unknown): unknown[] {
  return textOf(path) === undefined ? [] : [{ path, log: null, cause: null, status: "success" }];
}
