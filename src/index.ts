/**
 * Start a job that takes a while, and wait for it: one handle, one state model and one set of errors for every API.
 * Clients, operations and jobs come from a subpath for each API: `openapi-jobs/feishu`.
 * @module
 */
export type { Answer } from "./runtime/answer.ts";
export type { Code } from "./runtime/api-error.ts";
export { ApiError } from "./runtime/api-error.ts";
export type { Auth, Signer, TokenProvider, Via } from "./runtime/auth.ts";
export type { ClientOptions } from "./runtime/client.ts";
export type { Clock } from "./runtime/clock.ts";
export type { Download } from "./runtime/download.ts";
export type { Sightings } from "./runtime/errors.ts";
export { JobCanceledError, JobFailedError, PollingError, PollTimeoutError } from "./runtime/errors.ts";
export type { HandleOf, JobHandle } from "./runtime/handle.ts";
export type { Job, Link, Starter } from "./runtime/job.ts";
export type { Look } from "./runtime/judge.ts";
export type { FreshToken } from "./runtime/keep-token.ts";
export { keepToken } from "./runtime/keep-token.ts";
export type { CallOptions, Operation } from "./runtime/operation.ts";
export type { PollOptions } from "./runtime/options.ts";
export type { HistoryOptions } from "./runtime/pacing/by-history.ts";
export { byHistory } from "./runtime/pacing/by-history.ts";
export type { Pacing, PacingView, ProgressReading } from "./runtime/pacing/pacing.ts";
export { squareRoot } from "./runtime/pacing/square-root.ts";
export { progressAware, withProgress } from "./runtime/pacing/with-progress.ts";
export { poll } from "./runtime/poll.ts";
export type { JobFailure } from "./runtime/reading.ts";
export type { Ref } from "./runtime/ref.ts";
export type { StartedJob } from "./runtime/start.ts";
export { start } from "./runtime/start.ts";
export type { WaitState } from "./runtime/state.ts";
export type { Step } from "./runtime/step.ts";
export type { Stepwise } from "./runtime/stepwise.ts";
export { stepwise } from "./runtime/stepwise.ts";
export type { Update } from "./runtime/update.ts";
