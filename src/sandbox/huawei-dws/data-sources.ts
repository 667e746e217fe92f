import { plainTime } from "../huawei/time.ts";
import { type Fields, fieldsOf, textOf } from "../json.ts";
import type { Refusal } from "../vendor.ts";
import type { DwsCluster, DwsDataSource } from "./clusters.ts";
import type { Change } from "./jobs.ts";
import { badParameter } from "./refusals.ts";

/** What a new data source is to be, or why there will be none. */
export function readDataSource(body: Fields): Omit<DwsDataSource, "id" | "created"> | Refusal {
  const { type, data_source_name: name, user_name, description } = body;
  if (type !== "OBS" && type !== "MRS" && type !== "LAKE_FORMATION") return badParameter("type");
  if (typeof name !== "string" || !/^\w{1,64}$/.test(name)) return badParameter("data_source_name");
  if (typeof user_name !== "string" || !/^\w{3,20}$/.test(user_name)) return badParameter("user_name");
  if (description !== undefined && !/^[^!<>'=&]{0,256}$/.test(String(description)))
    return badParameter("description");
  const missing = needs[type].find((field) => textOf(body[field]) === undefined);
  if (missing) return badParameter(missing);
  const more = Object.fromEntries(
    shown.flatMap((field) => (textOf(body[field]) ? [[field, body[field]]] : [])),
  );
  // 300 as in the documentation's example, which does not say what it means.
  return { name, type, user_name, ...more, configure_status: "300" };
}

export function create(cluster: DwsCluster, source: Omit<DwsDataSource, "created">): Change {
  return {
    name: "dwsExtDataSourceCreateJob",
    task: "CREATING_DATA_SOURCE",
    apply: (at) => cluster.dataSources.push({ ...source, created: plainTime(at) }),
  };
}

export function update(source: DwsDataSource, body: Fields): Change | Refusal {
  const reconfigure = fieldsOf(body.reconfigure);
  if (body.reconfigure === undefined) return badParameter("reconfigure");
  return {
    name: "dwsExtDataSourceUpdateJob",
    task: "UPDATING_DATA_SOURCE",
    apply() {
      source.user_name = textOf(reconfigure.agency) ?? source.user_name;
    },
  };
}

export function remove(cluster: DwsCluster, source: DwsDataSource): Change {
  return {
    name: "dwsExtDataSourceDeleteJob",
    task: "DELETING_DATA_SOURCE",
    apply() {
      cluster.dataSources = cluster.dataSources.filter((each) => each !== source);
    },
  };
}

const needs = { OBS: ["connect_info"], MRS: ["data_source_id", "user_pwd"], LAKE_FORMATION: [] } as const;
const shown = ["connect_info", "data_source_id", "description"];
