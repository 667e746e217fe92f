import { race } from "../race.ts";
import type { Received } from "./answer.ts";
import { excerpt } from "./answer.ts";
import type { AnswerByStatus } from "./answer-by-status.ts";
import type { Call, CallDetails, Place } from "./call.ts";
import type { Outgoing, Params } from "./client.ts";
import { coreOf } from "./client.ts";
import { errorOf, refusal } from "./refusal.ts";

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
 * Makes an operation. `params` says where each parameter goes: `"path: id; query: limit, offset; header: X-Tag"`, with
 * `%2C` for a comma in a name and so on.
 */
export function operation<C extends object, P, B, Id = unknown>(
  id: string,
  method: string,
  path: string,
  params = "",
  details?: CallDetails,
): Operation<C, P, B, Id> {
  const call: Call = { id, method, path, places: placesOf(params), ...details };
  const answer = async (client: C, ...[params, { signal } = {}]: Args<P, CallOptions>): Promise<Received> => {
    signal?.throwIfAborted();
    // ends as soon as the signal aborts, even where nothing else heeds that
    return race(exchange(client, call, params, signal), signal);
  };
  // an accepted answer has this shape, as the specification says
  const run = async (client: C, ...args: Args<P, CallOptions>): Promise<B> =>
    accepted(client, call, await answer(client, ...args)).body as B;
  // and so has one of any other status
  return Object.assign(run, { answer, call }) as Operation<C, P, B, Id>;
}

/** The answer, if it is one that the specification promises. Throws an `ApiError` when it is not. */
export function accepted<A extends Received>(client: object, { id, empty }: Call, answer: A): A {
  const { errors } = coreOf(client);
  const error = refusal(id, answer, errors);
  if (error) throw error;
  // the page of a gateway, or nothing at all
  if (!answer.unparsed && (empty || answer.body !== undefined)) return answer;
  throw errorOf(id, answer, { ...errors(answer, true), reason: `expected JSON, got ${excerpt(answer)}` });
}

/** Sends a call as soon as it is its turn, which `begun` is told, and reads the answer. */
export async function exchange(
  client: object,
  call: Call,
  given: unknown,
  signal: AbortSignal | undefined,
  begun?: () => void,
): Promise<Received> {
  const { limiter, name, errors, send } = coreOf(client);
  const outgoing = arrange(call, given);
  const operation = `${name}/${call.id}`;
  const turn = (): Promise<void> | undefined =>
    limiter ? limiter.turn(operation, call.limits ?? [], signal) : undefined;
  const wait = turn();
  if (wait) await wait;
  // whoever gives turns may not have noticed
  signal?.throwIfAborted();
  begun?.();
  const answer = await send(outgoing, signal, turn);
  if (limiter) {
    const error = refusal(call.id, answer, errors);
    if (error?.retryAfter && error.meaning === 429) limiter.pause(operation, error.retryAfter);
  }
  return answer;
}

function placesOf(params: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const list of params.split("; ")) {
    const [place, names = ""] = list.split(": ");
    // the build writes no other words there
    for (const name of names.split(", ")) places.set(decodeURIComponent(name), place as Place);
  }
  return places;
}

/** Puts each parameter where the specification wants it. Throws a `TypeError` on one that cannot go there. */
export function arrange(call: Call, given: unknown): Outgoing {
  const { id, places, bodies, names } = call;
  const { body, ...others }: Readonly<Record<string, unknown>> = {
    ...call.constants,
    ...(given as object | undefined),
  };
  // a parameter may have the name of something that every object inherits
  const values = new Map(Object.entries(others));
  const params: Params = {};
  for (const name of [...places.keys(), ...values.keys()]) {
    const place = places.get(name);
    const value = values.get(name);
    if (value === undefined && place !== "path") continue;
    if (!place) throw new TypeError(`${id} has no parameter ${name}.`);
    // an object may have nothing to write; "." and ".." would be taken for steps of the path, encoded or not
    const written = typeof value === "object" ? Object.values(value ?? {}).join("") : String(value ?? "");
    if (place === "path" && /^(\s*|\.\.?)$/.test(written)) {
      throw new TypeError(`${id}: the parameter ${name} must be a name or id, not ${JSON.stringify(value)}.`);
    }
    params[place] = { ...params[place], [names?.[name] ?? name]: value };
  }
  return { call, params, body, writer: bodies?.[String(params.body?.contentType)] ?? call.body };
}
