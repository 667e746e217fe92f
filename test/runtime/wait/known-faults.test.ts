/** What well-known libraries for long-running operations get wrong, each reproduced with them; none happens here. */
import { describe, expect, test } from "vitest";
import { poll, start } from "../../../src/index.ts";
import { accepted, done, given, jammed, printing } from "../given.ts";
import { print, startPrint } from "../printer.ts";
import type { Reply } from "../service.ts";
import { deaf, empty, json, reset } from "../service.ts";
import { watched } from "../watched.ts";

const params = { id: "p-1" };
const document = { body: { document: "plan" } };
const random = (): number => 0;

const asksFor = (seconds: number): Reply =>
  json({ state: "printing" }, 200, { "retry-after": String(seconds) });

/** Takes as long as it says, whenever it is asked. */
function endsAt(ms: number): Reply {
  return (request, clock) => (clock.passed < ms ? printing : done)(request, clock);
}

describe("Retry-After", () => {
  test("of the answer that accepts the job counts", async () => {
    const { client, service, clock, options } = given([
      json({ id: "p-1" }, 202, { "retry-after": "30" }),
      printing,
      done,
    ]);
    await clock.until((await start(client, startPrint, document, options)).result());
    expect(service.times).toEqual([0, 30_000, 32_000]);
  });

  test("of one answer counts once, and does not stick", async () => {
    const { client, service, clock, options } = given([asksFor(20), printing, printing, done]);
    await clock.until(poll(client, print, params, { ...options, random }).result());
    expect(service.times).toEqual([0, 20_000, 22_000, 24_000]);
  });

  test("of 3,000,000 seconds overflows no timer", async () => {
    const { client, service, clock, options } = given([asksFor(3_000_000), done]);
    await clock.until(poll(client, print, params, { ...options, random, timeout: 1e10 }).result());
    expect(service.times).toEqual([0, 3_600_000]);
  });
});

test.each<[string, Reply]>([
  ["503", empty(503)],
  ["reset connection", reset],
])("one %s is no failed job", async (_, trouble) => {
  const { client, service, clock, options } = given([printing, trouble, done]);
  expect(await clock.until(poll(client, print, params, options).result())).toMatchObject({ file: "f-1" });
  expect(service.times).toEqual([0, 2_000, 4_100]);
});

test("a wait that could not find out goes on from its ref, and from its handle's", async () => {
  const { client, clock, options } = given([empty(403), done]);
  const error = await clock.until(poll(client, print, params, options).result()).catch((reason) => reason);
  expect(await clock.until(poll(client, print, error.ref, options).result())).toMatchObject({ file: "f-1" });
});

test.each(["FailoverInProgress", "PartiallySucceeded", "NotFailed", "done_partially", "Done"])(
  "the status %s is what it is, and not what it contains",
  async (state) => {
    const { client, clock, options } = given([json({ state, file: "f-1" }), done]);
    const seen: string[] = [];
    const task = poll(client, print, params, {
      ...options,
      onUpdate: ({ state, status, unlisted }) => seen.push(`${state} ${status} ${unlisted}`),
    });
    await clock.until(task.result());
    expect(seen).toEqual([`pending ${state} true`, "succeeded done undefined"]);
  },
);

test("a status that nobody listed does not go on for ever, nor in a hot loop", async () => {
  const { client, service, clock, options } = given([json({ state: "rejected" })]);
  const task = poll(client, print, params, { clock: options.clock, random: options.random });
  await expect(clock.until(task.result())).rejects.toThrow(
    "printer/print did not end within 600000 ms (asked 32 times: 32 × rejected)",
  );
  expect(Math.min(...service.times.slice(1).map((at, index) => at - (service.times[index] ?? 0)))).toBe(
    1_000,
  );
});

test("after an abort, the same job can be waited for again", async () => {
  const { client, service, clock, options } = given([printing, done]);
  const { signal, abort } = watched();
  const task = poll(client, print, params, options);
  const ended = expect(task.result({ signal })).rejects.toThrow("enough");
  await clock.pass(500);
  abort(new Error("enough"));
  await ended;
  expect(await clock.until(task.result())).toMatchObject({ file: "f-1" });
  expect(service.times).toEqual([0, 2_000]);
});

test("the second caller's signal counts like the first's", async () => {
  const { client, clock, options } = given([printing, done]);
  const { signal, abort } = watched();
  const task = poll(client, print, params, options);
  const first = task.result();
  const second = expect(task.result({ signal })).rejects.toThrow("enough");
  await clock.pass(500);
  abort(new Error("enough"));
  await second;
  expect(await clock.until(first)).toMatchObject({ file: "f-1" });
});

