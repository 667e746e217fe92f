import type { Received } from "../call/answer.ts";
import type { Call } from "../call/call.ts";
import type { Core } from "../call/client.ts";
import { coreOf } from "../call/client.ts";
import { hint } from "../call/hint.ts";
import type { Args } from "../call/operation.ts";
import { refusal } from "../call/refusal.ts";
import { send } from "../call/send.ts";
import type { Job, OperationThatStartsAJob } from "../job/job.ts";
import type { Send } from "../timed.ts";
import { sleep, timed } from "../timed.ts";
import { blank } from "../values.ts";
import type { JobHandle } from "./handle.ts";
import { Handle } from "./handle.ts";
import { backoff } from "./interval.ts";
import type { PollOptions, Settings } from "./options.ts";
import { prepare } from "./prepare.ts";

/** How often a start is sent to a service that keeps saying that it did nothing. */
const ATTEMPTS = 5;

/** The handle of a job that was started here. SB: what the service answered to the start. */
export interface StartedJob<P, B, R, L, S, SB> extends JobHandle<P, B, R, L, S> {
  /** The body of the answer that accepted the job. */
  readonly accepted: SB;
}

/**
 * Starts a job. Resolves as soon as the service has accepted it, and rejects with an `ApiError` when it has not, or
 * when its answer names nothing to ask for the job with. The start is repeated only when the service says that it did
 * nothing (429, and the codes of `x-errors.retry`), never because an answer is missing: that could start two jobs.
 * Without an answer it rejects with what `fetch` threw, or a `TimeoutError` after `requestTimeout`.
 *
 * @example const task = await start(feishu, createExportTask, { body: { file_extension: "pdf", token, type: "docx" } });
 */
export async function start<C extends object, SP, SB, P, B, R, L, S>(
  client: NoInfer<C>,
  starter: OperationThatStartsAJob<C, SP, SB, Job<C, P, B, R, L, S>>,
  ...[given, options = {}]: Args<NoInfer<SP>, PollOptions<R, B, S>>
): Promise<StartedJob<P, B, R, L, S, SB>> {
  const settings = prepare(
    client,
    (starter as typeof starter | undefined)?.job,
    "an operation that starts a job",
    options,
  );
  const { call, job } = starter;
  const core = coreOf(client);
  const answer = await sent(core, call, given, settings, options.signal);
  // accepted, so request and answer have the specified shapes
  const params = starter.params((given ?? {}) as SP, answer as Received & { readonly body: SB }, client);
  const empty = Object.keys(params).find((name) => blank(params[name]));
  if (empty !== undefined) {
    const what = answer.unparsed
      ? "expected JSON, got "
      : `accepted, but the link to the job finds no ${empty} in the answer: `;
    throw refusal(call.id, answer, core.errors, undefined, what);
  }
  const now = settings.clock.now();
  // the link gives every parameter of the status operation: the specification was checked for it
  const ref = { job: job.name, params: params as P, startedAt: new Date(now).toISOString() };
  return Object.assign(new Handle(client, job, ref, settings, options, hint(answer.headers, now) ?? 0), {
    accepted: answer.body as SB,
  });
}

/** The answer of a service that has accepted the start. */
async function sent(
  core: Core,
  call: Call,
  params: unknown,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Received> {
  const { clock, random, requestTimeout: request, timeout } = settings;
  const begin: Send<Received> = (signal, out) => send(core, call, params, signal, out);
  const unanswered = `${call.id}, which may have been carried out: no answer`;
  const deadline = clock.now() + timeout;
  for (let attempt = 1; ; attempt++) {
    // whoever does not want to wait at all still wants the start to be answered
    const all = Math.max(0, deadline - clock.now()) || request;
    const answer = await timed(clock, { request, all }, signal, begin, unanswered);
    const error = refusal(call.id, answer, core.errors, clock.now());
    if (!error) return answer;
    const pause = backoff(settings, attempt, error.retryAfter, random());
    if (attempt === ATTEMPTS || clock.now() + pause > deadline || error.meaning !== 429) throw error;
    await sleep(clock, pause, signal);
  }
}
