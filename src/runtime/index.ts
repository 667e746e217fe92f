/**
 * What generated clients stand on. Import it from generated code; people import `openapi-jobs`.
 * @module
 */
export type { Answer } from "./call/answer.ts";
export type { SignerAsNoTokenIsDeclared } from "./call/auth.ts";
export { inHeader, inQuery } from "./call/auth.ts";
export type { Binary } from "./call/bodies.ts";
export { form, multipart, raw } from "./call/bodies.ts";
export type { Call, CallDetails } from "./call/call.ts";
export type { Client, ClientOptions } from "./call/client.ts";
export { createClient } from "./call/client.ts";
export type { Download } from "./call/download.ts";
export { download, downloadUnlessJson, plainText, textUnlessJson } from "./call/download.ts";
export { errorRules } from "./call/error-rules.ts";
export { jsonParameters } from "./call/json-parameters.ts";
export type { Operation } from "./call/operation.ts";
export { operation } from "./call/operation.ts";
export { rateLimiter } from "./call/rate-limiter.ts";
export type { ErrorRules } from "./call/refusal.ts";
export { serverUrl } from "./call/server.ts";
export { severalSteps } from "./call/several-steps.ts";
export { urlencoded } from "./call/urlencoded.ts";
export { withoutToken } from "./call/without-token.ts";
export { fromUrl } from "./job/from-url.ts";
export type { Job, Link, Require, Starter } from "./job/job.ts";
export { starter } from "./job/job.ts";
export {
  canceled,
  failed,
  incomplete,
  missing,
  pending,
  succeeded,
  unlisted,
  unreadable,
} from "./job/reading.ts";
export { at, blank, filled, first, fold, has, percent, present, share } from "./values.ts";
export { progressAware } from "./wait/pacing/with-progress.ts";
