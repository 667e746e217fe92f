import { describe, expect, test } from "vitest";
import { ApiError, start } from "../../../src/index.ts";
import { accepted, done, given, printing } from "../given.ts";
import { NOON } from "../pretend-clock.ts";
import { startPrint } from "../printer.ts";
import type { Reply } from "../service.ts";
import { deaf, empty, hung, json, reset, slow, text } from "../service.ts";
import { watched } from "../watched.ts";

const plan = { body: { document: "plan" } };
const busy = json({ code: "BUSY", message: "Try again." }, 409);

describe("start resolves when the service has accepted the job", () => {
  test("with a handle, and what the service answered; nobody asks for the job yet", async () => {
    const { client, service, clock, options } = given([json({ id: "p-1", queue: 3 }, 202)]);
    const task = await start(client, startPrint, plan, options);
    expect(task.accepted).toEqual({ id: "p-1", queue: 3 });
    expect(task.ref).toEqual({
      job: "printer/print",
      params: { id: "p-1" },
      startedAt: "2026-01-01T12:00:00.000Z",
    });
    expect(task.last).toBe(undefined);
    await clock.pass(3_600_000);
    expect(service.log).toEqual(["0 POST /v1/prints"]);
    expect(service.sent[0]?.body).toBe('{"document":"plan"}');
  });

  test("and the job counts as started when the answer was there", async () => {
    const { client, clock, options } = given([slow(1_500, accepted)]);
    const task = await clock.until(start(client, startPrint, plan, options));
    expect(task.ref.startedAt).toBe(new Date(NOON + 1_500).toISOString());
  });

  test("the first look comes after the specification's delay, then every interval", async () => {
    const { client, service, clock, options } = given([accepted, printing, printing, done]);
    const task = await start(client, startPrint, plan, options);
    expect(await clock.until(task.result())).toEqual({ state: "done", file: "f-1" });
    expect(service.log).toEqual([
      "0 POST /v1/prints",
      "1000 GET /v1/prints/p-1",
      "3000 GET /v1/prints/p-1",
      "5000 GET /v1/prints/p-1",
    ]);
  });

  test("an accepted start may itself ask for a later first look", async () => {
    const { client, service, clock, options } = given([
      json({ id: "p-1" }, 202, { "retry-after": "30" }),
      printing,
      done,
    ]);
    const task = await start(client, startPrint, plan, options);
    await clock.until(task.result());
    expect(service.times).toEqual([0, 30_000, 32_000]);
  });
});

