import type { Auth, Proof, TokenPlace, Via } from "./auth.ts";
import { proofOf } from "./auth.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { ErrorRules } from "./refusal.ts";
import { byStatus } from "./refusal.ts";
import type { Defaults } from "./request.ts";
import { checkedUrl } from "./server.ts";

declare const api: unique symbol;
declare const paths: unique symbol;
declare const operations: unique symbol;

/**
 * The client of one API: its address, its token, its limits. Operations and jobs take it, and `fetchClient` for calls that
 * no operation makes; it does nothing by itself.
 * `Name` keeps the clients of two APIs apart; `Paths` and `Operations` are what the specification says of each path, and of
 * each operation by its id.
 */
export interface Client<Name extends string, Paths extends object, Operations = unknown> {
  readonly [api]: Name;
  readonly [paths]?: Paths;
  readonly [operations]?: Operations;
}

/**
 * Options of every client; each API adds the variables of its server. Those of a `Request` are passed on: `headers` go out
 * with all of them, below those of a call; `credentials`, `keepalive` and so on as they are.
 */
export interface ClientOptions extends Defaults {
  /**
   * A token, a function that gives one, a provider, or a signer. Left out, calls go out without; given as `undefined` or an empty
   * text, as an environment variable may be that is not set, it is refused with a `TypeError`.
   */
  readonly auth?: Auth | undefined;
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

/** The inside of a client, for `send`. It stays out of sight, so that a printed client shows no token. */
export interface Core {
  readonly name: string;
  /** The caller's own address: it takes the place of an operation's own address, too. */
  readonly moved: string | undefined;
  readonly defaults: Defaults;
  readonly errors: ErrorRules;
  readonly proof: Proof;
  readonly place: TokenPlace | undefined;
  readonly via: Via;
  /** The caller's own. */
  readonly fetch: ClientOptions["fetch"];
  /** `undefined` until somebody brings one along. */
  limiter: RateLimiter | false | undefined;
}

/**
 * Where a client has its inside, for all copies of this version: a process may have loaded several, as when tsx compiles one for
 * `require`, or when a library brings its own. Another version may have another inside, and must not be given this one.
 */
const inside = Symbol.for("openapi-jobs 0.1");

/**
 * Makes the client of one API. Throws a `TypeError` when `baseUrl` or a server variable cannot be used, or `auth` is given and empty.
 * Redirects are never followed: they would carry the token to wherever they point.
 */
export function createClient<Name extends string, Paths extends object, Operations = unknown>(
  options: ClientOptions,
  { name, server, token: place, errors = byStatus }: Api,
): Client<Name, Paths, Operations> {
  const { auth, baseUrl: own, rateLimit: limiter, fetch, ...defaults } = options;
  const baseUrl = checkedUrl(own ?? server);
  const core: Core = {
    name,
    moved: own && baseUrl,
    defaults,
    errors,
    proof: proofOf(auth, "auth" in options),
    place,
    fetch,
    limiter,
    via: { baseUrl, fetch: (request) => (fetch ?? globalThis.fetch)(request) },
  };
  // a function, so that a printed client shows no token; the rest of a client is types
  return { [inside]: () => core } as unknown as Client<Name, Paths, Operations>;
}

/** The inside of a client that `createClient` made. */
export function coreOf(client: object): Core {
  const core = (client as { readonly [inside]?: () => Core } | undefined)?.[inside]?.();
  if (core) return core;
  throw new TypeError("The first argument must be a client from create…Client.");
}
