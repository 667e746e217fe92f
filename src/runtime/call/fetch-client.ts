import type { Client as FetchClient, ClientOptions as FetchOptions } from "openapi-fetch";
import createFetchClient from "openapi-fetch";
import type { Client } from "./client.ts";
import { coreOf } from "./client.ts";

/**
 * The openapi-fetch client of the same API: `fetchClient(feishu).GET("/open-apis/…")`, for a call that no operation makes,
 * and for code that is written for openapi-fetch. It has the address, the headers and the token of `client`, and follows no
 * redirect either; but it judges no answer, renews no token and waits for no turn.
 */
export function fetchClient<Paths extends object>(
  client: Client<string, Paths>,
  options: Pick<FetchOptions, "bodySerializer" | "pathSerializer" | "querySerializer"> = {},
): FetchClient<Paths> {
  const { baseUrl, defaults, forward } = coreOf(client);
  return createFetchClient<Paths>({ ...defaults, ...options, baseUrl, redirect: "manual", fetch: forward });
}
