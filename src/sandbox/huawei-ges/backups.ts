import { plainTime } from "../huawei/time.ts";
import type { Ids } from "../ids.ts";
import type { GesBackup, GesGraph } from "./graphs.ts";
import type { Change } from "./jobs.ts";

/** Backs a graph up. The backup is in the list at once, and says whether it is done. */
export function backUp(graph: GesGraph, ids: Ids, now: number): Change {
  const backup: GesBackup = {
    id: ids.uuid(),
    name: `${graph.name}_${plainTime(now).replace(/\D/g, "")}_manual`,
    method: "manual",
    status: "backing_up",
    startedAt: now,
  };
  graph.backups.push(backup);
  return {
    jobId: ids.first("ff8080815f9a3c84015f9a438ff70001", () => `ff80${ids.hex(28)}`),
    jobName: "BackupGraph",
    meanwhile: "903",
    finish(succeeded, at) {
      backup.status = succeeded ? "success" : "failed";
      backup.endedAt = at;
    },
  };
}

/** The answer of the list of backups. */
export function listBackups(graph: GesGraph, offset: number, limit: number): Record<string, unknown> {
  return {
    backupCount: graph.backups.length,
    backupList: graph.backups.slice(offset, offset + limit).map((backup) => describe(graph, backup)),
  };
}

function describe(
  graph: GesGraph,
  { id, name, method, status, startedAt, endedAt }: GesBackup,
): Record<string, unknown> {
  return {
    id,
    name,
    backupMethod: method,
    graphId: graph.id,
    graphName: graph.name,
    graphStatus: graph.status,
    graphSizeTypeIndex: "1",
    dataStoreVersion: graph.version,
    arch: "x86_64",
    status,
    startTimestamp: startedAt,
    startTime: plainTime(startedAt),
    // what a backup that is being made says of its end is not documented; here, nothing
    ...(endedAt === undefined
      ? {}
      : {
          endTimestamp: endedAt,
          endTime: plainTime(endedAt),
          size: 1,
          duration: Math.round((endedAt - startedAt) / 1000),
        }),
  };
}