test("a refused start is heard of where it is awaited, and nowhere else", async () => {
  const { client, options } = given([empty(400)]);
  const started = start(client, startPrint, document, options);
  await expect(started).rejects.toThrow("startPrint: HTTP 400");
});

test("a failing handler of updates does not fail the wait", async () => {
  const { client, clock, options } = given([printing, done]);
  const { error } = console;
  console.error = () => {};
  try {
    const onUpdate = (): never => {
      throw new Error("the display broke");
    };
    const result = poll(client, print, params, { ...options, onUpdate }).result();
    expect(await clock.until(result)).toMatchObject({ file: "f-1" });
  } finally {
    console.error = error;
  }
});

describe("the deadline", () => {
  test.each([120_000, 300_000])("of %i ms is used up to its last tenth of a second", async (timeout) => {
    const { client, service, clock, options } = given([printing]);
    const result = poll(client, print, params, {
      clock: options.clock,
      random: options.random,
      timeout,
    }).result();
    await expect(clock.until(result)).rejects.toThrow(`did not end within ${timeout} ms`);
    expect(service.times.at(-1)).toBe(timeout - 100);
  });

  test("no job that ends in time is reported late, wherever it ends", async () => {
    for (let end = 1_000; end < 300_000; end += 13_003) {
      const { client, clock, options } = given([endsAt(end)]);
      const { clock: time, random } = options;
      const result = poll(client, print, params, { clock: time, random, timeout: 300_000 }).result();
      expect(await clock.until(result)).toMatchObject({ file: "f-1" });
    }
  });

  test("ends a request that hangs, even one that cannot be aborted", async () => {
    const { client, clock, options } = given([deaf]);
    const result = poll(client, print, params, { ...options, timeout: 5_000 }).result();
    await expect(clock.until(result)).rejects.toThrow("did not end within 5000 ms");
    expect(clock.passed).toBe(5_000);
  });
});

test("an abort during a pause leaves no timer and sends no further request", async () => {
  const { client, service, clock, options } = given([printing]);
  const { signal, abort } = watched();
  const ended = expect(poll(client, print, params, { ...options, signal }).result()).rejects.toThrow(
    "enough",
  );
  await clock.pass(500);
  abort(new Error("enough"));
  await ended;
  expect(clock.open).toBe(0);
  await clock.pass(60_000);
  expect(service.times).toEqual([0]);
});

test.each([400, 401, 403])(
  "HTTP %i ends the wait at once instead of being retried until the deadline",
  async (status) => {
    const { client, service, clock, options } = given([empty(status)]);
    await expect(clock.until(poll(client, print, params, options).result())).rejects.toThrow(
      `getPrint: HTTP ${status}: answered with an empty body`,
    );
    expect(service.times).toEqual([0]);
  },
);

test("a job of 300 s is noticed within half a minute, in fewer than thirty requests", async () => {
  const { client, service, clock, options } = given([endsAt(300_000)]);
  await clock.until(
    poll(client, print, params, { clock: options.clock, random: options.random, timeout: 600_000 }).result(),
  );
  expect([Math.round(clock.passed), service.times.length]).toEqual([327_294, 24]);
});

test("a failed look, then another wait on the same handle: it goes on asking", async () => {
  const { client, service, clock, options } = given([empty(503), empty(503), done]);
  const task = poll(client, print, params, options);
  const { signal, abort } = watched();
  const ended = expect(task.result({ signal })).rejects.toThrow("enough");
  await clock.pass(500);
  abort(new Error("enough"));
  await ended;
  expect(await clock.until(task.result())).toMatchObject({ file: "f-1" });
  expect(service.times).toEqual([0, 2_100, 4_200]);
});

test("a job that has ended already is told at once, and so is one that failed", async () => {
  const one = given([done]);
  expect(await one.clock.until(poll(one.client, print, params, one.options).result())).toMatchObject({
    file: "f-1",
  });
  const other = given([jammed]);
  await expect(other.clock.until(poll(other.client, print, params, other.options).result())).rejects.toThrow(
    "printer/print failed with code E7: Paper jam in tray 2.",
  );
  expect([one.clock.passed, other.clock.passed]).toEqual([0, 0]);
});

test("a refused start leaves nothing to look at: no look is taken", async () => {
  const { client, service, clock, options } = given([json({ code: "E1", message: "No." }, 200), accepted]);
  await expect(start(client, startPrint, document, options)).rejects.toThrow(
    "startPrint: HTTP 200, code E1: No.",
  );
  await clock.pass(60_000);
  expect(service.log).toEqual(["0 POST /v1/prints"]);
});
