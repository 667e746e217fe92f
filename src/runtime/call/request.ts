import type { HeadersOptions } from "openapi-fetch";
import { createQuerySerializer, defaultPathSerializer, mergeHeaders } from "openapi-fetch";
import type { Arranged } from "./arrange.ts";
import type { Carrier } from "./auth.ts";
import type { Call } from "./call.ts";

/** What every request of a client has. */
export interface Defaults extends Omit<RequestInit, "body" | "headers" | "method" | "redirect" | "signal"> {
  /** Sent with each request; below those that a call has of its own. `null` takes one away. */
  readonly headers?: Exclude<HeadersOptions, readonly unknown[]>;
}

/** All that `fetch` needs to know of a request: it passes over the `url` here, and makes a `Request` of its own. */
export interface Draft extends Carrier, RequestInit {
  readonly headers: Headers;
}

/** The request of a call, its address and headers written by openapi-fetch. Redirects would carry the token along. */
export function draftOf(
  { method, path, pathSerializer = defaultPathSerializer, querySerializer = createQuerySerializer() }: Call,
  { params, body, mediaType, write = JSON.stringify }: Arranged,
  baseUrl: string,
  defaults: Defaults,
  signal: AbortSignal | undefined,
): Draft {
  const query = querySerializer(params.query);
  return {
    ...defaults,
    url: baseUrl + pathSerializer(path, params.path ?? {}) + (query && `?${query}`),
    method,
    redirect: "manual",
    signal: signal ?? null,
    // whoever wrote a body knows what it is; what writes it has said so
    body: body === undefined ? null : (write(body) as BodyInit),
    headers: mergeHeaders(
      { "content-type": body === undefined ? undefined : "application/json" },
      defaults.headers,
      { "content-type": mediaType },
      // it makes text of any value
      params.header as HeadersOptions,
    ),
  };
}
