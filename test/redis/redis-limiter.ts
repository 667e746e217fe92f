import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { RateLimiter } from "openapi-jobs";

/** What it needs of a client. */
interface Redis {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** One budget for all processes that call for the same account. */
export function redisLimiter(redis: Redis, account: string): RateLimiter {
  const queues = new Map<string, Promise<unknown>>();
  const key = (name: string): string => `{${account}}:${name}`; // the braces keep them together in a cluster
  return {
    async turn(operation, limits, signal) {
      signal?.throwIfAborted();
      const [api] = operation.split("/");
      const budgets = limits.map(({ requests, per, bucket }) =>
        key(`${bucket ? `${api}/${bucket}` : operation} ${requests} ${per}`),
      );
      const place = {
        keys: [key(`${operation} paused`), ...budgets],
        // a moment more than the window, since some requests take longer to arrive than others
        arguments: [randomUUID(), ...limits.flatMap(({ requests, per }) => [`${requests}`, `${per * 1.01}`])],
      };
      const before = queues.get(operation);
      const taken = (async () => {
        await before; // of this process, only the first in the queue asks Redis
        for (;;) {
          signal?.throwIfAborted();
          const wait = Number(await redis.eval(TAKE, place));
          if (wait === 0) break;
          await setTimeout(wait, undefined, { signal });
        }
        if (signal?.aborted) await redis.eval(GIVE_BACK, place);
      })();
      queues.set(
        operation,
        taken.catch(() => {}),
      );
      await new Promise<void>((resolve, reject) => {
        const abort = (): void => reject(signal?.reason);
        signal?.addEventListener("abort", abort);
        taken.then(resolve, reject).finally(() => signal?.removeEventListener("abort", abort));
      });
    },
    pause(operation, ms) {
      const atMostAnHour = `${Math.ceil(Math.min(ms, 3_600_000))}`;
      // should Redis be away, the next 429 will tell again
      redis.eval(PAUSE, { keys: [key(`${operation} paused`)], arguments: [atMostAnHour] }).catch(() => {});
    },
  };
}

/** Takes a place in each window, or in none and says for how many milliseconds to wait. By Redis's own clock. */
const TAKE = `
local time = redis.call("TIME")
local now, wait = time[1] * 1000 + time[2] / 1000, redis.call("PTTL", KEYS[1])
for i = 2, #KEYS do
  local requests, per = ARGV[2 * i - 2], ARGV[2 * i - 1]
  local oldest = redis.call("ZRANGE", KEYS[i], -requests, -requests, "WITHSCORES")[2]
  if oldest then wait = math.max(wait, oldest + per - now) end
end
if wait > 0 then return math.ceil(wait) end
for i = 2, #KEYS do
  local per = ARGV[2 * i - 1]
  redis.call("ZREMRANGEBYSCORE", KEYS[i], "-inf", now - per)
  redis.call("ZADD", KEYS[i], now, ARGV[1])
  redis.call("PEXPIRE", KEYS[i], math.ceil(per))
end
return 0`;

const GIVE_BACK = 'for i = 2, #KEYS do redis.call("ZREM", KEYS[i], ARGV[1]) end';

/** Never makes a pause shorter. */
const PAUSE = `
if redis.call("PTTL", KEYS[1]) < tonumber(ARGV[1]) then redis.call("SET", KEYS[1], "", "PX", ARGV[1]) end`;
