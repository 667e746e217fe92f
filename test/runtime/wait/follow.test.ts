import { describe, expect, test } from "vitest";
import { JobCanceledError, JobFailedError, poll, start } from "../../../src/index.ts";
import { accepted, canceledBySomebody, done, given, jammed, printing } from "../given.ts";
import { print, startPrint } from "../printer.ts";
import type { Reply } from "../service.ts";
import { empty, hung, json, text } from "../service.ts";
import { watched } from "../watched.ts";

const params = { id: "p-1" };
const pdf = text("%PDF", 200, { "content-type": "application/pdf" });
const receipt = json({ cents: 120 });

describe("follow waits for the job to succeed, then makes the call that the link names", () => {
  test("with what the job's answer gives, and what the caller adds", async () => {
    const { client, service, clock, options } = given([accepted, printing, done, pdf]);
    const task = await start(client, startPrint, { body: { document: "plan" } }, options);
    const { type, body } = await clock.until(task.follow("file", { paper: "A4", watermark: "draft" }));
    expect([type, await new Response(body).text()]).toEqual(["application/pdf", "%PDF"]);
    expect(service.log).toEqual([
      "0 POST /v1/prints",
      "1000 GET /v1/prints/p-1",
      "3000 GET /v1/prints/p-1",
      "3000 GET /v1/files/f-1?paper=A4&watermark=draft",
    ]);
  });

  test("with the parameters that the job was asked for with", async () => {
    const { client, service, clock, options } = given([done, receipt]);
    expect(await clock.until(poll(client, print, params, options).follow("receipt"))).toEqual({ cents: 120 });
    expect(service.log).toEqual(["0 GET /v1/prints/p-1", "0 GET /v1/prints/p-1/receipt"]);
  });

  test("with the parameters of a URL in its answer", async () => {
    const location = "https://attic.printer.test/v1/prints/p-7/receipt";
    const located = json({ state: "done", file: "f-1" }, 200, { location });
    const { client, service, clock, options } = given([located, receipt]);
    await clock.until(poll(client, print, params, options).follow("located"));
    expect(service.log[1]).toBe("0 GET /v1/prints/p-7/receipt");
  });

  test("the caller knows better, if need be", async () => {
    const { client, service, clock, options } = given([done, pdf]);
    await clock.until(poll(client, print, params, options).follow("file", { paper: "A4", file: "f-9" }));
    expect(service.log[1]).toBe("0 GET /v1/files/f-9?paper=A4");
  });

  test("and what the caller does not know, though it is named, the job's answer gives", async () => {
    const { client, service, clock, options } = given([done, pdf]);
    const remembered: { file: string } = JSON.parse("{}"); // without exactOptionalPropertyTypes, no cast is wanted
    const { file } = remembered;
    await clock.until(poll(client, print, params, options).follow("file", { paper: "A4", file }));
    expect(service.log[1]).toBe("0 GET /v1/files/f-1?paper=A4");
  });

  test("anew each time, and the job is not asked for again", async () => {
    const { client, service, clock, options } = given([done, receipt, json({ cents: 240 })]);
    const task = poll(client, print, params, options);
    await task.result();
    expect(await clock.until(task.follow("receipt"))).toEqual({ cents: 120 });
    expect(await clock.until(task.follow("receipt"))).toEqual({ cents: 240 });
    expect(service.log).toEqual([
      "0 GET /v1/prints/p-1",
      "0 GET /v1/prints/p-1/receipt",
      "0 GET /v1/prints/p-1/receipt",
    ]);
  });
});

describe("follow rejects and sends nothing", () => {
  test.each<[string, Reply, unknown]>([
    ["with a JobFailedError when the job failed", jammed, JobFailedError],
    ["with a JobCanceledError when it was canceled", canceledBySomebody, JobCanceledError],
  ])("%s", async (_, reply, kind) => {
    const { client, service, clock, options } = given([reply]);
    const error = await clock
      .until(poll(client, print, params, options).follow("receipt"))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    expect(service.log).toEqual(["0 GET /v1/prints/p-1"]);
  });

  test.each([
    ["is absent", {}],
    ["is of another origin", { location: "https://evil.test/v1/prints/p-7/receipt" }],
    ["is of another operation", { location: "/v1/prints/p-7" }],
  ])("with the name of a parameter that turned out empty: its URL %s", async (_, headers) => {
    const { client, service, clock, options } = given([json({ state: "done", file: "f" }, 200, headers)]);
    await expect(clock.until(poll(client, print, params, options).follow("located"))).rejects.toThrow(
      new TypeError(`follow("located"): the job's answer gives no value for id.`),
    );
    expect(service.log).toEqual(["0 GET /v1/prints/p-1"]);
  });

  test.each(["photo", "toString", "constructor", "__proto__"])("when there is no link %s", async (name) => {
    const { client, service, options } = given([done]);
    // @ts-expect-error there is no such link
    const call = poll(client, print, params, options).follow(name, {});
    await expect(call).rejects.toThrow(
      new TypeError(`printer/print has no link ${name}, only {file,receipt,located}.`),
    );
    expect(service.sent).toEqual([]);
  });
});

test("what the call throws, follow throws; the job has succeeded all the same", async () => {
  const { client, clock, options } = given([done, empty(410)]);
  const task = poll(client, print, params, options);
  await expect(clock.until(task.follow("receipt"))).rejects.toThrow(
    "getReceipt: HTTP 410: answered with an empty body",
  );
  expect(await task.result()).toMatchObject({ file: "f-1" });
});

describe("a signal given to follow", () => {
  test("ends the wait, that of this call only", async () => {
    const { client, service, clock, options } = given([printing, done]);
    const { signal, abort } = watched();
    const task = poll(client, print, params, options);
    const result = task.result();
    const ended = expect(task.follow("file", { paper: "A4" }, { signal })).rejects.toThrow("enough");
    await clock.pass(500);
    abort(new Error("enough"));
    await ended;
    await clock.until(result);
    expect(service.times).toEqual([0, 2_000]);
  });

  test("ends the call", async () => {
    const { client, service, clock, options } = given([done, hung]);
    const controller = new AbortController();
    const { signal } = controller;
    const task = poll(client, print, params, options);
    const ended = expect(task.follow("receipt", {}, { signal })).rejects.toThrow("enough");
    await clock.pass(500);
    controller.abort(new Error("enough"));
    await ended;
    expect(service.log).toHaveLength(2);
  });
});
