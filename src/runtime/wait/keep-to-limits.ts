import { coreOf } from "../call/client.ts";
import { rateLimiter } from "../call/rate-limiter.ts";
import type { Clock } from "../clock.ts";

/** Whoever waits for jobs keeps to the rate limits, unless the client has a limiter of its own, or wants none. */
export function keepToLimits(client: object, clock: Clock): void {
  const core = coreOf(client);
  core.limiter ??= rateLimiter(clock);
}
