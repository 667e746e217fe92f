/** @module The vendors, simulated: in memory through `sandbox.fetch`, or on a port. */

export type { ApiName, Site } from "./apis.ts";
export type { Plan } from "./course.ts";
export type { Fault, FaultKind, FaultTarget } from "./fault.ts";
export type { FeishuDocument } from "./feishu/documents.ts";
export type { FeishuFailure, FeishuPlan } from "./feishu/export-tasks.ts";
export type { FeishuFile } from "./feishu/import-tasks.ts";
export type { FeishuCredentials } from "./feishu/tokens.ts";
export type { LoggedRequest, Violation } from "./gate.ts";
export type { HuaweiCredentials } from "./huawei/account.ts";
export type { DrsFailure, DrsPlan } from "./huawei-drs/exports.ts";
export type { DrsTask } from "./huawei-drs/tasks.ts";
export type { DwsCluster, DwsDataSource, DwsElb } from "./huawei-dws/clusters.ts";
export type { DwsFailure, DwsPlan } from "./huawei-dws/jobs.ts";
export type { GesBackup, GesGraph } from "./huawei-ges/graphs.ts";
export type { GesFailure, GesPlan } from "./huawei-ges/jobs.ts";
export type { ListenOptions, SandboxServer } from "./listen.ts";
export type { MintlifyDeployment } from "./mintlify/deployments.ts";
export type { MintlifyFailure, MintlifyPlan } from "./mintlify/jobs.ts";
export type { MintlifyCredentials } from "./mintlify/keys.ts";
export type { MintlifyProject } from "./mintlify/projects.ts";
export type { AgentFailure, AgentPlan } from "./mintlify-agent/jobs.ts";
export type { JobPlan, Sandbox, SandboxCredentials, SandboxOptions } from "./sandbox.ts";
export { createSandbox } from "./sandbox.ts";
