import type { HeadersOptions } from "openapi-fetch";
import { createQuerySerializer, defaultPathSerializer, mergeHeaders } from "openapi-fetch";
import type { Arranged } from "./arrange.ts";
import type { Call } from "./call.ts";

/** What every request of a client has. */
export interface Defaults extends Omit<RequestInit, "body" | "headers" | "method" | "redirect" | "signal"> {
  readonly headers?: HeadersOptions;
}

/** The request of a call, its address and headers written by openapi-fetch. Redirects would carry the token along. */
export function requestOf(
  { method, path }: Call,
  { params, body, headers, querySerializer, bodySerializer = JSON.stringify }: Arranged,
  baseUrl: string,
  defaults: Defaults,
  signal: AbortSignal | undefined,
): Request {
  const query = (querySerializer ?? createQuerySerializer())(params.query);
  return new Request(baseUrl + defaultPathSerializer(path, params.path ?? {}) + (query && `?${query}`), {
    ...defaults,
    method,
    redirect: "manual",
    signal: signal ?? null,
    // whoever wrote a body knows what it is; what writes it has said so
    body: body === undefined ? null : (bodySerializer(body) as BodyInit),
    headers: mergeHeaders(
      body === undefined ? {} : { "content-type": "application/json" },
      defaults.headers,
      headers,
      // it makes text of any value
      params.header as HeadersOptions,
    ),
  });
}
