/** A client of a scanner that nobody sells, with the budget that a test needs. */

import type { RateLimit, RateLimiter } from "openapi-jobs";
import type { Client, Operation } from "../../src/runtime/index.ts";
import { createClient, errorRules, operation } from "../../src/runtime/index.ts";

type ScannerClient = Client<"scanner", Record<never, never>>;

interface ScannerOptions {
  readonly rateLimit: RateLimiter;
  /** What the scanner answers a request with. */
  readonly answer: () => Response | Promise<Response>;
}

export function createScannerClient({ rateLimit, answer }: ScannerOptions): ScannerClient {
  return createClient(
    { rateLimit, fetch: async () => answer() },
    {
      name: "scanner",
      server: "https://scanner.test",
      errors: errorRules({ retryAfter: ["x-free-in-ms"] }),
    },
  );
}

export function scan(...limits: readonly RateLimit[]): Operation<ScannerClient, object, unknown> {
  return operation("scan", "GET", "/scan", "", { limits });
}
