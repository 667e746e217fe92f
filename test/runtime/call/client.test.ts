import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ApiError, PollingError, poll, start } from "../../../src/index.ts";
import { given } from "../given.ts";
import { createPrinterClient, getPrint, listPrints, logIn, print, startPrint } from "../printer.ts";
import { empty, json } from "../service.ts";

const id = "p-1";

test("headers go out with every request, above what its body is and below what a call says", async () => {
  const { client, service } = given([json({})], {
    headers: { "x-language": "de", "content-type": "application/json; charset=utf-8" },
  });
  await logIn(client, { body: { user: "ann", password: "p" } });
  await startPrint(client, { body: { document: "plan" } });
  await listPrints(client, { "x-language": "fr" });
  expect(service.sent.map(({ headers: { authorization: _, ...headers } }) => headers)).toEqual([
    { "content-type": "application/x-www-form-urlencoded", "x-language": "de" },
    { "content-type": "application/json; charset=utf-8", "x-language": "de" },
    { "content-type": "application/json; charset=utf-8", "x-language": "fr" },
  ]);
});

test("options of a Request are passed on", async () => {
  const seen: unknown[] = [];
  const { client } = given(
    [
      ({ credentials, keepalive, redirect }) => {
        seen.push({ credentials, keepalive, redirect });
        return Response.json({});
      },
    ],
    { credentials: "include", keepalive: true },
  );
  await getPrint(client, { id });
  expect(seen).toEqual([{ credentials: "include", keepalive: true, redirect: "manual" }]);
});

test("the address is the specification's, with its variables, or one of the caller's own", async () => {
  const { client: one, service: first } = given([json({})], { room: "cellar" });
  const { client: other, service: second } = given([json({})], { baseUrl: "http://localhost:8080/proxy/" });
  await getPrint(one, { id });
  await getPrint(other, { id });
  expect(first.sent[0]?.url).toBe("https://cellar.printer.test/v1/prints/p-1");
  expect(second.sent[0]?.url).toBe("http://localhost:8080/proxy/prints/p-1");
});

test("a client of one copy of this package serves the operations and jobs of another", async () => {
  vi.resetModules();
  const other = await import("../../../src/index.ts");
  expect(other.poll).not.toBe(poll);
  const { client, service, clock, options } = given([
    json({ id: "p-1" }, 202),
    json({ state: "done", file: "f" }),
  ]);
  const task = await other.start(client, startPrint, { body: { document: "plan" } }, options);
  expect(await clock.until(task.result())).toEqual({ state: "done", file: "f" });
  await other.fetchClient(client).GET("/prints/{id}", { params: { path: { id } } });
  expect(service.log).toEqual(["0 POST /v1/prints", "1000 GET /v1/prints/p-1", "1000 GET /v1/prints/p-1"]);
});

test("options that cannot be used are refused when the client is made", () => {
  expect(() => createPrinterClient({ room: "a/b" })).toThrow(TypeError);
  expect(() => createPrinterClient({ baseUrl: "attic" })).toThrow(TypeError);
});

test("redirects are not followed, so the token goes nowhere else", async () => {
  const redirects: string[] = [];
  const { client, service } = given([
    (request) => {
      redirects.push(request.redirect);
      return new Response(null, { status: 307, headers: { location: "https://evil.test" } });
    },
  ]);
  await expect(getPrint(client, { id })).rejects.toThrow(
    "getPrint: HTTP 307: a redirect, which is not followed",
  );
  expect(redirects).toEqual(["manual"]);
  expect(service.log).toHaveLength(1);
});

describe("without a fetch of the caller's own", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("the global one is used, the one of the moment, and follows no redirect", async () => {
    const client = createPrinterClient({ auth: "secret-1" });
    const { service } = given([json({ state: "done" })]);
    const redirects: (string | undefined)[] = [];
    // a test may stand in for the network after the client was made
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      redirects.push(init.redirect);
      return service.fetch(new Request(url, init));
    });
    expect(await getPrint(client, { id })).toEqual({ state: "done" });
    expect(service.sent[0]?.headers).toEqual({ authorization: "Bearer secret-1" });
    expect(redirects).toEqual(["manual"]);
  });

  test("what a signer made goes out as it is", async () => {
    const sign = (request: Request): Request => {
      request.headers.set("x-signature", "abc");
      return request;
    };
    const client = createPrinterClient({ auth: { sign } });
    const { service } = given([json({ state: "done" })]);
    vi.stubGlobal("fetch", service.fetch);
    expect(await getPrint(client, { id })).toEqual({ state: "done" });
    expect(service.sent[0]?.headers).toEqual({ "x-signature": "abc" });
  });
});

describe("a token never shows", () => {
  const printed = (value: unknown): string =>
    `${inspect(value, { depth: 20, showHidden: true, getters: true })}${JSON.stringify(value)}${String(value)}`;

  test("in a client, however it is printed or copied", () => {
    for (const auth of ["secret-1", { token: () => "secret-1" }]) {
      const { client } = given([], { auth });
      expect(printed(client)).not.toContain("secret-1");
      expect(printed({ ...client })).not.toContain("secret-1");
      expect(Object.values(client)).toEqual([]);
    }
  });

  test("in a handle, its ref, its updates and its result", async () => {
    const { client, clock, options } = given([json({ id }, 202), json({ state: "done", file: "f-1" })]);
    const task = await start(client, startPrint, { body: { document: "plan" } }, options);
    const result = await clock.until(task.result());
    for (const value of [task, task.ref, task.last, result]) expect(printed(value)).not.toContain("secret-1");
  });

  test("in an error", async () => {
    const { client, options } = given([empty(403)]);
    const refused = await getPrint(client, { id }).catch((error: unknown) => error);
    const unknown = await poll(client, print, { id }, options)
      .result()
      .catch((error: unknown) => error);
    expect([refused, unknown]).toEqual([expect.any(ApiError), expect.any(PollingError)]);
    expect(printed(refused)).not.toContain("secret-1");
    expect(printed(unknown)).not.toContain("secret-1");
  });
});
