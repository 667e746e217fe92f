import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Via } from "../../../src/runtime/call/auth.ts";
import type { FreshToken } from "../../../src/runtime/call/keep-token.ts";
import { keepToken } from "../../../src/runtime/call/keep-token.ts";

const via: Via = { baseUrl: "https://printer.test", fetch: () => Promise.reject(new Error("unused")) };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Gives `t-1`, `t-2` and so on, each valid for as long as the next of the lifetimes says; the last one goes on. */
function counted(...lifetimes: readonly number[]): { ask: () => Promise<FreshToken>; times: number[] } {
  const times: number[] = [];
  const ask = async (): Promise<FreshToken> => {
    const lifetime = lifetimes[times.length] ?? lifetimes.at(-1) ?? 0;
    times.push(Date.now());
    return { token: `t-${times.length}`, lifetime };
  };
  return { ask, times };
}

test("a hundred calls wait for one token, which is asked for once", async () => {
  const { ask, times } = counted(7_200_000);
  const { token } = keepToken(ask);
  const given = await Promise.all(Array.from({ length: 100 }, () => token(via)));
  expect(new Set(given)).toEqual(new Set(["t-1"]));
  expect(times).toEqual([0]);
});

test.each([
  ["three minutes before it expires", 7_200_000, undefined, 7_020_000],
  ["as long before as the margin says", 7_200_000, 1_000, 7_199_000],
  ["half of its life before, when that is short", 60_000, undefined, 30_000],
])("a token is kept until %s", async (_, lifetime, margin, until) => {
  const { ask, times } = counted(lifetime);
  const { token } = keepToken(ask, margin);
  const given: string[] = [];
  for (const now of [0, until - 1, until, until + 1]) {
    vi.setSystemTime(now);
    given.push(await token(via));
  }
  expect(given).toEqual(["t-1", "t-1", "t-2", "t-2"]);
  expect(times).toEqual([0, until]);
});

test("a hundred calls that find the token expired ask for one", async () => {
  const { ask, times } = counted(7_200_000);
  const { token } = keepToken(ask);
  await token(via);
  vi.setSystemTime(7_200_000);
  const given = await Promise.all(Array.from({ length: 100 }, () => token(via)));
  expect(new Set(given)).toEqual(new Set(["t-2"]));
  expect(times).toEqual([0, 7_200_000]);
});

test("a hundred calls that find one token dead renew it once", async () => {
  const { ask, times } = counted(7_200_000);
  const { token, renew } = keepToken(ask);
  await token(via);
  const given = await Promise.all(Array.from({ length: 100 }, () => renew?.("t-1", via)));
  expect(new Set(given)).toEqual(new Set(["t-2"]));
  expect(times).toHaveLength(2);
});

test("a token that somebody else has renewed meanwhile is not renewed again", async () => {
  const { ask, times } = counted(7_200_000);
  const { token, renew } = keepToken(ask);
  await token(via);
  await renew?.("t-1", via);
  expect(await renew?.("t-1", via)).toBe("t-2");
  expect(times).toHaveLength(2);
});

test("a token that dies before one was kept is simply asked for", async () => {
  const { ask } = counted(7_200_000);
  expect(await keepToken(ask).renew?.("from elsewhere", via)).toBe("t-1");
});

describe("a failure", () => {
  test("reaches all who wait for the token, and is not kept", async () => {
    let calls = 0;
    const { token } = keepToken(async () => {
      if (++calls === 1) throw new Error("down");
      return { token: "t-1", lifetime: 60_000 };
    });
    const given = await Promise.allSettled([token(via), token(via), token(via)]);
    expect(given.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await token(via)).toBe("t-1");
    expect(calls).toBe(2);
  });

  test("of a renewal reaches those who renew, and the next call asks anew", async () => {
    let calls = 0;
    const { token, renew } = keepToken(async () => {
      if (++calls === 2) throw new Error("down");
      return { token: `t-${calls}`, lifetime: 60_000 };
    });
    await token(via);
    await expect(renew?.("t-1", via)).rejects.toThrow("down");
    expect(await token(via)).toBe("t-3");
  });

  test.each([[undefined], [""]])(
    "to give one, as where a refusal was read for an answer, is one too: %j",
    async (nothing) => {
      let calls = 0;
      // what a refusal has not got is `undefined`, whatever the types say, and so is its lifetime
      const none = { token: nothing as string, lifetime: Number.NaN };
      const { token } = keepToken(async () => (++calls === 1 ? none : { token: "t-1", lifetime: 60_000 }));
      await expect(token(via)).rejects.toThrow(new TypeError("token: the answer gives none"));
      expect(await token(via)).toBe("t-1");
    },
  );

  test("that is thrown rather than rejected with is one too", async () => {
    const { token } = keepToken(() => {
      throw new Error("no credentials");
    });
    await expect(token(via)).rejects.toThrow("no credentials");
    await expect(token(via)).rejects.toThrow("no credentials");
  });
});

test.each([[0], [-5_000], [1]])(
  "a token that lives for %d ms is used once, and nobody asks in a circle",
  async (lifetime) => {
    const { ask, times } = counted(lifetime);
    const { token } = keepToken(ask);
    expect(await token(via)).toBe("t-1");
    vi.setSystemTime(10);
    expect(await token(via)).toBe("t-2");
    expect(times).toEqual([0, 10]);
  },
);

test.each([[0], [-5_000], [Number.NaN]])(
  "a hundred calls that wait for a token that lives for %d ms share it, for it is as fresh as can be",
  async (lifetime) => {
    const { ask, times } = counted(lifetime);
    const { token } = keepToken(ask);
    const given = await Promise.all(Array.from({ length: 100 }, () => token(via)));
    expect(new Set(given)).toEqual(new Set(["t-1"]));
    expect(times).toEqual([0]);
  },
);

test("a call that finds a token dead waits for one that is under way", async () => {
  const { ask, times } = counted(60_000);
  const { token, renew } = keepToken(ask);
  await token(via);
  vi.setSystemTime(60_000);
  expect(await Promise.all([token(via), renew?.("t-1", via), token(via)])).toEqual(["t-2", "t-2", "t-2"]);
  expect(times).toEqual([0, 60_000]);
});

test("a token of which nobody knows how long it lives is kept until the service refuses it", async () => {
  const { ask, times } = counted(Number.NaN);
  const { token, renew } = keepToken(ask);
  expect(await token(via)).toBe("t-1");
  vi.setSystemTime(1e9);
  expect(await token(via)).toBe("t-1");
  expect(await renew?.("t-1", via)).toBe("t-2");
  expect(times).toEqual([0, 1e9]);
});

test("the provider hands on how to reach the service", async () => {
  const asked: Via[] = [];
  const { token, renew } = keepToken(async (how) => {
    asked.push(how);
    return { token: "t", lifetime: 60_000 };
  });
  await token(via);
  await renew?.("t", via);
  expect(asked).toEqual([via, via]);
});

test("a request for a token that hangs is given up after half a minute, and the next call asks anew", async () => {
  vi.useFakeTimers({ now: 0 });
  const answers = [new Promise<FreshToken>(() => {}), Promise.resolve({ token: "t-2", lifetime: 60_000 })];
  const { token } = keepToken(() => answers.shift() ?? Promise.reject(new Error("asked too often")));
  const first = expect(token(via)).rejects.toThrow("token: no answer within 30000 ms");
  await vi.advanceTimersByTimeAsync(30_000);
  await first;
  expect(await token(via)).toBe("t-2");
  expect(vi.getTimerCount()).toBe(0);
});
