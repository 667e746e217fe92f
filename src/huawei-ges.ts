/**
 * Huawei Cloud GES jobs: `createHuaweiGesClient`, `actOnGraph`, `deleteGraph`, `createGraphBackup`, `graphJob`, and
 * version 2: `stopGraph`, `startGraph`, `deleteGraphV2`, `createGraphBackupV2`, `graphJobV2`.
 * @module
 */
import type {
  ActOnGraphAnswer,
  ActOnGraphParams,
  graphJob,
  HuaweiGesClient,
} from "../generated/huawei-ges/index.ts";
import { actOnGraph as anyAction } from "../generated/huawei-ges/index.ts";
import type { components } from "../generated/huawei-ges/types.ts";
import type { Starter } from "./runtime/job/job.ts";

// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/huawei-ges/index.ts";
export { huaweiAdvice } from "./huawei/advice.ts";

type Schemas = components["schemas"];

/** What each action takes: OpenAPI cannot say that the body depends on `action_id`, so it is said here. */
export type GraphAction = Omit<ActOnGraphParams, "action_id" | "body" | "clear-metadata"> &
  (
    | { readonly action_id: "stop" | "restart"; readonly body?: never; readonly "clear-metadata"?: never }
    | {
        readonly action_id: "start";
        readonly body?: Schemas["StartGraph"];
        readonly "clear-metadata"?: never;
      }
    | {
        readonly action_id: "import-graph";
        readonly body: Schemas["ImportGraph"];
        readonly "clear-metadata"?: never;
      }
    | {
        readonly action_id: "export-graph";
        readonly body: Schemas["ExportGraph"];
        readonly "clear-metadata"?: never;
      }
    | {
        readonly action_id: "upgrade";
        readonly body: Schemas["UpgradeGraph"];
        readonly "clear-metadata"?: never;
      }
    | { readonly action_id: "clear-graph"; readonly body?: never; readonly "clear-metadata"?: boolean }
  );

/**
 * Stops, starts, restarts, imports into, exports, clears or upgrades a graph: the job that `action_id` names.
 *
 * `POST /v1.0/{projectId}/graphs/{graphId}/action`
 */
export const actOnGraph: Starter<HuaweiGesClient, GraphAction, ActOnGraphAnswer, typeof graphJob> = anyAction;
