import type { Client as FetchClient, ClientOptions as FetchOptions } from "openapi-fetch";
import createFetchClient from "openapi-fetch";
import type { Client } from "./client.ts";
import { coreOf } from "./client.ts";
import { severalSteps } from "./several-steps.ts";

/**
 * An openapi-fetch client of the same API: `fetchClient(feishu).GET("/open-apis/…")`, for a call that no operation makes, for
 * answers in another media type, and for code that is written for openapi-fetch. It has the address, the headers, the token
 * and the `fetch` of `client`, and follows no redirect either; but it judges no answer, renews no token and waits for no turn,
 * and its middleware sees no operation and no job. Each call makes a new one. A `baseUrl` of a single call gets the token, too.
 */
export function fetchClient<Paths extends object>(
  client: Client<string, Paths>,
  options: Pick<FetchOptions, "bodySerializer" | "pathSerializer" | "querySerializer"> = {},
): FetchClient<Paths> {
  const { defaults, proof, place, via } = coreOf(client);
  return createFetchClient<Paths>({
    ...defaults,
    pathSerializer: severalSteps,
    ...options,
    baseUrl: via.baseUrl,
    redirect: "manual",
    async fetch(given) {
      // a call, or a middleware, may have asked for another request than that
      const request = given.redirect === "follow" ? new Request(given, { redirect: "manual" }) : given;
      if (proof.sign) return via.fetch(await proof.sign(request));
      const { url, headers } = request;
      const carrier = { url, headers };
      const token = await proof.token?.(via);
      if (token !== undefined) place?.(carrier, token);
      return via.fetch(carrier.url === url ? request : new Request(carrier.url, request));
    },
  });
}
