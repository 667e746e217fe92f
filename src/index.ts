/**
 * Start a job that takes a while, and wait for it: one handle, one state model and one set of errors for every API.
 * Clients, operations and jobs come from a subpath for each API: `openapi-jobs/feishu`.
 * @module
 */
export type { Answer } from "./runtime/call/answer.ts";
export type { Code } from "./runtime/call/api-error.ts";
export { ApiError } from "./runtime/call/api-error.ts";
export type { Auth, Signer, TokenProvider, Via } from "./runtime/call/auth.ts";
export type { RateLimit } from "./runtime/call/call.ts";
export type { ClientOptions } from "./runtime/call/client.ts";
export type { Download } from "./runtime/call/download.ts";
export type { DownloadFromOptions } from "./runtime/call/download-from.ts";
export { downloadFrom } from "./runtime/call/download-from.ts";
export { fetchClient } from "./runtime/call/fetch-client.ts";
export type { FreshToken } from "./runtime/call/keep-token.ts";
export { keepToken } from "./runtime/call/keep-token.ts";
export type { CallOptions, Operation } from "./runtime/call/operation.ts";
export type { RateLimiter } from "./runtime/call/rate-limiter.ts";
export { rateLimiter } from "./runtime/call/rate-limiter.ts";
export type { Clock } from "./runtime/clock.ts";
export type { Job, Link, Starter } from "./runtime/job/job.ts";
export type { Pacing, PacingView, ProgressReading } from "./runtime/job/pacing.ts";
export type { JobFailure } from "./runtime/job/reading.ts";
export type { Ref } from "./runtime/job/ref.ts";
export type {
  CanceledUpdate,
  FailedUpdate,
  PendingUpdate,
  SucceededUpdate,
  Update,
} from "./runtime/job/update.ts";
export type { Sightings } from "./runtime/wait/errors.ts";
export { JobCanceledError, JobFailedError, PollingError, PollTimeoutError } from "./runtime/wait/errors.ts";
export type { HandleOf, JobHandle } from "./runtime/wait/handle.ts";
export type { Look } from "./runtime/wait/judge.ts";
export type { PollOptions } from "./runtime/wait/options.ts";
export type { HistoryOptions } from "./runtime/wait/pacing/by-history.ts";
export { byHistory } from "./runtime/wait/pacing/by-history.ts";
export { squareRoot } from "./runtime/wait/pacing/square-root.ts";
export { progressAware, withProgress } from "./runtime/wait/pacing/with-progress.ts";
export { poll } from "./runtime/wait/poll.ts";
export type { StartedJob } from "./runtime/wait/start.ts";
export { start } from "./runtime/wait/start.ts";
export type { WaitState } from "./runtime/wait/state.ts";
export type { Step } from "./runtime/wait/step.ts";
export type { Stepwise } from "./runtime/wait/stepwise.ts";
export { stepwise } from "./runtime/wait/stepwise.ts";
