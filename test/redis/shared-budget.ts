import { createClient } from "@redis/client";
import { start } from "openapi-jobs";
import { createExportTask, createFeishuClient, tenantAccessToken } from "openapi-jobs/feishu";
import { createSandbox } from "openapi-jobs/sandbox";
import { redisLimiter } from "./redis-limiter.ts";

const sandbox = createSandbox({ jobs: { duration: 0 } });
const { appId, appSecret } = sandbox.credentials.feishu;
const redis = createClient({ url: process.env.REDIS_URL ?? "redis://localhost:6379" });
redis.on("error", (error) => console.error(error)); // it connects again by itself
await redis.connect();

const feishu = createFeishuClient({
  auth: tenantAccessToken({ appId, appSecret }),
  fetch: sandbox.fetch,
  rateLimit: redisLimiter(redis, appId),
});
const task = await start(feishu, createExportTask, {
  body: { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" },
});
console.log((await task.result()).file_name);
await redis.close();
