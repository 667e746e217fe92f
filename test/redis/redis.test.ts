import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { isInstalledIn } from "../../scripts/install.ts";
import { redisLimiter } from "./redis-limiter.ts";
import type { RedisServer } from "./redis-server.ts";
import { redisIsInstalled, startRedis } from "./redis-server.ts";
import { createScannerClient, scan } from "./scanner.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const hasPackages = isInstalledIn(fileURLToPath(new URL(".", import.meta.url)));
const missing = [
  ...(hasPackages ? [] : ["the Redis client could not be installed into test/redis"]),
  ...(redisIsInstalled()
    ? []
    : ["redis-server is not installed (Debian, Ubuntu: apt-get install redis-server)"]),
];
if (missing.length > 0)
  process.stderr.write(`Skipped the tests with a real Redis: ${missing.join(", and ")}.\n`);

/** By `require`, because vitest looks for what is imported even where nothing needs it. */
async function connectTo(url: string) {
  const redis: typeof import("@redis/client") = createRequire(import.meta.url)("@redis/client");
  return redis.createClient({ url }).connect();
}

test.each(["redis-limiter.ts", "shared-budget.ts"])("docs/rate-limits.md shows %s as it is", (name) => {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  const page = readFileSync(`${root}docs/rate-limits.md`, "utf8");
  expect(page).toContain(`<!-- test/redis/${name} -->\n\`\`\`ts\n${text}\`\`\``);
});

test.runIf(hasPackages)(
  "all of it compiles against the Redis client's own types",
  async () => {
    const tsc = [`${root}node_modules/typescript/bin/tsc`, "-p", "test/redis"];
    const failed = promisify(execFile)(process.execPath, tsc, { cwd: root }).then(
      () => "",
      ({ stdout }) => stdout,
    );
    expect(await failed).toBe("");
  },
  120_000,
);

test.runIf(process.env.CI)("CI has a Redis to try it with", () => {
  expect(missing).toEqual([]);
});

