import type { Client as FetchClient, ClientOptions as FetchOptions } from "openapi-fetch";
// The one place that knows openapi-fetch: everything else sends through `Core`.
import createFetchClient from "openapi-fetch";
import type { Received } from "./answer.ts";
import { receive } from "./answer.ts";
import type { Auth, TokenPlace } from "./auth.ts";
import { authorize, proofOf, renewed } from "./auth.ts";
import type { BodyWriter } from "./bodies.ts";
import type { Call, Place } from "./call.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { ErrorRules } from "./refusal.ts";
import { byStatus } from "./refusal.ts";
import { checkedUrl } from "./server.ts";

declare const api: unique symbol;
declare const known: unique symbol;
const core: unique symbol = Symbol("openapi-jobs");

/**
 * What an operation needs of a client. `Name` keeps the clients of two APIs apart; `Operations` is what the specification
 * says of each operation, by its id.
 */
export interface ApiClient<Name extends string, Operations = unknown> {
  readonly [api]?: Name;
  readonly [known]?: Operations;
}

/** An openapi-fetch client of one API, `client.GET("/path")` and all, that operations and jobs run on too. */
export type Client<Name extends string, Paths extends object, Operations = unknown> = ApiClient<
  Name,
  Operations
> &
  FetchClient<Paths>;

/** Options of every client; each API adds the variables of its server. openapi-fetch's own are passed on. */
export interface ClientOptions extends Omit<FetchOptions, "baseUrl" | "fetch" | "redirect"> {
  /** A token, a function that gives one, a provider, or a signer. Default: calls go out without. */
  readonly auth?: Auth;
  /** Replaces the API's own address, variables and all. */
  readonly baseUrl?: string;
  /** Sends a request. Default: the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /**
   * Says when a request may go out. Default: none for single calls, until the client is handed to `start` or `poll`
   * with a job that brings a `rateLimiter()` along, for all of its requests from then on. `false`: none at all.
   */
  readonly rateLimit?: RateLimiter | false;
}

/** What a generated client knows of its API. */
export interface Api {
  readonly name: string;
  /** Its address. */
  readonly server: string;
  /** Where the token goes; without it, the API takes none. */
  readonly token?: TokenPlace;
  readonly errors?: ErrorRules;
}

/** Parameters by their place. */
export type Params = { [In in Place]?: Record<string, unknown> };

/** One request to be sent. */
export interface Outgoing {
  readonly call: Call;
  readonly params: Params;
  readonly body: unknown;
  /** Default: JSON. */
  readonly writer: BodyWriter | undefined;
}

/** The inside of a client. It stays out of sight, so that a printed client shows no token. */
export interface Core {
  readonly name: string;
  readonly baseUrl: string;
  readonly errors: ErrorRules;
  /** `undefined` until somebody brings one along. */
  limiter: RateLimiter | false | undefined;
  /** Sends a request, once more, when it has another `turn`, with another token if the service says that the token died. */
  send(
    outgoing: Outgoing,
    signal: AbortSignal | undefined,
    turn?: () => Promise<void> | undefined,
  ): Promise<Received>;
}

/**
 * Makes the client of one API. Throws a `TypeError` when `baseUrl` or a server variable cannot be used.
 * Redirects are never followed: they would carry the token to wherever they point.
 */
export function createClient<Name extends string, Paths extends object, Operations = unknown>(
  options: ClientOptions,
  { name, server, token: place, errors = byStatus }: Api,
): Client<Name, Paths, Operations> {
  const {
    auth,
    baseUrl: _,
    rateLimit: limiter,
    fetch = (request) => globalThis.fetch(request),
    ...rest
  } = options;
  const baseUrl = checkedUrl(options.baseUrl ?? server);
  const via = { baseUrl, fetch };
  const proof = proofOf(auth);
  const client = createFetchClient<Paths>({
    ...rest,
    redirect: "manual",
    baseUrl,
    fetch: async (request) => fetch(await authorize(request, proof, place, await proof.token?.(via))),
  });
  // openapi-fetch types a call by its path; here the path is data, checked when the client was generated
  const request = client.request as unknown as UntypedRequest;
  const inside: Core = {
    name,
    baseUrl,
    errors,
    limiter,
    async send({ call, params, body, writer }, signal, turn) {
      const { method, path, querySerializer, server: own, read, open } = call;
      const attempt = async (token: string | undefined): Promise<Received> => {
        const { response, error } = await request(method, path, {
          params,
          body,
          ...(body !== undefined && writer),
          querySerializer,
          baseUrl: options.baseUrl ?? own,
          parseAs: "stream",
          ...(signal && { signal }),
          fetch: async (each) => fetch(open ? each : await authorize(each, proof, place, token)),
        });
        const { ok, status, headers } = response;
        const content = ok ? await read?.(response) : undefined;
        return content === undefined ? receive(response, error) : { status, headers, body: content };
      };
      const token = open ? undefined : await proof.token?.(via);
      const answer = await attempt(token);
      const isDead = answer.status === 401 || errors(answer)?.meaning === 401;
      if (token === undefined || !isDead) return answer;
      const another = await renewed(proof, token, via);
      if (another === undefined) return answer;
      await turn?.();
      return attempt(another);
    },
  };
  // not enumerable, so that printing or copying a client shows nothing of it
  return Object.defineProperty(client as Client<Name, Paths, Operations>, core, { value: inside });
}

/** The inside of a client that `createClient` made. */
export function coreOf(client: object): Core {
  // only `createClient` sets this property, and it sets a `Core`
  const inside = (client as { readonly [core]?: Core } | undefined)?.[core];
  if (inside) return inside;
  throw new TypeError("The first argument must be a client made by a create…Client function.");
}

type UntypedRequest = (
  method: string,
  path: string,
  init: BodyWriter & {
    readonly params: Params;
    readonly body: unknown;
    readonly querySerializer: Call["querySerializer"];
    readonly baseUrl: string | undefined;
    readonly signal?: AbortSignal;
    readonly parseAs: "stream";
    readonly fetch: (request: Request) => Promise<Response>;
  },
) => Promise<{ readonly response: Response; readonly error?: unknown }>;
