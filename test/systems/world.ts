import { expect, onTestFinished } from "vitest";
import { iamToken } from "../../src/huawei-iam.ts";
import type { PollOptions, TokenProvider } from "../../src/index.ts";
import type { Sandbox } from "../../src/sandbox/index.ts";
import { createSandbox } from "../../src/sandbox/index.ts";
import { PretendClock, settled } from "../runtime/pretend-clock.ts";
import { secrets } from "../secrets.ts";
import { leak } from "../setup/leak.ts";

export interface World {
  readonly sandbox: Sandbox;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly options: Required<Pick<PollOptions, "clock" | "random">>;
  /** Lets as much time go by as the promise needs. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** What was asked so far, as `operation, second`. */
  asked(): readonly string[];
}

/** The sandbox and the polling on one pretended clock. When the test is over, the sandbox must have kept to the specs. */
export function world(): World {
  const clock = new PretendClock();
  const begin = clock.now();
  const sandbox = createSandbox({ clock, jobs: { duration: 60_000 } });
  let underWay = 0;
  onTestFinished(() => {
    expect(leak([sandbox.requests, sandbox.violations], secrets)).toBeUndefined();
    expect({ violations: sandbox.violations, timers: clock.open, underWay }).toEqual({
      violations: [],
      timers: 0,
      underWay: 0,
    });
  });
  return {
    sandbox,
    options: { clock, random: () => 0.5 },
    async fetch(request) {
      underWay++;
      try {
        return await sandbox.fetch(request);
      } finally {
        underWay--;
      }
    },
    async until(promise) {
      let over = false;
      const end = (): void => {
        over = true;
      };
      promise.then(end, end);
      while (!over) {
        // a request that is under way takes no pretended time
        do for (let round = 0; round < 5; round++) await settled();
        while (underWay > 0);
        if (!over) await clock.next();
      }
      return promise;
    },
    asked: () =>
      sandbox.requests.map(({ operation, time }) => `${operation}, ${Math.round((time - begin) / 1000)} s`),
  };
}

export function huaweiToken({ sandbox }: Pick<World, "sandbox">): TokenProvider {
  const { user, password, domain, project } = sandbox.credentials.huawei;
  return iamToken({ user, password, domain, project });
}

/** Reads a file to its end. */
export async function sizeOf(body: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of body) size += chunk.byteLength;
  return size;
}