describe("start rejects when the service has not accepted the job", () => {
  test.each<[string, Reply, string]>([
    [
      "a refusal",
      json({ code: "E1", message: "No such document." }, 404),
      "HTTP 404, code E1: No such document.",
    ],
    [
      "a refusal in a 200",
      json({ code: "E1", message: "No such document." }),
      "HTTP 200, code E1: No such document.",
    ],
    ["a refusal without words", empty(403), "HTTP 403: answered with an empty body"],
    [
      "trouble, since the job may run",
      text("<h1>Bad Gateway</h1>", 502),
      "HTTP 502: answered with text/html: <h1>Bad Gateway</h1>",
    ],
    ["a timeout of its own, since the job may run", empty(408), "HTTP 408: answered with an empty body"],
  ])("%s is final", async (_, reply, message) => {
    const { client, service, options } = given([reply]);
    const error = await start(client, startPrint, plan, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toHaveProperty("message", `startPrint: ${message}`);
    expect(service.times).toEqual([0]);
  });

  test.each<[string, Reply, string]>([
    [
      "no id",
      json({}, 202),
      "HTTP 202: accepted, but the link to the job finds no id in the answer: application/json: {}",
    ],
    [
      "an empty id",
      json({ id: "" }, 202),
      'HTTP 202: accepted, but the link to the job finds no id in the answer: application/json: {"id":""}',
    ],
    [
      "no body",
      empty(202),
      "HTTP 202: accepted, but the link to the job finds no id in the answer: an empty body",
    ],
    ["a page", text("<h1>Log in</h1>"), "HTTP 200: expected JSON, got text/html: <h1>Log in</h1>"],
  ])("accepted with %s is an ApiError that says so", async (_, reply, message) => {
    const { client, options } = given([reply]);
    const error = await start(client, startPrint, plan, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toHaveProperty("message", `startPrint: ${message}`);
  });

  test("no answer at all is final, since the job may run", async () => {
    const { client, service, options } = given([reset]);
    await expect(start(client, startPrint, plan, options)).rejects.toThrow(new TypeError("fetch failed"));
    expect(service.times).toEqual([0]);
  });

  test.each([
    ["hangs", hung],
    ["hangs and does not even notice that it is given up", deaf],
  ])("a request that %s is given up after the request timeout, and not repeated", async (_, reply) => {
    const { client, service, clock, options } = given([reply]);
    const started = start(client, startPrint, plan, { ...options, requestTimeout: 4_000 });
    await expect(clock.until(started)).rejects.toThrow(
      expect.objectContaining({
        name: "TimeoutError",
        message: "startPrint, which may have been carried out: no answer within 4000 ms",
      }),
    );
    expect([clock.passed, service.times]).toEqual([4_000, [0]]);
  });

  test("parameters that cannot be sent are refused before anything is sent", async () => {
    const { client, service, options } = given([accepted]);
    // @ts-expect-error there is no such parameter
    const started = start(client, startPrint, { ...plan, tray: 2 }, options);
    await expect(started).rejects.toThrow(new TypeError("startPrint has no parameter tray, only {}."));
    await expect(start(client, startPrint, plan, { ...options, timeout: -1 })).rejects.toThrow(
      new TypeError("timeout must be a number of milliseconds, 0 or more, not -1."),
    );
    expect(service.sent).toEqual([]);
  });
});

describe("start is repeated by itself only when the service says that it did nothing", () => {
  test.each<[string, Reply]>([
    ["429", empty(429)],
    ["a retry code", busy],
    ["a retry code in a 200", json({ code: "BUSY" })],
  ])("%s: after longer and longer pauses, with the whole body", async (_, reply) => {
    const { client, service, clock, options } = given([reply, reply, reply, accepted]);
    await clock.until(start(client, startPrint, plan, { ...options, interval: 0 }));
    expect(service.times).toEqual([0, 750, 2_250, 5_250]);
    expect(new Set(service.sent.map(({ body }) => body))).toEqual(new Set(['{"document":"plan"}']));
  });

  test.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "x-free-in-ms": "9000" }, 9_000],
    [{ "retry-after": "0" }, 1_000],
  ])("not before the service wants it: %j", async (headers, second) => {
    const { client, service, clock, options } = given([json({ code: "BUSY" }, 409, headers), accepted]);
    const random = (): number => 0;
    await clock.until(start(client, startPrint, plan, { ...options, interval: 1_000, random }));
    expect(service.times).toEqual([0, second]);
  });

  test("five times at most; then the refusal is final", async () => {
    const { client, service, clock, options } = given([busy]);
    const started = start(client, startPrint, plan, { ...options, interval: 0 });
    await expect(clock.until(started)).rejects.toThrow("startPrint: HTTP 409, code BUSY: Try again.");
    expect(service.times).toEqual([0, 750, 2_250, 5_250, 11_250]);
  });

  test("and not when it wants the next try after the time is up", async () => {
    const { client, service, clock, options } = given([empty(429, { "retry-after": "120" }), accepted]);
    const started = start(client, startPrint, plan, { ...options, timeout: 60_000 });
    await expect(clock.until(started)).rejects.toMatchObject({ status: 429, retryAfter: 120_000 });
    expect(service.times).toEqual([0]);
  });

  test("a timeout of 0 waits for nothing but the start, which has the time of one request, and one look", async () => {
    const { client, service, clock, options } = given([slow(2_000, accepted), slow(1_000, printing)]);
    const task = await clock.until(start(client, startPrint, plan, { ...options, timeout: 0 }));
    await expect(clock.until(task.result())).rejects.toThrow(
      "printer/print did not end within 0 ms (asked 1 time: 1 × printing)",
    );
    expect([clock.passed, service.log]).toEqual([3_000, ["0 POST /v1/prints", "2000 GET /v1/prints/p-1"]]);
  });

  test("and does not repeat a start that was refused", async () => {
    const { client, service, clock, options } = given([busy, accepted]);
    const started = start(client, startPrint, plan, { ...options, timeout: 0 });
    await expect(clock.until(started)).rejects.toThrow("startPrint: HTTP 409, code BUSY: Try again.");
    expect(service.times).toEqual([0]);
  });

  test("the deadline of the wait begins when the job was accepted", async () => {
    const { client, service, clock, options } = given([busy, accepted, printing]);
    const task = await clock.until(
      start(client, startPrint, plan, { ...options, interval: 1_000, timeout: 3_000, random: () => 0 }),
    );
    await expect(clock.until(task.result())).rejects.toThrow("printer/print did not end within 3000 ms");
    expect(service.times).toEqual([0, 1_000, 2_000, 3_000, 3_900]);
  });
});

