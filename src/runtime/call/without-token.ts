import type { ClientOptions } from "./client.ts";

/**
 * The options of a client whose specification declares no token. Throws a `TypeError` where `auth` has one all the same: it would
 * be sent nowhere. A signer needs no place.
 */
export function withoutToken<O extends ClientOptions>(options: O): O {
  if (options.auth && !("sign" in Object(options.auth)))
    throw new TypeError(
      "The specification declares no token, so auth would be sent nowhere. Send it with headers, or declare it and generate the client anew: docs/problems/no-security.md of openapi-jobs.",
    );
  return options;
}
