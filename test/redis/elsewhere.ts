/**
 * Another process with a limiter of its own. Says that it is ready, scans at a word as often as it is told, and tells of each
 * request that it sends.
 */
import { once } from "node:events";
import { createClient } from "@redis/client";
import { redisLimiter } from "./redis-limiter.ts";
import { createScannerClient, scan } from "./scanner.ts";

const [url = "", account = "", times, requests, per] = process.argv.slice(2);
const redis = await createClient({ url }).connect();
const scanner = createScannerClient({
  rateLimit: redisLimiter(redis, account),
  answer() {
    process.send?.("request");
    return Response.json({});
  },
});
const scanOnce = scan({ requests: Number(requests), per: Number(per) });

process.send?.("ready");
await once(process, "message");
await Promise.all(Array.from({ length: Number(times) }, () => scanOnce(scanner, {})));
await redis.close();
process.disconnect?.();