describe("a signal given to start", () => {
  test("that has aborted already sends nothing", async () => {
    const { client, service, options } = given([accepted]);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(start(client, startPrint, plan, { ...options, signal })).rejects.toThrow("enough");
    expect(service.sent).toEqual([]);
  });

  test.each<[string, Reply, number]>([
    ["while the request is under way", hung, 500],
    ["while nobody notices", deaf, 500],
    ["during the pause before the next try", busy, 500],
  ])("ends it at once %s", async (_, reply, when) => {
    const { client, service, clock, options } = given([reply]);
    const { signal, abort } = watched();
    const ended = expect(start(client, startPrint, plan, { ...options, signal })).rejects.toThrow("enough");
    await clock.pass(when);
    abort(new Error("enough"));
    await ended;
    await clock.pass(60_000);
    expect(service.times).toEqual([0]);
  });
});

describe("a start that was not sent does not say that it may have been carried out", () => {
  test("when nobody gives a token, for as long as one request may take", async () => {
    const { client, service, clock, options } = given([accepted], { auth: () => new Promise(() => {}) });
    const late = start(client, startPrint, plan, { ...options, requestTimeout: 5_000 });
    await expect(clock.until(late)).rejects.toMatchObject({
      name: "TimeoutError",
      message: "not sent within 5000 ms",
    });
    expect([clock.passed, service.log]).toEqual([5_000, []]);
  });

  test("nor when it was refused for its token, and nobody gives another", async () => {
    const renew = (): Promise<string> => new Promise(() => {});
    const { client, service, clock, options } = given([slow(2_000, empty(401))], {
      auth: { token: () => "old", renew },
    });
    const late = start(client, startPrint, plan, { ...options, requestTimeout: 5_000 });
    await expect(clock.until(late)).rejects.toThrow("not sent within 5000 ms");
    expect([clock.passed, service.log]).toEqual([7_000, ["0 POST /v1/prints"]]);
  });
});

describe("aborted before it was sent, it is not sent any more", () => {
  const enough = new Error("enough");

  test("while a token is fetched", async () => {
    const { signal, abort } = watched();
    const { client, service, options } = given([accepted], {
      auth: async () => {
        abort(enough);
        return "secret-1";
      },
    });
    await expect(start(client, startPrint, plan, { ...options, signal })).rejects.toBe(enough);
    expect(service.log).toEqual([]);
  });

  test("nor a second time while another is", async () => {
    const { signal, abort } = watched();
    const renew = async (): Promise<string> => {
      abort(enough);
      return "secret-2";
    };
    const { client, service, options } = given([empty(401)], { auth: { token: () => "old", renew } });
    await expect(start(client, startPrint, plan, { ...options, signal })).rejects.toBe(enough);
    expect(service.log).toEqual(["0 POST /v1/prints"]);
  });
});