describe.runIf(missing.length === 0)("with a real Redis", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.stop());

  async function connect() {
    const redis = await connectTo(server.url);
    onTestFinished(() => redis.close());
    return redis;
  }

  /** How many places are taken in each window. */
  async function places(accounts: string): Promise<Readonly<Record<string, number>>> {
    const redis = await connect();
    const keys = await redis.keys(`{${accounts}}:*`);
    return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await redis.zCard(key)])));
  }

  test("clients with limiters of their own, one in another process, keep one budget together", async () => {
    const budget = { requests: 20, per: 300 };
    const arrived: number[] = [];
    const taken: number[] = [];
    const arrive = (): Response => {
      arrived.push(performance.now());
      return Response.json({});
    };
    const monitor = await connectTo(server.url);
    onTestFinished(() => monitor.destroy());
    await monitor.monitor((line) => {
      const at = /lua\] "ZADD" "\{together\}:scanner\/scan 20 300" "([\d.]+)"/.exec(String(line))?.[1];
      if (at) taken.push(Number(at));
    });

    const elsewhere = fork(
      fileURLToPath(new URL("elsewhere.ts", import.meta.url)),
      [server.url, "together", 30, budget.requests, budget.per].map(String),
      { cwd: root, execArgv: ["--import", "tsx"] },
    );
    onTestFinished(() => void elsewhere.kill());
    const left = once(elsewhere, "exit");
    await once(elsewhere, "message");
    elsewhere.on("message", arrive);
    const scanners = [await connect(), await connect()].map((redis) =>
      createScannerClient({ rateLimit: redisLimiter(redis, "together"), answer: arrive }),
    );
    elsewhere.send("go");
    await Promise.all(
      scanners.flatMap((scanner) => Array.from({ length: 30 }, () => scan(budget)(scanner, {}))),
    );
    expect(await left).toEqual([0, null]);

    await vi.waitFor(() => expect([arrived.length, taken.length]).toEqual([90, 90]));
    expect(mostWithin(300, taken)).toBe(20);
    // which leaves each request half a window to arrive in
    expect(mostWithin(150, arrived)).toBeLessThanOrEqual(20);
  });

  test("those of one process go in the order of asking, even when there is room before the first looks again", async () => {
    const redis = await connect();
    const limiter = redisLimiter(redis, "in order");
    const went: string[] = [];
    const ask = async (who: string): Promise<void> => {
      await limiter.turn("scanner/scan", [{ requests: 1, per: 200 }], undefined);
      went.push(who);
    };
    await ask("a");
    const waits = [ask("b"), ask("c")];
    await redis.ping();
    await redis.del("{in order}:scanner/scan 1 200");
    await Promise.all([...waits, ask("d")]);
    expect(went).toEqual(["a", "b", "c", "d"]);
  });

  test("of several budgets each counts, operations that share a bucket share it, and accounts share nothing", async () => {
    const redis = await connect();
    const limiter = redisLimiter(redis, "one");
    const limits = [
      { requests: 5, per: 60_000 },
      { requests: 9, per: 600_000, bucket: "all" },
    ];
    await limiter.turn("scanner/scan", limits, undefined);
    await limiter.turn("scanner/scan", limits, undefined);
    await limiter.turn("scanner/copy", limits, undefined);
    await redisLimiter(redis, "one more").turn("scanner/scan", limits, undefined);
    expect(await places("one*")).toEqual({
      "{one}:scanner/scan 5 60000": 2,
      "{one}:scanner/copy 5 60000": 1,
      "{one}:scanner/all 9 600000": 3,
      "{one more}:scanner/scan 5 60000": 1,
      "{one more}:scanner/all 9 600000": 1,
    });
  });

  test("a 429 that one client sees holds back the other until the service wants requests again", async () => {
    const [one, other] = [await connect(), await connect()];
    const paused = "{paused}:scanner/scan paused";
    const refused = createScannerClient({
      rateLimit: redisLimiter(one, "paused"),
      answer: () => new Response(null, { status: 429, headers: { "x-free-in-ms": "1500" } }),
    });
    const arrivedDuringPause: boolean[] = [];
    const heldBack = createScannerClient({
      rateLimit: redisLimiter(other, "paused"),
      async answer() {
        arrivedDuringPause.push((await one.exists(paused)) === 1);
        return Response.json({});
      },
    });
    await expect(scan()(refused, {})).rejects.toThrow("HTTP 429");
    expect(await one.exists(paused)).toBe(1);
    await scan()(heldBack, {});
    expect(arrivedDuringPause).toEqual([false]);
  });

  test("a pause is never longer than an hour, and never made shorter by another one", async () => {
    const redis = await connect();
    const limiter = redisLimiter(redis, "long");
    limiter.pause("scanner/scan", Number.POSITIVE_INFINITY);
    limiter.pause("scanner/scan", 10);
    const left = await redis.pTTL("{long}:scanner/scan paused");
    expect(left).toBeGreaterThan(3_000_000);
    expect(left).toBeLessThanOrEqual(3_600_000);
  });

  describe("who aborts", () => {
    const oneAnHour = [{ requests: 1, per: 3_600_000 }];
    const key = (account: string): string => `{${account}}:scanner/scan 1 3600000`;

    test("before asking, or in the queue, is let go at once with the reason and takes nothing", async () => {
      const redis = await connect();
      const scripts = vi.spyOn(redis, "eval");
      const limiter = redisLimiter(redis, "queue");
      await limiter.turn("scanner/scan", oneAnHour, undefined);
      const [first, second] = [new AbortController(), new AbortController()];
      const left = Promise.allSettled([
        limiter.turn("scanner/scan", oneAnHour, first.signal),
        limiter.turn("scanner/scan", oneAnHour, second.signal),
      ]);
      await redis.ping();
      const never = limiter.turn("scanner/scan", oneAnHour, AbortSignal.abort("never mind"));
      await expect(never).rejects.toBe("never mind");
      second.abort("later");
      first.abort("enough");
      expect(await left).toEqual(["enough", "later"].map((reason) => ({ status: "rejected", reason })));
      await redis.ping();
      expect(scripts).toHaveBeenCalledTimes(2); // by who went, and by the first in the queue
      expect(await redis.zCard(key("queue"))).toBe(1);
    });

    test("while Redis is being asked gives the place back, and the next one has it", async () => {
      const redis = await connect();
      const limiter = redisLimiter(redis, "under way");
      const aborting = new AbortController();
      const asked = limiter.turn("scanner/scan", oneAnHour, aborting.signal);
      // the script is sent in the next step of the queue
      await Promise.resolve();
      aborting.abort("enough");
      await expect(asked).rejects.toBe("enough");
      await limiter.turn("scanner/scan", oneAnHour, AbortSignal.timeout(20_000));
      expect(await redis.zCard(key("under way"))).toBe(1);
    });
  });

  test("the example exports a document, and counts what it sends", async () => {
    vi.stubEnv("REDIS_URL", server.url);
    onTestFinished(() => void vi.unstubAllEnvs());
    const log = vi.spyOn(console, "log").mockReturnValue();
    await import("./shared-budget.ts");
    expect(log.mock.calls).toEqual([["docName"]]);
    expect(await places("cli_*")).toEqual({
      "{cli_sandbox0000000001}:feishu/createExportTask 100 60000": 1,
      "{cli_sandbox0000000001}:feishu/getExportTask 100 60000": 1,
    });
  });
});

/** The most moments in any window of so many milliseconds. */
function mostWithin(ms: number, moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + ms).length));
}
