import type { Client as FetchClient, ClientOptions as FetchOptions } from "openapi-fetch";
// The one place that knows openapi-fetch: everything else sends through `Core`.
import createFetchClient from "openapi-fetch";
import type { Received } from "./answer.ts";
import { receive } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { arrange } from "./arrange.ts";
import type { Auth, TokenPlace } from "./auth.ts";
import { proofOf } from "./auth.ts";
import type { Call } from "./call.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { ErrorRules } from "./refusal.ts";
import { byStatus } from "./refusal.ts";
import { checkedUrl } from "./server.ts";

declare const api: unique symbol;
declare const known: unique symbol;

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

/** The inside of a client. It stays out of sight, so that a printed client shows no token. */
export interface Core {
  readonly name: string;
  readonly baseUrl: string;
  readonly errors: ErrorRules;
  /** `undefined` until somebody brings one along. */
  limiter: RateLimiter | false | undefined;
  /**
   * Sends a call as soon as it is its turn, which `begun` is told, and reads the answer. Once more, when it is its turn
   * again, with another token if the service says that the token died.
   */
  send(call: Call, given: unknown, signal: AbortSignal | undefined, begun?: () => void): Promise<Received>;
}

const cores = new WeakMap<object, Core>();

/**
 * Makes the client of one API. Throws a `TypeError` when `baseUrl` or a server variable cannot be used.
 * Redirects are never followed: they would carry the token to wherever they point.
 */
export function createClient<Name extends string, Paths extends object, Operations = unknown>(
  options: ClientOptions,
  { name, server, token: place, errors = byStatus }: Api,
): Client<Name, Paths, Operations> {
  const { auth, rateLimit, fetch = (request) => globalThis.fetch(request), ...rest } = options;
  const baseUrl = checkedUrl(options.baseUrl ?? server);
  const via = { baseUrl, fetch };
  const proof = proofOf(auth);
  const authorized = async (request: Request, token: string | undefined): Promise<Response> => {
    if (proof.sign) return fetch(await proof.sign(request));
    return fetch(token === undefined || !place ? request : place(request, token));
  };
  const client = createFetchClient<Paths>({
    ...rest,
    redirect: "manual",
    baseUrl,
    fetch: async (request) => authorized(request, await proof.token?.(via)),
  });
  // openapi-fetch types a call by its path; here the path is data, checked when the client was generated
  const request = client.request as unknown as UntypedRequest;

  const core: Core = {
    name,
    baseUrl,
    errors,
    limiter: rateLimit,
    async send(call, given, signal, begun) {
      const { id, method, path, open, limits = [], read } = call;
      const { limiter } = core;
      const init = { ...arrange(call, given), baseUrl: options.baseUrl ?? call.server, signal };
      const operation = `${name}/${id}`;
      const turn = () => (limiter ? limiter.turn(operation, limits, signal) : undefined);
      const attempt = async (token: string | undefined): Promise<Received> => {
        const { response, error } = await request(method, path, {
          ...init,
          parseAs: "stream",
          fetch: (each) => (open ? fetch(each) : authorized(each, token)),
        });
        return receive(response, error, read);
      };
      const wait = turn();
      if (wait) await wait;
      // whoever gives turns may not have noticed
      signal?.throwIfAborted();
      begun?.();
      const token = open ? undefined : await proof.token?.(via);
      let answer = await attempt(token);
      const isDead = answer.status === 401 || errors(answer)?.meaning === 401;
      if (token !== undefined && isDead) {
        const another = await (proof.renew ? proof.renew(token, via) : proof.token?.(via));
        // some services vouch for the same token again
        if (proof.renew || another !== token) {
          await turn();
          answer = await attempt(another);
        }
      }
      const said = errors(answer);
      if (limiter && said?.retryAfter && said.meaning === 429) limiter.pause(operation, said.retryAfter);
      return answer;
    },
  };
  cores.set(client, core);
  return client as Client<Name, Paths, Operations>;
}

/** The inside of a client that `createClient` made. */
export function coreOf(client: object): Core {
  const core = cores.get(client);
  if (core) return core;
  throw new TypeError("The first argument must be a client made by a create…Client function.");
}

type UntypedRequest = (
  method: string,
  path: string,
  init: Arranged & {
    readonly baseUrl: string | undefined;
    readonly signal: AbortSignal | undefined;
    readonly parseAs: "stream";
    readonly fetch: (request: Request) => Promise<Response>;
  },
) => Promise<{ readonly response: Response; readonly error?: unknown }>;
