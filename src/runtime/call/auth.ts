/**
 * How a client proves who it is:
 * - a token,
 * - a function that gives one (asked before each call, so keep what it gives if that costs something),
 * - a provider that also knows how to renew a token that died,
 * - a signer, for services that want each request signed.
 */
export type Auth = string | (() => string | Promise<string>) | TokenProvider | Signer;

export interface TokenProvider {
  /** The token for the next call. Asked before each one, so it is kept by whoever implements this. */
  readonly token: (via: Via) => string | Promise<string>;
  /** A token to go on with after the service said that `dead` is not valid any more. Asked once per call. */
  readonly renew?: (dead: string, via: Via) => string | Promise<string>;
}

/** How the client that wants a token reaches its service, for providers that ask the same service for it. */
export interface Via {
  readonly baseUrl: string;
  /** Sends a request as it is, without a token. */
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface Signer {
  /** The request as it will be sent, or a copy of it that carries the signature. */
  readonly sign: (request: Request) => Request | Promise<Request>;
}

/** What a client takes as `auth` whose specification declares no token, by a name that tells who reads a compiler's message why. */
export interface SignerAsNoTokenIsDeclared extends Signer {}

/** The part of a request that carries a token. */
export interface Carrier {
  url: string;
  readonly headers: Headers;
}

/** Puts a token where an API wants it. */
export type TokenPlace = (carrier: Carrier, token: string) => void;

/**
 * In a header; `prefix` is written before the token: `"Bearer "`. Whoever set this header by hand meant it. Of a token that is
 * empty, or that no header can hold, it throws a `TypeError` that does not show it, as that of `Headers` would.
 */
export function inHeader(name: string, prefix = ""): TokenPlace {
  return ({ headers }, token) => {
    if (!/^[\t -~\x80-\xff]+$/.test(token))
      throw new TypeError("The token is empty, or no header can hold it.");
    if (!headers.has(name)) headers.set(name, prefix + token);
  };
}

/** In the query. `URLSearchParams` would write the rest of it anew, in its own way. */
export function inQuery(name: string): TokenPlace {
  return (carrier, token) => {
    if (token === "") throw new TypeError("The token is empty.");
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(token)}`;
    carrier.url += `${carrier.url.includes("?") ? "&" : "?"}${pair}`;
  };
}

export type Proof = Partial<Signer> & {
  readonly token?: (via: Via) => string | undefined | Promise<string>;
  readonly renew?: TokenProvider["renew"];
};

/** Any `Auth`, as an object. Throws a `TypeError` on one that is given and empty, as a variable that somebody forgot to set. */
export function proofOf(auth: Auth | undefined, isGiven: boolean): Proof {
  if (!auth && isGiven) throw new TypeError(`The token is ${JSON.stringify(auth)}: is the variable set?`);
  return typeof auth === "object" ? auth : { token: () => (typeof auth === "function" ? auth() : auth) };
}
