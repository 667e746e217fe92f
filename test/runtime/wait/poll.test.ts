import { describe, expect, test } from "vitest";
import { poll, start } from "../../../src/index.ts";
import { createClient } from "../../../src/runtime/call/client.ts";
import { accepted, done, given, printing } from "../given.ts";
import { print, startPrint } from "../printer.ts";
import { empty } from "../service.ts";

const id = "p-1";

test("poll sends nothing until somebody listens, then looks at once", async () => {
  const { client, service, clock, options } = given([printing, done]);
  const task = poll(client, print, { id }, options);
  await clock.pass(60_000);
  expect(service.sent).toEqual([]);
  expect(await clock.until(task.result())).toEqual({ state: "done", file: "f-1" });
  expect(service.log).toEqual(["60000 GET /v1/prints/p-1", "62000 GET /v1/prints/p-1"]);
});

describe("a ref", () => {
  test("is plain JSON without credentials or URLs", async () => {
    const { client, options } = given([accepted]);
    const { ref } = await start(client, startPrint, { body: { document: "plan" } }, options);
    expect(JSON.stringify(ref)).toBe(
      '{"job":"printer/print","params":{"id":"p-1"},"startedAt":"2026-01-01T12:00:00.000Z"}',
    );
    expect(JSON.stringify(poll(client, print, { id }).ref)).toBe(
      '{"job":"printer/print","params":{"id":"p-1"}}',
    );
  });

  test("goes on elsewhere after a round trip, and still knows the age of the job", async () => {
    const { client, service, clock, options } = given([accepted, printing, done]);
    const task = await start(client, startPrint, { body: { document: "plan" } }, options);
    const saved = JSON.stringify(task.ref);
    await clock.pass(90_000);
    const same = poll(client, print, JSON.parse(saved), options);
    await clock.until(same.result());
    expect(same.ref).toEqual(task.ref);
    expect(same.last).toMatchObject({ state: "succeeded", polls: 2, elapsed: 92_000 });
    expect(service.times).toEqual([0, 90_000, 92_000]);
  });

  test("of another job is refused", () => {
    const { client } = given([]);
    expect(() => poll(client, print, { job: "scanner/scan", params: { id } })).toThrow(
      new TypeError("This ref is one of scanner/scan, not of printer/print."),
    );
  });
});

describe("what cannot be used is refused at the call", () => {
  test("options", () => {
    const { client } = given([]);
    expect(() => poll(client, print, { id }, { timeout: Number.NaN })).toThrow(
      new TypeError("timeout must be a number of milliseconds, 0 or more, not NaN."),
    );
  });

  test("parameters, and those of a ref", () => {
    const { client } = given([]);
    const refused = new TypeError('getPrint: the parameter id must be a name or id, not "..".');
    expect(() => poll(client, print, { id: ".." })).toThrow(refused);
    expect(() => poll(client, print, { job: "printer/print", params: { id: ".." } })).toThrow(refused);
  });

  test("what is no client", () => {
    // @ts-expect-error a client is made by a create…Client function
    expect(() => poll({}, print, { id })).toThrow(
      new TypeError("The first argument must be a client from create…Client."),
    );
  });
});

test("a job that the service does not know, and whose start nobody knows, is gone at once", async () => {
  const { client, service, clock, options } = given([empty(404)]);
  await expect(clock.until(poll(client, print, { id }, options).result())).rejects.toThrow(
    "printer/print: could not find out how the job is (asked 1 time: 1 × HTTP 404): getPrint: HTTP 404: answered with an empty body",
  );
  expect(service.times).toEqual([0]);
});

test("what does not belong together is refused before anything is sent", async () => {
  const { client, service } = given([done]);
  const other = createClient<"copier", object>({}, { name: "copier", server: "https://copier.test" });
  // as JavaScript may call it
  const poller = poll as (client: unknown, job: unknown, params: unknown) => unknown;
  const starter = start as (client: unknown, starter: unknown, params: unknown) => Promise<unknown>;
  expect(() => poller(other, print, { id: "p-1" })).toThrow(
    new TypeError("printer/print needs a client of its own API, not one of copier."),
  );
  expect(() => poller(client, print, "p-1")).toThrow(
    new TypeError("getPrint has no parameter 0, only {id}."),
  );
  expect(() => poller(client, startPrint, { id: "p-1" })).toThrow(
    new TypeError("The second argument must be a generated job."),
  );
  expect(() => poller(undefined, print, { id: "p-1" })).toThrow(
    new TypeError("The first argument must be a client from create…Client."),
  );
  await expect(starter(client, print, { id: "p-1" })).rejects.toThrow(
    new TypeError("The second argument must be an operation that starts a job."),
  );
  await expect(starter(client, undefined, {})).rejects.toThrow(
    new TypeError("The second argument must be an operation that starts a job."),
  );
  expect(service.log).toEqual([]);
});
