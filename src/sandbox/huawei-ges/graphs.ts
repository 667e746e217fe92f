import { huaweiCredentials } from "../huawei/account.ts";

/** A graph. */
export interface GesGraph {
  id: string;
  name: string;
  projectId: string;
  /** A number in a string: 200 running, 900 stopped; others while a job is at work. */
  status: string;
  version: string;
  backups: GesBackup[];
}

export interface GesBackup {
  id: string;
  name: string;
  method: "auto" | "manual";
  status: "backing_up" | "success" | "failed";
  startedAt: number;
  endedAt?: number;
}

/** The graphs that every sandbox begins with. */
export function seedGraphs(): GesGraph[] {
  const { projectId } = huaweiCredentials;
  const startedAt = Date.UTC(2021, 5, 9, 12, 33, 24);
  return [
    {
      id: "f1529b88-c958-493e-8452-fccfe932cde1",
      name: "demo",
      projectId,
      status: "200",
      version: "1.1.8",
      backups: [
        {
          id: "08a898ae-3ff8-40e8-a7ed-03afe05aedbb",
          name: "demo_20210609203324_auto",
          method: "auto",
          status: "success",
          startedAt,
          endedAt: startedAt,
        },
      ],
    },
    {
      id: "4c5f882d-a813-4d78-a8e3-6d3212ddd121",
      name: "GES_UI_AUTO",
      projectId,
      status: "200",
      version: "2.2.21",
      backups: [],
    },
    {
      id: "2b7d6f10-9c3e-4a58-b1f4-8e0d5c6a7b92",
      name: "asleep",
      projectId,
      status: "900",
      version: "2.2.21",
      backups: [],
    },
  ];
}
