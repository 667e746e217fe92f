import { huaweiCredentials } from "../huawei/account.ts";

/** A data warehouse cluster. */
export interface DwsCluster {
  id: string;
  name: string;
  projectId: string;
  running: boolean;
  /** The load balancer that is bound to it. */
  elb?: DwsElb;
  /** Ids of its coordinator nodes. */
  cns: string[];
  dataSources: DwsDataSource[];
}

export interface DwsElb {
  id: string;
  name: string;
  /** Without it, binding fails. */
  privateIp?: string;
}

/** An external data source, as the list shows it. */
export interface DwsDataSource {
  id: string;
  name: string;
  type: string;
  user_name: string;
  connect_info?: string;
  data_source_id?: string;
  description?: string;
  configure_status: string;
  created: string;
}

/** The clusters that every sandbox begins with. */
export function seedClusters(): DwsCluster[] {
  const { projectId } = huaweiCredentials;
  return [
    {
      id: "97cbaab3-939e-4dbc-9187-0fe240f2b9fd",
      name: "dws-demo",
      projectId,
      running: true,
      cns: ["b6ad3dc3-d2de-4d2c-a5df-fdde58eca8f0", "5d2b9c1e-7f0a-4c3b-a2d4-1c9e8f7a6b50"],
      dataSources: [],
    },
    {
      id: "194408fa-9d41-435c-a140-91edcf5fe519",
      name: "dws-reports",
      projectId,
      running: true,
      cns: ["e0a4f7c2-3b5d-4e68-a9f1-2d7c6b8a9e03"],
      dataSources: [],
    },
    {
      id: "4ca46bf1-5c61-48ff-b4f3-0ad4e5e3ba90",
      name: "dws-archive",
      projectId,
      running: false,
      cns: [],
      dataSources: [],
    },
  ];
}

/** The load balancers that can be bound. The second has no private address, which binding it fails for. */
export function seedElbs(): DwsElb[] {
  return [
    { id: "1e6e0b66-6223-4523-bfd9-033c88b4ce9f", name: "elb-demo", privateIp: "192.168.0.9" },
    { id: "7c1f2a90-58d3-4b1e-9a60-3f4d5e6c7b82", name: "elb-without-address" },
  ];
}
