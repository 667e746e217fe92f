import { race } from "../race.ts";
import { text } from "../values.ts";
import type { Answer, Received } from "./answer.ts";
import { excerpt } from "./answer.ts";
import { ApiError } from "./api-error.ts";
import type { Call } from "./call.ts";
import type { Outgoing, Params } from "./client.ts";
import { coreOf } from "./client.ts";
import type { ErrorRules } from "./error-rules.ts";
import { didNothing, refusal } from "./error-rules.ts";

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
export interface Operation<C, P, B> {
  (client: C, ...args: Args<P, CallOptions>): Promise<B>;
  /** The whole answer with its headers, whatever its status. */
  answer(client: C, ...args: Args<P, CallOptions>): Promise<Answer<B>>;
  readonly call: Call;
}

export function operation<C extends object, P, B>(call: Call): Operation<C, P, B> {
  /** Ends as soon as the signal aborts, even where nothing else heeds that. */
  const received = async (
    client: C,
    params: P | undefined,
    { signal }: CallOptions = {},
  ): Promise<Received> => {
    signal?.throwIfAborted();
    return race(exchange(client, call, params)(signal), signal);
  };
  const run = async (client: C, ...[params, options]: Args<P, CallOptions>): Promise<B> =>
    // the specification says that an accepted answer has this shape
    accepted(client, call, await received(client, params, options)).body as B;
  const answer = async (client: C, ...[params, options]: Args<P, CallOptions>): Promise<Answer<B>> =>
    // as above, for accepted answers; the caller looks at `status` first
    (await received(client, params, options)) as Answer<B>;
  return Object.assign(run, { answer, call });
}

/** The answer, if it is one that the specification promises. Throws an `ApiError` when it is not. */
export function accepted<A extends Received>(client: object, call: Call, answer: A): A {
  const { errors } = coreOf(client);
  const error = refusal(call.id, answer, errors) ?? misread(call, answer, errors);
  if (error) throw error;
  return answer;
}

/** Sends a call as soon as it is its turn, which `begun` is told, and reads the answer. */
export type Exchange = (signal: AbortSignal | undefined, begun?: () => void) => Promise<Received>;

/** The call, ready to be sent as often as one likes. Throws a `TypeError` when its parameters cannot be. */
export function exchange(client: object, call: Call, params: unknown): Exchange {
  const core = coreOf(client);
  const outgoing = arrange(call, { ...call.constants, ...(params as object | undefined) });
  return async (signal, begun) => {
    const { limiter, name, errors } = core;
    if (!limiter) {
      begun?.();
      return core.send(outgoing, signal);
    }
    const operation = `${name}/${call.id}`;
    const turn = (): Promise<void> | undefined => limiter.turn(operation, call.limits ?? [], signal);
    const wait = turn();
    if (wait) await wait;
    // whoever gives turns may not have noticed
    signal?.throwIfAborted();
    begun?.();
    const answer = await core.send(outgoing, signal, turn);
    const error = refusal(call.id, answer, errors);
    if (error?.retryAfter && didNothing(error, errors)) limiter.pause(operation, error.retryAfter);
    return answer;
  };
}

/** Puts each parameter where the specification wants it. Throws a `TypeError` on one that cannot go there. */
function arrange(call: Call, { body, ...given }: Readonly<Record<string, unknown>>): Outgoing {
  const { id, query, header, bodies } = call;
  const writer = bodies?.[String(given.contentType)] ?? call.body;
  const names = Array.from(call.path.matchAll(/\{(.+?)\}/g), (match) => String(match[1]));
  const params: Params = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || (bodies && name === "contentType")) continue;
    const place = names.includes(name)
      ? "path"
      : query?.includes(name)
        ? "query"
        : header?.includes(name) && "header";
    if (!place) throw new TypeError(`${id} has no parameter ${name}.`);
    params[place] = { ...params[place], [call.names?.[name] ?? name]: value };
  }
  for (const name of names) {
    const value = params.path?.[name];
    // "." and ".." would be taken for steps of the path, encoded or not
    if (/^(\s*|\.\.?)$/.test(String(value ?? ""))) {
      throw new TypeError(`${id}: the parameter ${name} must be a name or id, not ${JSON.stringify(value)}.`);
    }
  }
  return { call, params, body, writer };
}

/** An accepted answer that cannot be what the specification promises: the page of a gateway, or nothing at all. */
function misread({ id, empty }: Call, answer: Received, rules: ErrorRules): ApiError | undefined {
  const { status, body, unparsed } = answer;
  if (!unparsed && (empty || body !== undefined)) return undefined;
  const reason = `expected JSON, got ${excerpt(answer)}`;
  return new ApiError({ operation: id, status, reason, requestId: text(rules.requestId?.(answer)), body });
}
