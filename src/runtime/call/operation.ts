import { race } from "../race.ts";
import type { Answer, Received } from "./answer.ts";
import { excerpt, receive } from "./answer.ts";
import { ApiError } from "./api-error.ts";
import type { Outgoing } from "./client.ts";
import { coreOf } from "./client.ts";
import type { Download } from "./download.ts";
import { isDeadToken, refusal } from "./error-rules.ts";

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

/** A budget of an operation: so many requests in so many milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly per: number;
  /** Operations that name one bucket share it. */
  readonly bucket?: string;
}

/** What the specification says of an operation. */
export interface Call {
  /** `operationId` */
  readonly id: string;
  readonly method: string;
  /** A template: `/jobs/{jobId}` */
  readonly path: string;
  readonly query?: readonly string[];
  readonly header?: readonly string[];
  /** Parameters with only one possible value, sent without being asked for. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** Media type of the request body. Default: `application/json`. */
  readonly contentType?: string;
  /** A 2xx answer is a file, opened with this; a function, so that who downloads nothing does not bundle it. */
  readonly file?: (response: Response) => Download;
  /** A 2xx answer may hold nothing. */
  readonly empty?: true;
  /** Takes no token. */
  readonly open?: true;
  readonly limits?: readonly RateLimit[];
}

export function operation<C extends object, P, B>(call: Call): Operation<C, P, B> {
  const run = async (client: C, ...[params, options]: Args<P, CallOptions>): Promise<B> => {
    const answer = accepted(client, call, await exchange(client, call, params)(options?.signal));
    // the specification says that an accepted answer has this shape
    return answer.body as B;
  };
  const answer = async (client: C, ...[params, options]: Args<P, CallOptions>): Promise<Answer<B>> =>
    // as above, for accepted answers; the caller looks at `status` first
    (await exchange(client, call, params)(options?.signal)) as Answer<B>;
  return Object.assign(run, { answer, call });
}

/** The answer, if it is one that the specification promises. Throws an `ApiError` when it is not. */
export function accepted<A extends Received>(client: object, call: Call, answer: A): A {
  const error = refusal(call.id, answer, coreOf(client).errors) ?? misread(call, answer);
  if (error) throw error;
  return answer;
}

/**
 * The call, ready to be sent as often as one likes; throws a `TypeError` when its parameters cannot be. What this gives
 * sends it and reads the answer, once more with another token when the service says that the token died. It rejects
 * as soon as its signal aborts, even where nothing else heeds that.
 */
export function exchange(
  client: object,
  call: Call,
  params: unknown,
): (signal: AbortSignal | undefined) => Promise<Received> {
  const { token, send, renew, errors } = coreOf(client);
  const outgoing = arrange(call, { ...call.constants, ...(params as object | undefined) });
  const { file } = call;
  const read = (response: Response): Received | Promise<Received> =>
    file ? { status: response.status, headers: response.headers, body: file(response) } : receive(response);
  const run = async (signal: AbortSignal | undefined): Promise<Received> => {
    const sent = outgoing.open ? undefined : await token();
    const answer = await send(outgoing, sent, signal, read);
    if (sent === undefined || !isDeadToken(answer, errors)) return answer;
    const another = await renew(sent);
    return another === undefined ? answer : send(outgoing, another, signal, read);
  };
  return async (signal) => {
    signal?.throwIfAborted();
    return race(run(signal), signal);
  };
}

/** Puts each parameter where the specification wants it. Throws a `TypeError` on one that cannot go there. */
function arrange(call: Call, given: Readonly<Record<string, unknown>>): Outgoing {
  const params: Record<"path" | "query" | "header", Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
  };
  const segments = Array.from(call.path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name);
  for (const [name, value] of Object.entries(given)) {
    if (name === "body" || value === undefined) continue;
    const place = segments.includes(name) ? "path" : whereElse(call, name);
    params[place][name] = value;
  }
  for (const name of segments) {
    const value = name === undefined ? undefined : params.path[name];
    // "." and ".." would be taken for steps of the path, encoded or not
    if (/^(\s*|\.\.?)$/.test(String(value ?? ""))) {
      throw new TypeError(
        `${call.id}: the parameter ${name} must be a name or id, not ${JSON.stringify(value)}.`,
      );
    }
  }
  return {
    method: call.method,
    path: call.path,
    params,
    open: call.open === true,
    ...(given.body === undefined ? {} : { body: given.body }),
    ...(call.contentType === undefined ? {} : { contentType: call.contentType }),
  };
}

function whereElse(call: Call, name: string): "query" | "header" {
  if (call.query?.includes(name)) return "query";
  if (call.header?.includes(name)) return "header";
  throw new TypeError(`${call.id} has no parameter ${name}.`);
}

/** An accepted answer that cannot be what the specification promises: the page of a gateway, or nothing at all. */
function misread(call: Call, answer: Received): ApiError | undefined {
  const empty = answer.body === undefined;
  if (!answer.unparsed && !(empty && !call.empty)) return undefined;
  const { status, body } = answer;
  return new ApiError({ operation: call.id, status, reason: `expected JSON, got ${excerpt(answer)}`, body });
}
