import type { Ids } from "../ids.ts";
import { type Fields, textsOf } from "../json.ts";
import type { Refusal } from "../vendor.ts";
import type { DwsCluster, DwsElb } from "./clusters.ts";
import type { Change } from "./jobs.ts";
import { badParameter, notNow, refusal } from "./refusals.ts";

export function switchTo(cluster: DwsCluster, running: boolean): Change | Refusal {
  if (cluster.running === running) return notNow;
  return {
    name: running ? "dwsClusterStartJob" : "dwsClusterStopJob",
    task: running ? "STARTING" : "STOPPING",
    apply() {
      cluster.running = running;
    },
  };
}

export function bind(cluster: DwsCluster, elb: DwsElb | undefined): Change | Refusal {
  if (!cluster.running || cluster.elb) return notNow;
  if (!elb) return noElb;
  return {
    name: "ecfClusterElbCreateJob",
    task: "ELB_BINDING",
    apply() {
      cluster.elb = elb;
    },
    ...(elb.privateIp === undefined && { plan: { failure: noPrivateIp, reach: 9 } }),
  };
}

export function unbind(cluster: DwsCluster, elbId: string): Change | Refusal {
  if (cluster.elb?.id !== elbId) return noElb;
  return {
    name: "ecfClusterElbDeleteJob",
    task: "ELB_UNBINDING",
    apply() {
      delete cluster.elb;
    },
  };
}

/** `num` is how many coordinator nodes there shall be in all. */
export function addNodes(cluster: DwsCluster, ids: Ids, body: Fields): Change | Refusal {
  const { num } = body;
  if (!Number.isInteger(num) || Number(num) <= cluster.cns.length || Number(num) > 20)
    return badParameter("num");
  return {
    name: "dwsClusterCnCreateJob",
    task: "CN_CREATING",
    apply() {
      while (cluster.cns.length < Number(num)) cluster.cns.push(ids.uuid());
    },
  };
}

export function removeNodes(cluster: DwsCluster, body: Fields): Change | Refusal {
  const instances = textsOf(body.instances) ?? [];
  const known = instances.every((id) => cluster.cns.includes(id));
  if (instances.length === 0 || !known) return badParameter("instances");
  return {
    name: "dwsClusterCnDeleteJob",
    task: "CN_DELETING",
    apply() {
      cluster.cns = cluster.cns.filter((id) => !instances.includes(id));
    },
  };
}

const noElb = refusal(404, "DWS.0047", "The load balancer does not exist.");

const noPrivateIp = {
  failed_code: "CreateELBTask-fail:DWS.0114",
  failed_detail: "DWS.0114:ELB private IP is not configured.",
};
