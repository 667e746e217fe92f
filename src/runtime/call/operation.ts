import { race } from "../race.ts";
import type { Received } from "./answer.ts";
import type { AnswerByStatus } from "./answer-by-status.ts";
import type { Call, CallDetails, Places } from "./call.ts";
import { coreOf } from "./client.ts";
import { refusal } from "./refusal.ts";
import { send } from "./send.ts";

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call at once; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A tuple of arguments that leaves the parameters out when none of them is required. */
export type Args<P, O> = object extends P ? [params?: P, options?: O] : [params: P, options?: O];

/**
 * One operation of an API, as a function: `getExportTask(feishu, { ticket, token })`.
 * Parameters stand side by side by name, a request body under `body`.
 * Gives the body of a 2xx answer; throws an `ApiError` on every other one, a `TypeError` on parameters that
 * cannot be sent, what `fetch` throws when there is no answer, and the signal's reason.
 */
export interface Operation<in C, P, out B, out Id = unknown> {
  (client: C, ...args: Args<P, CallOptions>): Promise<B>;
  /** The whole answer with its headers, whatever its status, which tells what the body is. */
  answer(client: C, ...args: Args<P, CallOptions>): Promise<AnswerByStatus<C, Id, B>>;
  readonly call: Call;
}

/**
 * Makes an operation. `params` says where each parameter goes, written as a query: `"id=path&limit=query&X-Tag=header"`.
 */
export function operation<C extends object, P, B, Id = unknown>(
  id: string,
  method: string,
  path: string,
  params = "",
  details?: CallDetails,
): Operation<C, P, B, Id> {
  // the build writes no other places there
  const places = new URLSearchParams(params) as Places;
  const call: Call = { id, method, path, places, ...details };
  // ends as soon as the signal aborts, even where nothing else heeds that
  const answer = async (client: C, ...[params, { signal } = {}]: Args<P, CallOptions>): Promise<Received> =>
    race(() => send(coreOf(client), call, params, signal), signal);
  // an accepted answer has this shape, as the specification says
  const run = async (client: C, ...args: Args<P, CallOptions>): Promise<B> =>
    promised(client, call, await answer(client, ...args)).body as B;
  // and so has one of any other status
  return Object.assign(run, { answer, call }) as Operation<C, P, B, Id>;
}

/** The answer, if it is one that the specification promises. Throws an `ApiError` when it is not. */
export function promised<A extends Received>(client: object, { id, empty }: Call, answer: A): A {
  const { errors } = coreOf(client);
  // the page of a gateway, or nothing at all
  const isBroken = answer.unparsed || (answer.body === undefined && !empty);
  const error = refusal(id, answer, errors, undefined, isBroken && "expected JSON, got ");
  if (error) throw error;
  return answer;
}
