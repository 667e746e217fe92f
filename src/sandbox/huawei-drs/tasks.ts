import { huaweiCredentials } from "../huawei/account.ts";

/** A replication task, whose settings can be exported. */
export interface DrsTask {
  id: string;
  projectId: string;
  /** Kind of database, as it stands in the names of files. */
  engine: string;
  deleted?: boolean;
}

/** The tasks that every sandbox begins with. Their ids look like UUIDs and are none. */
export function seedTasks(): DrsTask[] {
  const { projectId } = huaweiCredentials;
  return [
    { id: "2e69ebb1-f06d-4eb2-a789-2883629jb204", projectId, engine: "postgresql" },
    { id: "7d04c5a8-31be-4f6a-90c2-5b7e8d1jb101", projectId, engine: "mysql" },
    { id: "c3f81b72-6a9d-4e05-b8f7-0a4d2c6jb101", projectId, engine: "mysql", deleted: true },
  ];
}
