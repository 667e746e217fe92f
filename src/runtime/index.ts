/**
 * What generated clients stand on. Import it from generated code; people import `openapi-jobs`.
 * @module
 */
export type { Answer } from "./answer.ts";
export type { Client, ClientOptions } from "./client.ts";
export { createClient } from "./client.ts";
export type { Download } from "./download.ts";
export { download } from "./download.ts";
export type { ErrorRules } from "./error-rules.ts";
export { fromUrl } from "./from-url.ts";
export type { Job, Link, Require, Starter } from "./job.ts";
export { starter } from "./job.ts";
export type { Operation } from "./operation.ts";
export { operation } from "./operation.ts";
export { canceled, failed, missing, pending, succeeded, unlisted, unreadable } from "./reading.ts";
export { at, blank, filled, first, fold, has, percent, present, share } from "./values.ts";
